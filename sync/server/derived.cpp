// SPDX-License-Identifier: Apache-2.0
#include "sync/server/derived.h"

#include "src/domain/contact_time.h"
#include "sync/server/academy.h"
#include "sync/server/membership.h"

#include <algorithm>
#include <map>
#include <utility>

namespace server {

namespace {

std::optional<record::Uuid> districtOf(const domain::Facts &facts, const record::Uuid &school)
{
    for (const auto &id : facts.lineOf(school)) {
        const auto *organization = facts.organization(id);
        if (organization != nullptr && organization->kind == cadre::v1::ORGANIZATION_KIND_LEA) {
            return id;
        }
    }
    return {};
}

} // namespace

Derived::Derived(Academy &academy)
    : m_academy(academy)
    , m_times(academy.records())
    , m_statements(academy)
{
}

record::Uuid Derived::idOf(std::string_view typeName, const record::Uuid &about, std::string_view month)
{
    const std::string digest = merge::hash("cadre.derived-id.v1", { typeName, about.raw(), month });
    record::Uuid id = *record::Uuid::fromRaw(std::string_view(digest).substr(0, 16));
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | 0x80);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
    return id;
}

void Derived::follow(const std::vector<merge::Change> &changes)
{
    for (const auto &change : changes) {
        m_academy.membership().take(change);
    }
    for (const auto &change : changes) {
        project(change);
        m_statements.take(change);
        if (change.scope.kind == cadre::v1::SCOPE_KIND_PAIR_LOG && m_times.take(change)) {
            m_matches.insert(change.scope.key);
        }
    }
}

void Derived::total()
{
    std::set<record::Uuid> schools;
    for (const auto &match : std::exchange(m_matches, {})) {
        totalPair(match, schools);
    }
    for (const auto &school : schools) {
        totalSchool(school);
    }
    m_statements.write();
}

void Derived::forget()
{
    m_matches.clear();
    m_times.forget();
    m_statements.forget();
}

void Derived::project(const merge::Change &change)
{
    auto &membership = m_academy.membership();
    for (const auto &edit : change.edits) {
        const auto *type = m_academy.catalogue().byNumber(edit.type());
        const auto id = record::Uuid::fromRaw(edit.record());
        if (type == nullptr || !id || !domain::Policy::isProjected(type->name())
            || membership.policy().isServerWritten(change.scope, type->name())) {
            continue;
        }
        const auto record = m_academy.records().get(store::RecordKey { edit.type(), *id, change.scope });
        if (!record) {
            continue;
        }
        const std::int64_t at = std::min(merge::millisecondsOf(change.header.hybrid_time()), m_academy.now());
        for (const auto &place : membership.policy().projectionsOf(type->name(), *id, *record->message, change.scope,
                                                                   membership.facts(), membership.today())) {
            if (place == change.scope) {
                continue;
            }
            if (record->alive) {
                m_academy.author().write(place, type->name(), *id, *record->message, change.author, at);
            } else {
                m_academy.author().remove(place, type->name(), *id, change.author, at);
            }
        }
    }
}

void Derived::totalPair(const record::Uuid &match, std::set<record::Uuid> &schools)
{
    const auto &facts = m_academy.membership().facts();
    const auto *fact = facts.match(match);
    const auto district = fact == nullptr ? std::nullopt : districtOf(facts, fact->school);
    if (!district) {
        return;
    }
    schools.insert(fact->school);
    const record::ScopeId place { cadre::v1::SCOPE_KIND_DISTRICT_TEAM, *district, 0 };
    auto totals = m_times.totals(match, *district);
    if (totals.areAll) {
        // A month that lost its last check-in stands with zero.
        store::Query query;
        query.type = "PairMonth";
        query.scope = place;
        query.where.push_back({ "match_id", match.text() });
        for (const auto &known : m_academy.records().list(query)) {
            const auto month = domain::Month::parse(static_cast<const cadre::v1::PairMonth &>(*known.message).month());
            if (month) {
                totals.months.try_emplace(*month);
            }
        }
    }
    for (const auto &[month, total] : totals.months) {
        m_academy.author().write(place, "PairMonth", idOf("PairMonth", match, month.text()),
                                 domain::pairMonth(match.text(), month, total), {}, m_academy.now());
    }
}

void Derived::totalSchool(const record::Uuid &school)
{
    const auto &facts = m_academy.membership().facts();
    const auto district = districtOf(facts, school);
    if (!district) {
        return;
    }
    const record::ScopeId from { cadre::v1::SCOPE_KIND_DISTRICT_TEAM, *district, 0 };
    std::map<domain::Month, std::vector<domain::ContactTotal>> months;
    for (const auto *match : facts.matchesAt(school)) {
        store::Query query;
        query.type = "PairMonth";
        query.scope = from;
        query.where.push_back({ "match_id", match->id.text() });
        for (const auto &record : m_academy.records().list(query)) {
            const auto &pair = static_cast<const cadre::v1::PairMonth &>(*record.message);
            const auto month = domain::Month::parse(pair.month());
            if (record.alive && month) {
                months[*month].push_back({ pair.minutes(), pair.sessions(), pair.own_time_minutes(), {} });
            }
        }
    }
    const record::ScopeId place { cadre::v1::SCOPE_KIND_SCHOOL_ADMIN, school, 0 };
    for (const auto &[month, pairs] : months) {
        m_academy.author().write(place, "SchoolMonth", idOf("SchoolMonth", school, month.text()),
                                 domain::schoolMonth(school.text(), month, pairs), {}, m_academy.now());
    }
}

} // namespace server
