// SPDX-License-Identifier: Apache-2.0
#include "sync/server/set_aside.h"

#include "sync/merge/seen.h"
#include "sync/server/judgement.h"
#include "sync/server/membership.h"
#include "sync/server/problem.h"

#include <map>

namespace server {

namespace {

namespace wire = cadre::sync::v1;
namespace v1alpha = cadre::sync::v1alpha;

constexpr auto nothingSentence = "Nothing like that waits for you. List what was set aside to see what does.";

/// Under which names the content of changes that were set aside stands in the place since.
using Released = std::multimap<merge::Dot, merge::Dot>;

Released releasedIn(Academy &academy, const record::ScopeId &scope)
{
    Released released;
    for (const auto &[site, head] : academy.log().heads(scope)) {
        if (!academy.keys().certificateOf(site)) {
            continue;
        }
        for (std::uint64_t seq = 1; seq <= head.seq; ++seq) {
            const auto known = academy.log().find(scope, { site, seq });
            wire::Header header;
            if (known && header.ParseFromString(known->header) && header.has_released()) {
                released.emplace(merge::fromProto(header.released()), merge::Dot { site, seq });
            }
        }
    }
    return released;
}

/// What its author had on screen of changes that have other names now counts under those.
void retellReleased(wire::RecordEdit &edit, const Released &released)
{
    merge::retell(edit, [&](merge::Context &seen) {
        for (const auto &[before, now] : released) {
            if (seen.covers(before)) {
                seen.add(now);
            }
        }
    });
}

} // namespace

bool SetAside::mayRelease(const record::Uuid &person, const merge::Change &change, const std::string &reason)
{
    const bool wasSignedOut = reason == host::signedOutReason;
    const bool isReleased = reason == store::releasedReason;
    if (!wasSignedOut && !isReleased && !isOfJudgement(reason)) {
        // What says that it is another's, or forgets, or replaces what nobody wrote, is let in by nobody.
        return false;
    }
    auto &membership = m_academy.membership();
    return ((wasSignedOut || isReleased) && change.author == person)
        || membership.policy().mayRelease(person, change.scope, membership.facts(), membership.today());
}

std::vector<v1alpha::SetAsideChange> SetAside::waitingFor(const record::Uuid &person)
{
    std::vector<v1alpha::SetAsideChange> waiting;
    auto &membership = m_academy.membership();
    for (const auto &logged : m_academy.log().setAside()) {
        const auto change = merge::readChange(logged.header, logged.body).change;
        if (!change || !mayRelease(person, *change, logged.reason)) {
            continue;
        }
        auto &told = waiting.emplace_back();
        *told.mutable_scope() = merge::toProto(change->scope);
        told.mutable_dot()->set_site(change->dot.site.raw());
        told.mutable_dot()->set_seq(change->dot.seq);
        told.set_author(change->author.raw());
        told.set_made_at(merge::millisecondsOf(change->header.hybrid_time()));
        told.set_reason(logged.reason);
        told.set_sentence(logged.sentence);
        const bool isOpen = change->author == person || !membership.policy().isAboutSomebody(change->scope.kind)
            || membership.mayRead(person, change->scope);
        for (const auto &edit : isOpen ? change->edits : std::vector<wire::RecordEdit>()) {
            told.add_record_types(edit.type());
        }
    }
    return waiting;
}

void SetAside::release(const record::ScopeId &scope, const merge::Dot &dot, const Actor &by)
{
    const auto logged = m_academy.log().find(scope, dot);
    auto change = logged && logged->verdict == wire::VERDICT_CLASS_QUARANTINED
        ? merge::readChange(logged->header, logged->body).change
        : std::nullopt;
    if (!change || change->edits.empty() || !mayRelease(by.person, *change, logged->reason)) {
        throw Problem(Code::NotFound, nothingSentence);
    }
    const auto released = releasedIn(m_academy, scope);
    if (logged->reason == store::releasedReason || released.contains(dot)) {
        return;
    }
    if (const auto refusal = judgeAsMade(m_academy, *change); !refusal.empty()) {
        throw Problem(Code::FailedPrecondition,
                      "It could not be let in as it is, and stays where it was: " + refusal.sentence);
    }
    Work work(m_academy);
    for (auto &edit : change->edits) {
        retellReleased(edit, released);
        m_academy.author().release(*change, edit);
    }
    m_academy.log().markReleased(scope, dot);
    auto entry = Audit::entry(v1alpha::AUDIT_KIND_RELEASED, by);
    *entry.mutable_scope() = merge::toProto(scope);
    entry.set_person(change->author.raw());
    entry.set_site(dot.site.raw());
    entry.set_reason(logged->reason);
    m_academy.audit().note(std::move(entry));
    work.commit();
}

} // namespace server
