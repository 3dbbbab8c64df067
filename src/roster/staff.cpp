// SPDX-License-Identifier: Apache-2.0
#include "src/domain/roster_role.h"
#include "src/roster/reading.h"
#include "src/roster/unmapped_roles.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace roster {

namespace {

using domain::RosterRole;

/// What both versions have; a file may lack those that are not read.
constexpr std::array unreadColumns { "dateLastModified", "userIds",  "middleName",     "sms", "phone",
                                     "grades",           "password", "agentSourcedIds" };

std::vector<std::string> listOf(const std::string &cell)
{
    std::vector<std::string> list;
    for (std::size_t at = 0; at <= cell.size();) {
        const auto end = std::min(cell.find(',', at), cell.size());
        const auto first = cell.find_first_not_of(' ', at);
        if (first < end) {
            list.push_back(cell.substr(first, cell.find_last_not_of(' ', end - 1) + 1 - first));
        }
        at = end + 1;
    }
    return list;
}

bool isDisabled(std::string word)
{
    std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::tolower(c); });
    return word == "false";
}

/// Reads who she is. False, with a finding, where she has no name.
bool readName(Reading &reading, const CsvFile &users, StaffMember &member)
{
    member.row = users.row();
    if (member.leaves) {
        return true; // Who she is, is known where she is ended.
    }
    member.isNamed = true;
    member.given = users.text("givenName");
    member.family = users.text("familyName");
    member.identifier = users.text("identifier");
    member.email = users.text("email");
    member.login = users.text("username");
    if (const auto preferred = users.text("preferredGivenName"); !preferred.empty()) {
        const auto family = users.text("preferredFamilyName");
        member.preferred = preferred + " " + (family.empty() ? member.family : family);
    }
    if (member.given.empty() || member.family.empty()) {
        reading.note(users, "It has no given name or no family name.");
        return false;
    }
    return true;
}

std::optional<CsvFile> openUsers(Reading &reading)
{
    const bool isVersion12 = reading.roster.manifest.isVersion12;
    auto users = isVersion12 ? reading.open("users",
                                            { "sourcedId", "status", "enabledUser", "username", "givenName",
                                              "familyName", "identifier", "email" })
                             : reading.open("users",
                                            { "sourcedId", "status", "enabledUser", "orgSourcedIds", "role", "username",
                                              "givenName", "familyName", "identifier", "email" });
    std::string missing;
    for (const char *column : unreadColumns) {
        if (!users->has(column)) {
            missing += (missing.empty() ? "" : ", ") + std::string(column);
        }
    }
    if (!missing.empty()) {
        reading.roster.findings.push_back(
            { users->name(), 0, "It lacks columns of OneRoster that are not needed here: " + missing + "." });
    }
    return users;
}

/// In 1.1 a user's row says what she is, and where.
void readStaff11(Reading &reading, const PlaceOf &placeOf)
{
    auto users = openUsers(reading);
    const auto mode = reading.roster.manifest.mode("users");
    UnmappedRoles unmapped;
    std::set<std::string> seen;
    while (users->next()) {
        if (!users->problem().empty()) {
            reading.note(*users, users->problem());
            continue;
        }
        const auto word = users->text("role");
        const auto role = domain::rosterRole(word);
        if (role == RosterRole::NotStaff) {
            ++reading.roster.leftUnread;
            continue;
        }
        if (role != RosterRole::Staff) {
            unmapped.add(word, users->row());
            continue;
        }
        StaffMember member;
        member.sourcedId = reading.sourcedId(*users);
        const auto leaves = reading.leaves(*users, mode);
        if (member.sourcedId.empty() || !leaves) {
            continue;
        }
        if (!seen.insert(member.sourcedId).second) {
            reading.note(*users, "An earlier row has the same sourcedId.");
            continue;
        }
        member.hasAllRoles = true;
        member.leaves = *leaves || isDisabled(users->text("enabledUser"));
        for (const auto &organization : listOf(users->text("orgSourcedIds"))) {
            if (const auto place = placeOf(organization); !place.empty()) {
                member.roles.push_back({ word, place, {}, {}, false });
            }
        }
        if (member.roles.empty() && !member.leaves) {
            reading.note(*users, "It names no school and no district.");
        } else if (readName(reading, *users, member)) {
            reading.roster.staff.push_back(std::move(member));
        }
    }
    unmapped.tell(reading.roster.findings, users->name());
}

void readStaff12(Reading &reading, const PlaceOf &placeOf)
{
    auto roles = readRoles(reading, placeOf);
    auto users = openUsers(reading);
    auto &roster = reading.roster;
    const auto mode = roster.manifest.mode("users");
    const bool hasAllRoles = roster.manifest.mode("roles") == FileMode::Bulk;
    std::set<std::string> seen;
    while (users->next()) {
        if (!users->problem().empty()) {
            reading.note(*users, users->problem());
            continue;
        }
        StaffMember member;
        member.sourcedId = users->text("sourcedId");
        const auto own = roles.find(member.sourcedId);
        const bool isKnown = !hasAllRoles && reading.known.contains(member.sourcedId);
        const bool hasRole = own != roles.end() && !member.sourcedId.empty();
        if (!hasRole && !isKnown) {
            ++roster.leftUnread;
            continue;
        }
        const auto leaves = reading.leaves(*users, mode);
        if (reading.sourcedId(*users).empty() || !leaves) {
            continue;
        }
        if (!seen.insert(member.sourcedId).second) {
            reading.note(*users, "An earlier row has the same sourcedId.");
            continue;
        }
        member.hasAllRoles = hasAllRoles;
        member.leaves = *leaves || isDisabled(users->text("enabledUser"));
        if (hasRole) {
            member.roles = std::move(own->second.roles);
        }
        if (readName(reading, *users, member)) {
            roster.staff.push_back(std::move(member));
        }
    }
    for (auto &[id, user] : roles) {
        if (seen.contains(id)) {
            continue;
        }
        if (mode == FileMode::Delta && reading.known.contains(id)) {
            StaffMember member;
            member.row = user.row;
            member.sourcedId = id;
            member.roles = std::move(user.roles);
            member.hasAllRoles = hasAllRoles;
            roster.staff.push_back(std::move(member));
        } else {
            roster.findings.push_back({ "roles.csv", user.row, "users.csv does not tell who has this role." });
        }
    }
}

} // namespace

void readStaff(Reading &reading, const PlaceOf &placeOf)
{
    if (reading.roster.manifest.isVersion12) {
        readStaff12(reading, placeOf);
    } else {
        readStaff11(reading, placeOf);
    }
}

} // namespace roster
