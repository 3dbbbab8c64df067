// SPDX-License-Identifier: Apache-2.0
#include "sync/server/academy_rules.h"

#include "sync/server/academy.h"
#include "sync/server/judgement.h"
#include "sync/server/membership.h"

#include <algorithm>
#include <array>

namespace server {

namespace {

/// Places in the order in which a new device needs them: who people are, whom one meets, the school;
/// then whatever is wider, whose history is long.
constexpr std::array mostUrgent {
    cadre::v1::SCOPE_KIND_ACCESS,  cadre::v1::SCOPE_KIND_PERSON,      cadre::v1::SCOPE_KIND_PEOPLE,
    cadre::v1::SCOPE_KIND_PAIR,    cadre::v1::SCOPE_KIND_PAIR_LOG,    cadre::v1::SCOPE_KIND_REASON,
    cadre::v1::SCOPE_KIND_TEACHER, cadre::v1::SCOPE_KIND_SCHOOL_TEAM, cadre::v1::SCOPE_KIND_SCHOOL,
};

std::ptrdiff_t urgency(const cadre::sync::v1::Membership &membership)
{
    return std::find(mostUrgent.begin(), mostUrgent.end(), static_cast<int>(membership.scope().kind()))
        - mostUrgent.begin();
}

} // namespace

host::Refusal AcademyRules::judge(const merge::Change &change)
{
    return server::judge(m_academy, change);
}

bool AcademyRules::mayRead(const record::Uuid &person, const record::ScopeId &scope)
{
    return m_academy.membership().mayRead(person, scope);
}

std::vector<cadre::sync::v1::Membership> AcademyRules::memberships(const record::Uuid &person)
{
    std::vector<cadre::sync::v1::Membership> result;
    for (const auto &membership : m_academy.membership().of(person)) {
        result.push_back(toProto(membership));
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto &one, const auto &other) { return urgency(one) < urgency(other); });
    return result;
}

std::optional<std::uint64_t> AcademyRules::accessVersion()
{
    return m_academy.membership().version();
}

std::optional<cadre::sync::v1::SignedCertificate> AcademyRules::certificate(const record::Uuid &site)
{
    if (auto own = m_academy.keys().certificateOf(site)) {
        return own;
    }
    const auto device = m_academy.accounts().bySite(site);
    return device ? std::optional(device->certificate) : std::nullopt;
}

bool AcademyRules::isSignedOut(const record::Uuid &site)
{
    const auto device = m_academy.accounts().bySite(site);
    return device && device->isSignedOut();
}

void AcademyRules::accept(const merge::Change &change)
{
    m_academy.makers().note(change);
}

void AcademyRules::applied(merge::Change change)
{
    m_academy.ledger().note(change);
    noteErased(change);
    auto &effects = m_academy.effects();
    effects.moved.insert(change.scope);
    effects.applied.push_back(std::move(change));
}

void AcademyRules::noteErased(const merge::Change &change)
{
    for (const auto &edit : change.edits) {
        for (const auto &op : edit.ops()) {
            if (op.kind() != cadre::sync::v1::OP_KIND_ERASE) {
                continue;
            }
            auto entry = Audit::entry(cadre::sync::v1alpha::AUDIT_KIND_ERASED, {});
            *entry.mutable_scope() = merge::toProto(change.scope);
            entry.set_record_type(edit.type());
            entry.set_record(edit.record());
            entry.set_reason(op.value());
            m_academy.audit().note(std::move(entry));
        }
    }
}

void AcademyRules::setAside(const merge::Change &change, const host::Refusal &refusal)
{
    auto entry = Audit::entry(cadre::sync::v1alpha::AUDIT_KIND_SET_ASIDE, { change.author, change.dot.site });
    *entry.mutable_scope() = merge::toProto(change.scope);
    entry.set_reason(refusal.reason);
    m_academy.audit().note(std::move(entry));
}

void AcademyRules::follow()
{
    m_academy.settle();
}

} // namespace server
