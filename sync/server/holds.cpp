// SPDX-License-Identifier: Apache-2.0
#include "sync/server/holds.h"

#include "src/domain/policy_standing.h"
#include "sync/server/academy.h"
#include "sync/server/membership.h"
#include "sync/server/problem.h"

#include <algorithm>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

/// What a hold names, as the audit log says it.
v1alpha::AuditEntry entryOf(v1alpha::AuditKind kind, const std::string &target)
{
    auto entry = Audit::entry(kind);
    if (const auto person = record::Uuid::parse(target)) {
        entry.set_person(person->raw());
    } else if (const auto place = record::ScopeId::parse(target)) {
        *entry.mutable_scope() = merge::toProto(*place);
    }
    return entry;
}

} // namespace

std::string Holds::targetOf(const std::string &text) const
{
    // A login may be called like a kind of place.
    const auto place = text.find('/') == std::string::npos ? std::nullopt : record::ScopeId::parse(text);
    if (place) {
        return place->text();
    }
    if (const auto person = record::Uuid::parse(text)) {
        return person->text();
    }
    return m_academy.accounts().get(text).person.text();
}

v1alpha::Hold Holds::toProto(const std::string &target, std::int64_t since) const
{
    v1alpha::Hold hold;
    hold.set_target(target);
    hold.set_since(since);
    for (const auto &account : m_academy.accounts().list()) {
        if (account.person.text() == target) {
            hold.set_login(account.login);
        }
    }
    return hold;
}

v1alpha::Hold Holds::add(const std::string &target)
{
    const auto named = targetOf(target);
    store::Transaction transaction(m_academy.database());
    store::Statement add(m_academy.database(), "INSERT OR IGNORE INTO server_hold (target, since) VALUES (?, ?)");
    add.bindText(1, named).bind(2, m_academy.now()).run();
    if (m_academy.database().changes() > 0) {
        m_academy.audit().note(entryOf(v1alpha::AUDIT_KIND_HOLD_ADDED, named));
    }
    transaction.commit();
    return toProto(named, m_academy.now());
}

v1alpha::Hold Holds::remove(const std::string &target)
{
    const auto named = targetOf(target);
    store::Transaction transaction(m_academy.database());
    store::Statement remove(m_academy.database(), "DELETE FROM server_hold WHERE target = ?");
    remove.bindText(1, named).run();
    if (m_academy.database().changes() == 0) {
        throw Problem(Code::NotFound, "There is no hold on " + target + ". List the holds to see them.");
    }
    m_academy.audit().note(entryOf(v1alpha::AUDIT_KIND_HOLD_REMOVED, named));
    transaction.commit();
    return toProto(named, 0);
}

std::vector<v1alpha::Hold> Holds::list() const
{
    std::vector<v1alpha::Hold> result;
    store::Statement read(m_academy.database(), "SELECT target, since FROM server_hold ORDER BY since, target");
    while (read.step()) {
        result.push_back(toProto(read.blob(0), read.integer(1)));
    }
    return result;
}

bool Holds::isKept(const std::string &target) const
{
    store::Statement find(m_academy.database(), "SELECT 1 FROM server_hold WHERE target = ?");
    return find.bindText(1, target).step();
}

std::vector<record::Uuid> Holds::personsOf(const record::ScopeId &place) const
{
    auto &membership = m_academy.membership();
    const auto known = domain::Place::find(place, membership.policy().rule(place.kind), membership.facts());
    if (!known) {
        return {};
    }
    const auto *share = place.kind == cadre::v1::SCOPE_KIND_SHARE ? membership.facts().share(place.key) : nullptr;
    const auto *match = share != nullptr ? membership.facts().match(share->match) : known->match;
    std::vector<record::Uuid> persons;
    if (match != nullptr) {
        persons = { match->teacher, match->mentor };
    } else if (known->enrollment != nullptr) {
        persons = { known->enrollment->teacher };
    }
    return persons;
}

bool Holds::holds(const record::ScopeId &place) const
{
    const auto persons = personsOf(place);
    return isKept(place.text()) || isKept(place.key.text())
        || std::any_of(persons.begin(), persons.end(),
                       [&](const record::Uuid &person) { return isKept(person.text()); });
}

} // namespace server
