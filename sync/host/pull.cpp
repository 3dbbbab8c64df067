// SPDX-License-Identifier: Apache-2.0
#include "sync/host/host.h"
#include "sync/host/problem.h"
#include "sync/host/protocol.h"
#include "sync/merge/cursors.h"
#include "sync/merge/cut_header.h"
#include "sync/record/plant.h"
#include "sync/store/log.h"

#include <algorithm>

namespace host {

namespace {

namespace wire = cadre::sync::v1;

constexpr std::size_t usualBudget = 1024 * 1024;
constexpr std::size_t mostBudget = 4 * 1024 * 1024;
constexpr int mostCursors = 20'000;

record::ScopeId scopeOf(const wire::Cursor &cursor)
{
    const auto scope = merge::fromProto(cursor.scope());
    if (!scope) {
        throw Problem(Code::InvalidArgument, "A cursor names a place that cannot be read.");
    }
    return *scope;
}

bool isOfThisHistory(const store::Log &log, const record::ScopeId &scope, const wire::Cursor &head,
                     const wire::Cursor &cursor)
{
    if (cursor.rev() == 0 || (CADRE_PLANT("cursor_without_hash") && cursor.rev() <= head.rev())) {
        return true;
    }
    if (cursor.epoch() != head.epoch() || cursor.rev() > head.rev()) {
        return false;
    }
    const auto hash = cursor.rev() == head.rev() ? std::optional(head.log_hash()) : log.logHashAt(scope, cursor.rev());
    return hash && *hash == cursor.log_hash();
}

void requireFewCursors(int count)
{
    if (count > mostCursors) {
        throw Problem(Code::ResourceExhausted, "That is more places than this server looks at at once.");
    }
}

} // namespace

std::size_t Host::fill(const Caller &caller, const record::ScopeId &scope, const Wanted &wanted,
                       wire::ScopePage &page) const
{
    std::size_t used = 0;
    std::set<record::Uuid> sites;
    for (auto &logged : m_log.after(scope, wanted.after, wanted.budget)) {
        auto &entry = *page.add_entries();
        const bool readable = logged.verdict != wire::VERDICT_CLASS_QUARANTINED;
        wire::Header header;
        bool follows = false;
        if (header.ParseFromString(logged.header)) {
            if (const auto site = record::Uuid::fromRaw(header.site())) {
                follows = !sites.insert(*site).second;
            }
        }
        used += logged.header.size() + logged.body.size() + logged.signature.size();
        entry.set_rev(logged.rev);
        if (wanted.cutHeaders) {
            auto cut = merge::cutHeader(std::move(logged.header), follows, readable && !logged.body.empty());
            entry.set_header(std::move(cut.bytes));
            entry.set_previous_cut(cut.previousCut);
            entry.set_root_cut(cut.rootCut);
        } else {
            entry.set_header(std::move(logged.header));
        }
        entry.set_verdict(logged.verdict);
        entry.set_signature(std::move(logged.signature));
        if (readable) {
            entry.set_body(std::move(logged.body));
        } else {
            entry.set_verdict_signature(std::move(logged.verdictSignature));
            if (header.author() == caller.person.raw()) {
                entry.set_reason(std::move(logged.reason));
                entry.set_sentence(std::move(logged.sentence));
            }
        }
    }
    addCertificates(sites, *page.mutable_certificates());
    return used;
}

wire::PullResponse Host::pull(const Caller &caller, const wire::PullRequest &request)
{
    requireProtocol(request.has_protocol() ? &request.protocol() : nullptr);
    requireFewCursors(request.cursors_size());
    const std::size_t wanted = request.budget() == 0 ? usualBudget : request.budget();
    const std::size_t budget = std::clamp(wanted, m_sizes.leastPage, mostBudget);
    wire::PullResponse response;
    std::size_t used = 0;
    for (const auto &cursor : request.cursors()) {
        if (used >= budget) {
            break;
        }
        const record::ScopeId scope = scopeOf(cursor);
        if (!m_rules.mayRead(caller.person, scope) && !CADRE_PLANT("pull_asks_for_no_right")) {
            continue;
        }
        const wire::Cursor head = headOf(scope);
        auto &page = *response.add_pages();
        *page.mutable_scope() = head.scope();
        page.set_epoch(head.epoch());
        page.set_head_rev(head.rev());
        page.set_head_hash(head.log_hash());
        page.set_reset(!isOfThisHistory(m_log, scope, head, cursor));
        page.set_take_snapshot(
            page.reset() || cursor.rev() + (CADRE_PLANT("page_from_below_the_base") ? 1 : 0) < m_log.baseRev(scope));
        if (!page.take_snapshot()) {
            used += fill(caller, scope, { cursor.rev(), budget - used, request.cut_headers() }, page);
        }
    }
    return response;
}

wire::PollResponse Host::poll(const Caller &caller, const wire::PollRequest &request)
{
    requireProtocol(request.has_protocol() ? &request.protocol() : nullptr);
    requireFewCursors(request.cursors_size());
    wire::PollResponse response;
    response.set_server_time(m_clock());
    response.set_epoch(m_epoch);
    std::string digest = request.digest();
    if (request.cursors_size() > 0) {
        Cursors given { request.cursors().begin(), request.cursors().end() };
        const auto *known = m_known.find(caller.site, request.since());
        if (known != nullptr) {
            given = merge::withChanged(*known, given);
            requireFewCursors(static_cast<int>(given.size()));
        }
        const auto made = merge::cursorDigest(given);
        if (!request.since().empty() && (known == nullptr || made != digest)) {
            response.set_cursors_wanted(true);
            return response;
        }
        digest = made;
        m_known.keep(caller.site, caller.person, { made, std::move(given) }, m_clock());
    }
    const Cursors nothing;
    const bool isNew = digest.empty() || digest == merge::cursorDigest({});
    const auto *cursors = isNew ? &nothing : m_known.find(caller.site, digest);
    if (cursors == nullptr) {
        response.set_cursors_wanted(true);
        return response;
    }
    m_known.refresh(caller.site, caller.person, m_clock());
    std::map<record::ScopeId, const wire::Cursor *> held;
    for (const auto &cursor : *cursors) {
        held[scopeOf(cursor)] = &cursor;
    }
    wire::PollResponse readable;
    for (auto &membership : m_rules.memberships(caller.person)) {
        *readable.add_memberships() = std::move(membership);
    }
    response.set_memberships_digest(merge::hash("cadre.memberships.v1", { readable.SerializeAsString() }));
    for (const auto &membership : readable.memberships()) {
        const auto scope = merge::fromProto(membership.scope());
        const auto head = headOf(*scope);
        const auto found = held.find(*scope);
        if (found == held.end() ? head.rev() != 0 : !merge::isSame(head, *found->second)) {
            *response.add_moved() = head;
        }
        if (found != held.end()) {
            held.erase(found);
        }
    }
    if (response.memberships_digest() != request.memberships_digest()) {
        response.mutable_memberships()->Swap(readable.mutable_memberships());
    }
    for (const auto &[scope, cursor] : held) {
        if (CADRE_PLANT("leaving_is_not_told")) {
            continue;
        }
        auto &left = *response.add_left();
        *left.mutable_scope() = cursor->scope();
        left.set_reason("not_a_member");
        left.set_sentence("You no longer belong to this place, so its records leave this device. Work that was not "
                          "sent yet is kept.");
    }
    return response;
}

bool isNews(const wire::PollResponse &response)
{
    return response.cursors_wanted() || response.moved_size() > 0 || response.left_size() > 0;
}

} // namespace host
