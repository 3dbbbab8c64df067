// SPDX-License-Identifier: Apache-2.0
#include "src/domain/roster_role.h"
#include "src/roster/reading.h"
#include "src/roster/unmapped_roles.h"
#include "sync/record/validation.h"

namespace roster {

using domain::RosterRole;

std::map<std::string, RolesOfUser> readRoles(Reading &reading, const PlaceOf &placeOf)
{
    std::map<std::string, RolesOfUser> users;
    auto file = reading.open(
        "roles",
        { "sourcedId", "status", "userSourcedId", "roleType", "role", "beginDate", "endDate", "orgSourcedId" });
    const auto mode = reading.roster.manifest.mode("roles");
    UnmappedRoles unmapped;
    while (file->next()) {
        if (!file->problem().empty()) {
            reading.note(*file, file->problem());
            continue;
        }
        StaffRole role { file->text("role"), {}, {}, {}, false };
        const auto meaning = domain::rosterRole(role.word);
        if (meaning != RosterRole::Staff) {
            if (meaning != RosterRole::NotStaff) {
                unmapped.add(role.word, file->row());
            }
            continue;
        }
        const auto leaves = reading.leaves(*file, mode);
        role.organization = placeOf(file->text("orgSourcedId"));
        role.from = file->text("beginDate");
        role.to = file->text("endDate");
        const bool hasDays =
            (role.from.empty() || record::isDay(role.from)) && (role.to.empty() || record::isDay(role.to));
        if (!leaves) {
            continue;
        }
        if (role.organization.empty() || !hasDays) {
            reading.note(
                *file, hasDays ? "It names no school and no district." : "Its dates are no days, such as 2026-08-10.");
            continue;
        }
        role.leaves = *leaves;
        auto &user = users[file->text("userSourcedId")];
        user.row = user.row == 0 ? file->row() : user.row;
        const bool isMain = file->text("roleType") == "primary";
        user.roles.insert(isMain ? user.roles.begin() : user.roles.end(), std::move(role));
    }
    unmapped.tell(reading.roster.findings, file->name());
    return users;
}

} // namespace roster
