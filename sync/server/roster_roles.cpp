// SPDX-License-Identifier: Apache-2.0
#include "sync/server/roster_roles.h"

#include "sync/server/membership.h"
#include "sync/server/role_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace server {

namespace v1 = cadre::v1;

RosterRoles::RosterRoles(Academy &academy, const Actor &caller, const RosterReach &reach, RosterIdentities &identities,
                         const RosterOrganizations &organizations)
    : m_academy(academy)
    , m_caller(caller)
    , m_reach(reach)
    , m_identities(identities)
    , m_organizations(organizations)
    , m_today(domain::dayText(academy.membership().today()))
{
    for (const auto &[organization, roles] : reach.organizations()) {
        store::Query query;
        query.type = "RoleAssignment";
        query.scope = peopleOf(organization);
        for (const auto &stored : academy.records().list(query)) {
            Held held { stored.key.id, static_cast<const v1::RoleAssignment &>(*stored.message), organization };
            const auto person = record::Uuid::parse(held.assignment.person());
            if (stored.alive && person && !isOver(held)) {
                m_held[*person].push_back(std::move(held));
            }
        }
    }
}

const std::vector<RosterRoles::Held> &RosterRoles::of(const record::Uuid &person) const
{
    static const std::vector<Held> none;
    const auto found = m_held.find(person);
    return found == m_held.end() ? none : found->second;
}

bool RosterRoles::isOver(const Held &held) const
{
    return !held.assignment.to().empty() && held.assignment.to() < m_today;
}

bool RosterRoles::hasGiven(const record::Uuid &person) const
{
    const auto &held = of(person);
    return std::any_of(held.begin(), held.end(), [this](const Held &one) { return m_identities.isGiven(one.id); });
}

bool RosterRoles::hasAtNamed(const record::Uuid &person) const
{
    const auto &held = of(person);
    return std::any_of(held.begin(), held.end(),
                       [this](const Held &one) { return m_organizations.isNamed(one.organization); });
}

v1::Role RosterRoles::beyond(const record::Uuid &person) const
{
    // Those that begin later shield her, too.
    for (const auto &one : of(person)) {
        if (!m_reach.mayGive(one.organization, one.assignment.role())) {
            return one.assignment.role();
        }
    }
    const auto role = m_reach.beyond(person);
    return role ? role->role : v1::ROLE_UNSPECIFIED;
}

std::ptrdiff_t RosterRoles::pairsOf(const record::Uuid &person) const
{
    const auto matches = m_academy.membership().facts().matchesOf(person);
    return std::count_if(matches.begin(), matches.end(), [this](const domain::MatchFact *match) {
        return match->holdsOn(m_academy.membership().today());
    });
}

std::string RosterRoles::label(v1::Role role, const record::Uuid &organization) const
{
    return fmt::format("{} at {}", record::choiceLabel(*v1::Role_descriptor(), role),
                       m_organizations.nameOf(organization));
}

void RosterRoles::write(const Held &held)
{
    m_academy.author().write(peopleOf(held.organization), "RoleAssignment", held.id, held.assignment, m_caller.person,
                             m_academy.now());
}

void RosterRoles::end(Held &held)
{
    endBefore(held.assignment, m_academy.membership().today());
    write(held);
}

void RosterRoles::prolong(Held &held, const std::string &to, std::vector<std::string> &news)
{
    if (!m_identities.isGivenByAny(held.id)) {
        return;
    }
    m_identities.noteGiven(held.id); // It is this source's from now on.
    if (held.assignment.to() == to) {
        return;
    }
    if (to.empty()) {
        held.assignment.clear_to();
    } else {
        held.assignment.set_to(to);
    }
    write(held);
    news.push_back(label(held.assignment.role(), held.organization) + (to.empty() ? " goes on" : " until " + to));
}

void RosterRoles::give(const record::Uuid &person, const RosterWish::Role &wish, std::vector<std::string> &news)
{
    auto &held = m_held[person];
    const auto found = std::find_if(held.begin(), held.end(), [&](const Held &one) {
        return one.organization == wish.organization && one.assignment.role() == wish.role;
    });
    if (found != held.end()) {
        prolong(*found, wish.to, news);
        return;
    }
    Held one { m_academy.newId(), {}, wish.organization };
    one.assignment.set_person(person.text());
    one.assignment.set_role(wish.role);
    one.assignment.set_scope_org(wish.organization.text());
    one.assignment.set_from(std::max(wish.from, m_today));
    if (!wish.to.empty()) {
        one.assignment.set_to(wish.to);
    }
    write(one);
    m_identities.noteGiven(one.id);
    held.push_back(std::move(one));
    news.push_back(label(wish.role, wish.organization));
    if (wish.role == v1::ROLE_PR && pairsOf(person) > 0) {
        news.emplace_back("which closes the pairs that this person is in, since a principal evaluates");
    }
}

std::vector<std::string> RosterRoles::follow(const record::Uuid &person, const RosterWish &wish)
{
    std::vector<std::string> news;
    for (const auto &role : wish.give) {
        give(person, role, news);
    }
    auto &held = m_held[person];
    for (auto &one : held) {
        const auto is = [&](const RosterWish::Role &role) {
            return role.organization == one.organization && role.role == one.assignment.role();
        };
        const bool goes = wish.areAll ? std::none_of(wish.give.begin(), wish.give.end(), is)
                                      : std::any_of(wish.end.begin(), wish.end.end(), is);
        if (goes && m_identities.isGiven(one.id)) {
            end(one);
            news.push_back(label(one.assignment.role(), one.organization) + " ends");
        }
    }
    std::erase_if(held, [this](const Held &one) { return isOver(one); });
    return news;
}

void RosterRoles::endAll(const record::Uuid &person)
{
    for (auto &one : m_held[person]) {
        end(one);
    }
    m_held.erase(person);
}

} // namespace server
