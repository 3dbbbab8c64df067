// SPDX-License-Identifier: Apache-2.0
#include "sync/server/membership.h"

#include "sync/store/record_store.h"

#include <algorithm>
#include <array>

namespace server {

namespace {

constexpr std::size_t mostStandings = 1000;

} // namespace

Membership::Membership(const store::RecordStore &records, const domain::Policy &policy, record::Clock clock)
    : m_records(records)
    , m_policy(policy)
    , m_clock(std::move(clock))
{
}

domain::Day Membership::today() const
{
    return domain::dayOfMilliseconds(m_clock());
}

bool Membership::isFact(std::uint32_t type, std::uint32_t scopeKind) const
{
    const auto *known = m_records.catalogue().byNumber(type);
    const auto &types = domain::factTypes;
    if (known == nullptr || std::find(types.begin(), types.end(), known->name()) == types.end()) {
        return false;
    }
    // Elsewhere stand projections of them.
    return !m_policy.isServerWritten({ .kind = scopeKind }, known->name()) || scopeKind == cadre::v1::SCOPE_KIND_PEOPLE;
}

void Membership::load()
{
    m_facts.emplace();
    for (const char *type : domain::factTypes) {
        store::Query query;
        query.type = type;
        for (const auto &record : m_records.list(query)) {
            if (record.alive && isFact(record.key.type, record.key.scope.kind)) {
                m_facts->add(record.key.id, *record.message);
            }
        }
    }
}

const domain::Facts &Membership::facts()
{
    if (!m_facts) {
        load();
    }
    return *m_facts;
}

domain::Standings &Membership::standings()
{
    const auto &known = facts();
    if (!m_standings || m_standings->size() > mostStandings) {
        m_standings.emplace(known);
    }
    return *m_standings;
}

const std::vector<domain::Membership> &Membership::of(const record::Uuid &person)
{
    (void)version();
    const auto found = m_known.find(person);
    if (found != m_known.end()) {
        return found->second;
    }
    return m_known.emplace(person, m_policy.membershipsOf(person, facts(), today())).first->second;
}

std::uint64_t Membership::version()
{
    if (const auto day = today(); m_knownOn != day) {
        forgetPeople();
        m_knownOn = day;
    }
    return m_version;
}

void Membership::forgetPeople()
{
    ++m_version;
    m_known.clear();
    m_standings.reset();
}

bool Membership::mayRead(const record::Uuid &person, const record::ScopeId &scope)
{
    const auto &places = of(person);
    const auto found =
        std::lower_bound(places.begin(), places.end(), scope,
                         [](const domain::Membership &one, const record::ScopeId &other) { return one.scope < other; });
    return found != places.end() && found->scope == scope;
}

bool Membership::take(const merge::Change &change)
{
    bool changed = false;
    for (const auto &edit : change.edits) {
        if (!isFact(edit.type(), change.scope.kind)) {
            continue;
        }
        changed = true;
        forgetPeople();
        const auto id = record::Uuid::fromRaw(edit.record());
        if (!m_facts || !id) {
            continue;
        }
        const auto record = m_records.get(store::RecordKey { edit.type(), *id, change.scope });
        if (record && record->alive) {
            m_facts->add(*id, *record->message);
        } else {
            m_facts->remove(m_records.catalogue().byNumber(edit.type())->name(), *id);
        }
    }
    return changed;
}

void Membership::forget()
{
    m_facts.reset();
    forgetPeople();
}

cadre::sync::v1::Membership toProto(const domain::Membership &membership)
{
    cadre::sync::v1::Membership result;
    *result.mutable_scope() = merge::toProto(membership.scope);
    result.set_may_write(membership.mayWrite);
    for (const auto role : membership.roles) {
        result.add_roles(static_cast<std::uint32_t>(role));
    }
    return result;
}

} // namespace server
