// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/rules.h"

#include <algorithm>

namespace sim {

void Rights::grant(int person, int scope, bool reads, bool writes)
{
    auto &right = table[static_cast<std::size_t>(person)][static_cast<std::size_t>(scope)];
    right.reads = reads;
    right.writes = writes;
    right.everRead = right.everRead || reads;
    ++version;
}

host::Refusal TableRules::judge(const merge::Change &change)
{
    const int person = m_academy.personOf(change.author);
    const int scope = m_academy.scopeOf(change.scope);
    if (person < 0 || scope < 0 || !m_rights.of(person, scope).writes) {
        return { "not-yours", "You may not write there." };
    }
    for (const auto &edit : change.edits) {
        for (const auto &op : edit.ops()) {
            if (isBad(op.value())) {
                return { "bad-value", "This value is not one that anybody may write." };
            }
        }
    }
    return {};
}

bool TableRules::mayRead(const record::Uuid &person, const record::ScopeId &scope)
{
    const int who = m_academy.personOf(person);
    const int where = m_academy.scopeOf(scope);
    return who >= 0 && where >= 0 && m_rights.of(who, where).reads;
}

std::vector<cadre::sync::v1::Membership> TableRules::memberships(const record::Uuid &person)
{
    std::vector<record::ScopeId> readable;
    std::copy_if(m_academy.scopes.begin(), m_academy.scopes.end(), std::back_inserter(readable),
                 [&](const record::ScopeId &scope) { return mayRead(person, scope); });
    std::sort(readable.begin(), readable.end());
    std::vector<cadre::sync::v1::Membership> memberships;
    for (const auto &scope : readable) {
        auto &membership = memberships.emplace_back();
        *membership.mutable_scope() = merge::toProto(scope);
        membership.set_may_write(m_rights.of(m_academy.personOf(person), m_academy.scopeOf(scope)).writes);
    }
    return memberships;
}

std::optional<cadre::sync::v1::SignedCertificate> TableRules::certificate(const record::Uuid &site)
{
    for (const auto &member : m_academy.members) {
        if (member.site == site) {
            return member.certificate;
        }
    }
    return std::nullopt;
}

} // namespace sim
