// SPDX-License-Identifier: Apache-2.0
#include "sync/server/pull.h"

#include "sync/server/academy.h"
#include "sync/server/membership.h"
#include "sync/server/problem.h"
#include "sync/server/protocol.h"

#include <algorithm>
#include <set>

namespace server {

namespace {

namespace wire = cadre::sync::v1;

constexpr std::size_t leastBudget = 4 * 1024;
constexpr std::size_t usualBudget = 1024 * 1024;
constexpr std::size_t mostBudget = 4 * 1024 * 1024;
constexpr int mostCursors = 20'000;
constexpr std::size_t mostKnownDevices = 10'000;

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
    if (cursor.rev() == 0) {
        return true;
    }
    if (cursor.epoch() != head.epoch() || cursor.rev() > head.rev()) {
        return false;
    }
    const auto hash = cursor.rev() == head.rev() ? std::optional(head.log_hash()) : log.logHashAt(scope, cursor.rev());
    return hash && *hash == cursor.log_hash();
}

void addCertificate(Academy &academy, const record::Uuid &site, wire::ScopePage &page)
{
    if (site == academy.keys().site()) {
        *page.add_certificates() = academy.keys().certificate();
    } else if (const auto device = academy.accounts().bySite(site)) {
        *page.add_certificates() = device->certificate;
    }
}

/// Fills a page from the log; returns the bytes used.
std::size_t fill(Academy &academy, const record::ScopeId &scope, std::uint64_t after, std::size_t budget,
                 wire::ScopePage &page)
{
    std::size_t used = 0;
    std::set<record::Uuid> sites;
    for (auto &logged : academy.log().after(scope, after, budget)) {
        auto &entry = *page.add_entries();
        wire::Header header;
        if (header.ParseFromString(logged.header)) {
            if (const auto site = record::Uuid::fromRaw(header.site())) {
                sites.insert(*site);
            }
        }
        used += logged.header.size() + logged.body.size() + logged.signature.size();
        entry.set_rev(logged.rev);
        entry.set_header(std::move(logged.header));
        entry.set_verdict(logged.verdict);
        entry.set_signature(std::move(logged.signature));
        if (logged.verdict != wire::VERDICT_CLASS_QUARANTINED) {
            entry.set_body(std::move(logged.body));
        }
    }
    for (const auto &site : sites) {
        addCertificate(academy, site, page);
    }
    return used;
}

} // namespace

wire::PullResponse pull(Academy &academy, const EnrolledDevice &device, const wire::PullRequest &request)
{
    requireProtocol(request.has_protocol() ? &request.protocol() : nullptr);
    if (request.cursors_size() > mostCursors) {
        throw Problem(Code::ResourceExhausted, "That is more places than this server looks at at once.");
    }
    const std::size_t wanted = request.budget() == 0 ? usualBudget : request.budget();
    const std::size_t budget = std::clamp(wanted, leastBudget, mostBudget);
    wire::PullResponse response;
    std::size_t used = 0;
    for (const auto &cursor : request.cursors()) {
        if (used >= budget) {
            break;
        }
        const record::ScopeId scope = scopeOf(cursor);
        if (!academy.membership().mayRead(device.person, scope)) {
            continue;
        }
        const wire::Cursor head = academy.log().cursor(scope);
        auto &page = *response.add_pages();
        *page.mutable_scope() = head.scope();
        page.set_epoch(head.epoch());
        page.set_head_rev(head.rev());
        page.set_head_hash(head.log_hash());
        page.set_reset(!isOfThisHistory(academy.log(), scope, head, cursor));
        used += fill(academy, scope, page.reset() ? 0 : cursor.rev(), budget - used, page);
    }
    return response;
}

void KnownCursors::keep(const record::Uuid &site, Cursors cursors)
{
    // Forgetting costs a device one more question.
    if (m_known.size() >= mostKnownDevices && m_known.find(site) == m_known.end()) {
        m_known.erase(m_known.begin());
    }
    std::string digest = merge::cursorDigest(cursors);
    m_known[site] = { std::move(digest), std::move(cursors) };
}

const KnownCursors::Cursors *KnownCursors::find(const record::Uuid &site, const std::string &digest) const
{
    const auto found = m_known.find(site);
    return found != m_known.end() && found->second.digest == digest ? &found->second.cursors : nullptr;
}

wire::PollResponse poll(Academy &academy, KnownCursors &known, const EnrolledDevice &device,
                        const wire::PollRequest &request)
{
    requireProtocol(request.has_protocol() ? &request.protocol() : nullptr);
    if (request.cursors_size() > mostCursors) {
        throw Problem(Code::ResourceExhausted, "That is more places than this server looks at at once.");
    }
    if (request.cursors_size() > 0) {
        known.keep(device.site, { request.cursors().begin(), request.cursors().end() });
    }
    const std::string none = merge::cursorDigest({});
    const KnownCursors::Cursors nothing;
    const std::string digest = request.cursors_size() > 0
        ? merge::cursorDigest({ request.cursors().begin(), request.cursors().end() })
        : request.digest();
    const bool isNew = digest.empty() || digest == none;
    const auto *cursors = isNew ? &nothing : known.find(device.site, digest);

    wire::PollResponse response;
    response.set_server_time(academy.now());
    if (cursors == nullptr) {
        response.set_cursors_wanted(true);
        return response;
    }
    std::map<record::ScopeId, const wire::Cursor *> held;
    for (const auto &cursor : *cursors) {
        held[scopeOf(cursor)] = &cursor;
    }
    for (const auto &membership : academy.membership().of(device.person)) {
        *response.add_memberships() = toProto(membership);
        const auto head = academy.log().cursor(membership.scope);
        const auto found = held.find(membership.scope);
        const bool same = found == held.end() ? head.rev() == 0
                                              : head.rev() == found->second->rev()
                && head.epoch() == found->second->epoch() && head.log_hash() == found->second->log_hash();
        if (!same) {
            *response.add_moved() = head;
        }
        if (found != held.end()) {
            held.erase(found);
        }
    }
    for (const auto &[scope, cursor] : held) {
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

} // namespace server
