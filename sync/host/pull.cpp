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
constexpr auto unreadableCursor = "A cursor names a place that cannot be read.";

record::ScopeId scopeOf(const wire::Cursor &cursor)
{
    const auto scope = merge::fromProto(cursor.scope());
    if (!scope) {
        throw Problem(Code::InvalidArgument, unreadableCursor);
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

Said *Host::saidIn(const Caller &caller, const wire::PollRequest &request)
{
    if (request.cursors_size() == 0) {
        return m_known.find(caller.site, request.digest());
    }
    auto given = merge::positionsOf(request.cursors());
    if (!given) {
        throw Problem(Code::InvalidArgument, unreadableCursor);
    }
    const auto *known = m_known.find(caller.site, request.since());
    merge::Positions changed;
    if (known != nullptr) {
        changed = std::move(*given);
        given = merge::withChanged(known->positions, changed);
        requireFewCursors(static_cast<int>(given->size()));
    }
    auto made = merge::digestOf(*given);
    if (!request.since().empty() && (known == nullptr || made != request.digest())) {
        return nullptr;
    }
    return known == nullptr
        ? &m_known.keep(caller.site, caller.person, std::move(*given), std::move(made), m_clock())
        : &m_known.keepChanged(caller.site, caller.person, std::move(*given), std::move(made), m_clock(), changed);
}

std::optional<std::vector<record::ScopeId>> Host::movedFor(const Said &said, const Readable::Places &readable) const
{
    const auto &[number, moves, epoch] = said.agreedAt;
    if (number != readable.number || epoch != m_epoch) {
        return std::nullopt;
    }
    auto scopes = m_log.movedSince(moves);
    if (!scopes) {
        return std::nullopt;
    }
    scopes->insert(scopes->end(), said.movedSince.begin(), said.movedSince.end());
    std::vector<std::pair<std::size_t, record::ScopeId>> ranked;
    ranked.reserve(scopes->size());
    for (const auto &scope : *scopes) {
        ranked.emplace_back(readable.rankOf(scope).value_or(readable.scopes.size()), scope);
    }
    std::sort(ranked.begin(), ranked.end());
    ranked.erase(std::unique(ranked.begin(), ranked.end()), ranked.end());
    scopes->clear();
    for (const auto &[rank, scope] : ranked) {
        scopes->push_back(scope);
    }
    return scopes;
}

wire::PollResponse Host::poll(const Caller &caller, const wire::PollRequest &request)
{
    requireProtocol(request.has_protocol() ? &request.protocol() : nullptr);
    requireFewCursors(request.cursors_size());
    wire::PollResponse response;
    response.set_server_time(m_clock());
    response.set_epoch(m_epoch);
    Said nothing;
    auto *said = saidIn(caller, request);
    const bool isNew = request.digest().empty() || request.digest() == merge::digestOf({});
    if (said == nullptr && isNew && request.cursors_size() == 0) {
        said = &nothing;
    }
    if (said == nullptr) {
        response.set_cursors_wanted(true);
        return response;
    }
    m_known.refresh(caller.site, caller.person, m_clock());
    const auto readable = m_readable.of(caller.person, m_rules);
    response.set_memberships_digest(readable->digest);
    if (readable->digest != request.memberships_digest()) {
        *response.mutable_memberships() = readable->memberships;
    }
    const std::tuple here { readable->number, m_log.moves(), m_epoch };
    if (said->agreedAt == here && said->movedSince.empty()) {
        return response;
    }
    std::size_t met = 0;
    const auto look = [&](const record::ScopeId &scope) {
        const auto &head = m_log.reached(scope);
        const auto *held = merge::find(said->positions, scope);
        met += held == nullptr ? 0 : 1;
        const auto isSame = [&] {
            return merge::isSame({ scope, m_epoch, head.rev, merge::HashBytes(head.logHash), {} }, *held);
        };
        if (held == nullptr ? head.rev != 0 : !isSame()) {
            *response.add_moved() = headOf(scope);
        }
    };
    const auto tellLeft = [&](const record::ScopeId &scope) {
        if (CADRE_PLANT("leaving_is_not_told")) {
            return;
        }
        auto &left = *response.add_left();
        *left.mutable_scope() = merge::toProto(scope);
        left.set_reason("not_a_member");
        left.set_sentence("You no longer belong to this place, so its records leave this device. Work that was not "
                          "sent yet is kept.");
    };
    if (const auto scopes = movedFor(*said, *readable)) {
        // All else is as it was when nothing had moved.
        for (const auto &scope : *scopes) {
            if (readable->has(scope)) {
                look(scope);
            } else if (merge::find(said->positions, scope) != nullptr) {
                tellLeft(scope);
            }
        }
    } else {
        std::for_each(readable->scopes.begin(), readable->scopes.end(), look);
        for (const auto &position : said->positions) {
            if (met == said->positions.size()) {
                break;
            }
            if (!readable->has(position.scope)) {
                tellLeft(position.scope);
            }
        }
    }
    if (!isNews(response)) {
        said->agreedAt = here;
        said->movedSince.clear();
    }
    return response;
}

bool isNews(const wire::PollResponse &response)
{
    return response.cursors_wanted() || response.moved_size() > 0 || response.left_size() > 0;
}

} // namespace host
