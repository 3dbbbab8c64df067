// SPDX-License-Identifier: Apache-2.0
#include "sync/server/roster_organizations.h"

#include "sync/record/validation.h"
#include "sync/server/problem.h"
#include "sync/server/role_names.h"

#include <algorithm>

namespace server {

namespace {

namespace v1 = cadre::v1;
namespace v1alpha = cadre::sync::v1alpha;

using Kind = RosterIdentities::Kind;

std::string folded(std::string name)
{
    std::erase(name, ' ');
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return name;
}

} // namespace

RosterOrganizations::RosterOrganizations(Academy &academy, const RosterReach &reach, RosterIdentities &identities)
    : m_academy(academy)
    , m_reach(reach)
    , m_identities(identities)
{
    for (const auto &[id, roles] : reach.organizations()) {
        const auto number = academy.catalogue().byName("Organization")->number();
        const auto stored = academy.records().get(store::RecordKey { number, id, peopleOf(id) });
        if (stored && stored->alive) {
            m_known.emplace(id, static_cast<const v1::Organization &>(*stored->message));
        }
    }
}

std::optional<record::Uuid> RosterOrganizations::find(const std::string &sourcedId) const
{
    const auto id = m_identities.find(Kind::Organization, sourcedId);
    return id && m_known.contains(*id) ? id : std::nullopt;
}

v1::OrganizationKind RosterOrganizations::kindOf(const record::Uuid &organization) const
{
    const auto found = m_known.find(organization);
    return found == m_known.end() ? v1::ORGANIZATION_KIND_UNSPECIFIED : found->second.kind();
}

std::string RosterOrganizations::nameOf(const record::Uuid &organization) const
{
    const auto found = m_known.find(organization);
    return found == m_known.end() ? std::string() : found->second.name();
}

const v1alpha::RosterOrganization *RosterOrganizations::told(const std::string &sourcedId) const
{
    const auto found = m_told.find(sourcedId);
    return found == m_told.end() ? nullptr : found->second;
}

std::optional<record::Uuid> RosterOrganizations::chosen(const v1alpha::RosterOrganization &told) const
{
    const auto id = record::Uuid::parse(told.chosen());
    const auto known = id ? m_known.find(*id) : m_known.end();
    const bool isAnyKind = told.kind() == v1::ORGANIZATION_KIND_UNSPECIFIED;
    if (known == m_known.end() || (!isAnyKind && known->second.kind() != told.kind())) {
        throw Problem(Code::InvalidArgument,
                      told.chosen()
                          + " is no organization of that kind where you may invite people. Nothing was changed.");
    }
    return id;
}

std::optional<record::Uuid> RosterOrganizations::match(const v1alpha::RosterOrganization &told) const
{
    if (!told.chosen().empty()) {
        return chosen(told);
    }
    if (const auto id = find(told.sourced_id())) {
        return id;
    }
    const auto only = [&](const auto &fits) {
        std::optional<record::Uuid> found;
        int count = 0;
        for (const auto &[id, organization] : m_known) {
            // Not one that another of the roster's is.
            if (organization.kind() == told.kind() && !m_named.contains(id) && fits(organization)) {
                found = id;
                ++count;
            }
        }
        return count == 1 ? found : std::nullopt;
    };
    if (!told.identifier().empty()) {
        const auto found = only([&](const auto &one) { return one.identifier() == told.identifier(); });
        if (found) {
            return found;
        }
    }
    // Two of one name are told apart by a person.
    const auto found = only([&](const auto &one) { return folded(one.name()) == folded(told.name()); });
    return found && m_namesakes.count({ told.kind(), folded(told.name()) }) == 1 ? found : std::nullopt;
}

record::Uuid RosterOrganizations::add(const v1alpha::RosterOrganization &told, const record::Uuid &caller)
{
    v1::Organization school;
    school.set_kind(v1::ORGANIZATION_KIND_SCHOOL);
    school.set_name(told.name());
    school.set_parent_id(m_reach.root().text());
    school.set_active(true);
    school.set_sourced_id(told.sourced_id());
    if (!told.identifier().empty()) {
        school.set_identifier(told.identifier());
    }
    if (const auto problems = record::validate(school); !problems.empty()) {
        throw Problem(Code::InvalidArgument,
                      "The school of row " + std::to_string(told.row())
                          + " cannot be added: " + problems.front().sentence + " Nothing was changed.");
    }
    const auto id = m_academy.newId();
    m_academy.author().write(peopleOf(id), "Organization", id, school, caller, m_academy.now());
    m_known.emplace(id, school);
    return id;
}

void RosterOrganizations::take(const v1alpha::ImportRosterRequest &request, const record::Uuid &caller,
                               v1alpha::ImportRosterResponse &response)
{
    for (const auto &told : request.organizations()) {
        m_told[told.sourced_id()] = &told;
        m_namesakes.emplace(told.kind(), folded(told.name()));
    }
    for (const auto &told : request.organizations()) {
        auto id = match(told);
        const bool isNew = !id && told.add() && !told.leaves() && told.kind() == v1::ORGANIZATION_KIND_SCHOOL
            && m_reach.mayAddSchools();
        if (!id && !isNew) {
            continue;
        }
        v1alpha::RosterLine line;
        line.set_row(told.row());
        line.set_is_organization(true);
        line.set_sourced_id(told.sourced_id());
        line.set_name(told.name());
        if (isNew) {
            id = add(told, caller);
            line.set_outcome(v1alpha::ROSTER_OUTCOME_ADDED);
            line.set_sentence("A new school of the district.");
            *response.add_lines() = line;
        } else if (told.leaves()) {
            line.set_outcome(v1alpha::ROSTER_OUTCOME_NOT_TAKEN);
            line.set_sentence("The roster ends it; the academy keeps it until whoever runs the server ends it.");
            *response.add_lines() = line;
        }
        m_identities.keep(Kind::Organization, told.sourced_id(), *id);
        m_named.insert(*id);
    }
}

} // namespace server
