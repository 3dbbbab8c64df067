// SPDX-License-Identifier: Apache-2.0
#include "sync/server/roster_reach.h"

#include "sync/server/membership.h"
#include "sync/server/problem.h"

namespace server {

namespace {

namespace v1 = cadre::v1;

record::Uuid rootOf(const record::Uuid &organization, const domain::Facts &facts)
{
    for (const auto &id : facts.lineOf(organization)) {
        const auto *fact = facts.organization(id);
        if (fact != nullptr && fact->kind == v1::ORGANIZATION_KIND_LEA) {
            return id;
        }
    }
    return organization;
}

} // namespace

RosterReach::RosterReach(Membership &membership, const record::Uuid &person, const std::string &district)
    : m_membership(membership)
    , m_person(person)
    , m_district(district)
{
    lookAgain();
}

void RosterReach::lookAgain()
{
    m_roles.clear();
    const auto &facts = m_membership.facts();
    std::set<record::Uuid> candidates;
    for (const auto &role : facts.rolesOf(m_person, m_membership.today())) {
        candidates.insert(role.organization);
        const auto below = facts.below(role.organization);
        candidates.insert(below.begin(), below.end());
    }
    std::set<record::Uuid> roots;
    for (const auto &organization : candidates) {
        auto roles = m_membership.policy().rolesToInvite(m_person, organization, facts, m_membership.today());
        if (!roles.empty()) {
            roots.insert(rootOf(organization, facts));
            m_roles.emplace(organization, std::move(roles));
        }
    }
    if (roots.empty()) {
        throw Problem(Code::PermissionDenied,
                      "A roster is taken in by a school's or a district's M&I lead. Nothing was changed.");
    }
    if (m_district.empty() && roots.size() > 1) {
        throw Problem(Code::InvalidArgument, "You lead in several districts. Say by its id whose roster this is.");
    }
    m_root = m_district.empty() ? *roots.begin() : record::Uuid::parse(m_district).value_or(record::Uuid {});
    if (!roots.contains(m_root)) {
        throw Problem(Code::InvalidArgument, "You lead in no district " + m_district + ". Nothing was changed.");
    }
    std::erase_if(m_roles, [&](const auto &entry) { return rootOf(entry.first, facts) != m_root; });
    const auto *fact = facts.organization(m_root);
    m_isDistrict = fact != nullptr && fact->kind == v1::ORGANIZATION_KIND_LEA;
}

bool RosterReach::mayGive(const record::Uuid &organization, v1::Role role) const
{
    const auto found = m_roles.find(organization);
    return found != m_roles.end() && found->second.contains(role);
}

std::optional<domain::RoleFact> RosterReach::beyond(const record::Uuid &person) const
{
    for (auto &role : m_membership.facts().rolesOf(person, m_membership.today())) {
        if (!mayGive(role.organization, role.role)) {
            return role;
        }
    }
    return {};
}

} // namespace server
