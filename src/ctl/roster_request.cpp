// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/roster_request.h"

#include <algorithm>
#include <map>

namespace ctl {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

/// ID=ORGANIZATION each.
std::map<std::string, std::string> chosenOf(const std::vector<std::string> &words)
{
    std::map<std::string, std::string> chosen;
    for (const auto &word : words) {
        const auto at = word.rfind('=');
        if (at == std::string::npos)
            throw WrongUse("An organization is named by its sourcedId and its id here: --organization ID=UUID.");
        chosen[word.substr(0, at)] = parseId(word.substr(at + 1)).text();
    }
    return chosen;
}

void requireKnown(bool isKnown, const std::string &id)
{
    if (!isKnown)
        throw WrongUse("The roster tells of nothing with the sourcedId " + id + ".");
}

bool isNamedByStaff(const roster::Roster &roster, const std::string &organization)
{
    return std::any_of(roster.staff.begin(), roster.staff.end(), [&](const roster::StaffMember &member) {
        return std::any_of(member.roles.begin(), member.roles.end(),
                           [&](const roster::StaffRole &role) { return role.organization == organization; });
    });
}

void add(v1alpha::ImportRosterRequest &request, const roster::StaffMember &member)
{
    auto &person = *request.add_people();
    person.set_row(member.row);
    person.set_sourced_id(member.sourcedId);
    person.set_is_named(member.isNamed);
    person.set_given(member.given);
    person.set_family(member.family);
    person.set_preferred(member.preferred);
    person.set_identifier(member.identifier);
    person.set_email(member.email);
    person.set_login(member.login);
    person.set_has_all_roles(member.hasAllRoles);
    person.set_leaves(member.leaves);
    for (const auto &told : member.roles) {
        auto &role = *person.add_roles();
        role.set_organization(told.organization);
        role.set_word(told.word);
        role.set_from(told.from);
        role.set_to(told.to);
        role.set_leaves(told.leaves);
    }
}

} // namespace

v1alpha::ImportRosterRequest rosterRequest(const roster::Roster &roster, const RosterDecisions &decisions)
{
    v1alpha::ImportRosterRequest request;
    request.set_source(decisions.source.empty() ? roster.manifest.source : decisions.source);
    request.set_district(decisions.district);
    request.set_is_whole(roster.isComplete());
    request.set_end_missing(decisions.endMissing);
    request.set_renew_invites(decisions.renewInvites);
    auto chosen = chosenOf(decisions.organizations);
    for (const auto &told : roster.organizations) {
        auto &organization = *request.add_organizations();
        organization.set_row(told.row);
        organization.set_sourced_id(told.sourcedId);
        organization.set_name(told.name);
        organization.set_kind(told.kind);
        organization.set_identifier(told.identifier);
        organization.set_leaves(told.leaves);
        organization.set_add(decisions.addSchools);
        if (const auto found = chosen.extract(told.sourcedId))
            organization.set_chosen(found.mapped());
    }
    for (const auto &[sourcedId, id] : chosen) {
        // People may work at one of which the file says nothing more.
        requireKnown(isNamedByStaff(roster, sourcedId), sourcedId);
        auto &organization = *request.add_organizations();
        organization.set_sourced_id(sourcedId);
        organization.set_chosen(id);
    }
    for (const auto &member : roster.staff)
        add(request, member);
    const auto decide = [&](const std::vector<std::string> &ids, v1alpha::RosterDecision decision) {
        for (const auto &id : ids) {
            auto &people = *request.mutable_people();
            const auto found =
                std::find_if(people.begin(), people.end(), [&](const auto &one) { return one.sourced_id() == id; });
            requireKnown(found != people.end(), id);
            found->set_decision(decision);
        }
    };
    decide(decisions.same, v1alpha::ROSTER_DECISION_SAME);
    decide(decisions.apart, v1alpha::ROSTER_DECISION_APART);
    return request;
}

} // namespace ctl
