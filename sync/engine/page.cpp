// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/page.h"

#include "sync/engine/history.h"
#include "sync/engine/replay.h"
#include "sync/engine/retelling.h"
#include "sync/engine/setting_aside.h"
#include "sync/merge/cut_header.h"
#include "sync/record/plant.h"
#include "sync/store/erasing.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace engine {

namespace {

namespace wire = cadre::sync::v1;

/// Reads one page; the sentence of the first thing that does not hold ends it.
class PageReader {
public:
    PageReader(Device::Parts &m, const record::ScopeId &scope)
        : m(m)
        , m_scope(scope)
        , m_rev(m.log.cursor(scope).rev())
        , m_hasErased(m.records.hasErased(scope))
    {
    }

    [[nodiscard]] std::string take(const wire::LogEntry &entry)
    {
        if (entry.rev() != m_rev + 1) {
            return broken("leaves out a change");
        }
        auto header = m_headers.next(entry);
        auto read = header ? merge::readChange(std::move(*header), entry.body()) : merge::ReadChange {};
        if (!read.change || read.change->scope != m_scope) {
            return broken("holds a change that can't be read");
        }
        auto &change = *read.change;
        if (m_hasErased) {
            store::takeErased(m.records, change);
        }
        auto known = m.log.find(m_scope, change.dot);
        if (known && !known->is(change) && known->waits) {
            // A twin was quicker: of this device, or of one whose changes it carries.
            change.dot.site == m.site(m_scope) ? branch(m, m_scope, change.dot.seq)
                                               : putAside(m, m_scope, change.dot, Aside::Twin);
            known = m.log.find(m_scope, change.dot);
        }
        if (known && !known->is(change)) {
            return broken("holds another change under the name of one that is here");
        }
        auto &head = placed(change.dot.site);
        if (change.dot.seq != head.seq + 1 || (head.seq > 0 && change.header.previous() != head.headerHash)) {
            return broken("has a hole in an author's chain");
        }
        head = { change.dot.seq, change.headerHash };
        if (known) {
            known = adopt(change, std::move(*known), entry);
        }
        if (auto problem = known ? std::string() : append(change, entry); !problem.empty()) {
            return problem;
        }
        if (entry.verdict() != wire::VERDICT_CLASS_QUARANTINED && merge::erases(change)) {
            (void)store::obeyErasure(m.log, m.records, change);
            m_hasErased = true;
        }
        m_rev = entry.rev();
        return sign(change, entry);
    }

    [[nodiscard]] std::string finish()
    {
        for (const auto &[site, head] : m_placed) {
            m.log.setPlaced(m_scope, site, head);
        }
        return m_unsigned.empty() ? "" : broken("ends before its author's signature");
    }
    [[nodiscard]] std::uint64_t pulled() const { return m_pulled; }
    [[nodiscard]] std::uint64_t rev() const { return m_rev; }

private:
    [[nodiscard]] std::string broken(const char *what) const
    {
        return fmt::format(
            "What the server sent for {} {}. Nothing of it was taken over; everything on this device is safe.",
            record::scopeKindName(m_scope.kind), what);
    }

    [[nodiscard]] store::ChainHead &placed(const record::Uuid &site)
    {
        const auto [known, isNew] = m_placed.try_emplace(site);
        if (isNew) {
            known->second = m.log.placed(m_scope, site);
        }
        return known->second;
    }

    /// True when a part that came erased before has its content now.
    [[nodiscard]] static bool tellsMore(const merge::Change &change, const store::LoggedChange &known)
    {
        if (!change.hasBody() || known.body.empty() || known.body == change.bodyBytes) {
            return false;
        }
        const auto before = merge::readChange(known.header, known.body);
        return before.change && before.change->erasedParts > change.erasedParts;
    }

    /// A change of this device, or one met before, gets its place in the log. Returns nothing where this device had
    /// only the shell of it, and has let that go.
    [[nodiscard]] std::optional<store::LoggedChange> adopt(const merge::Change &change, store::LoggedChange known,
                                                           const wire::LogEntry &entry)
    {
        wire::Verdict verdict;
        verdict.set_verdict(entry.verdict());
        verdict.set_rev(entry.rev());
        verdict.set_reason(entry.reason().empty() ? known.reason : entry.reason());
        verdict.set_sentence(entry.sentence().empty() ? known.sentence : entry.sentence());
        const bool isFuller = tellsMore(change, known);
        if ((known.body.empty() && change.hasBody()) || isFuller) {
            // Set aside in another history, and taken in this one; or erased there, and not here.
            m.log.setBody(change);
        }
        if (known.waits) {
            settle(m, m_scope, change.dot, verdict);
            if (m.log.rowOf(m_scope, change.dot) == 0) {
                return std::nullopt;
            }
        } else {
            m.log.setVerdict(m.log.rowOf(m_scope, change.dot), verdict);
        }
        const bool wasSetAside = !known.waits && known.verdict == wire::VERDICT_CLASS_QUARANTINED;
        if ((wasSetAside || isFuller) && entry.verdict() != wire::VERDICT_CLASS_QUARANTINED) {
            mergeAtItsPlace(m, change, m.log.rowOf(m_scope, change.dot));
        }
        m.log.advance(m_scope, entry.rev(), change.headerHash, entry.verdict());
        return known;
    }

    [[nodiscard]] std::string append(const merge::Change &change, const wire::LogEntry &entry)
    {
        const bool readable = entry.verdict() != wire::VERDICT_CLASS_QUARANTINED;
        if (readable && !change.hasBody()) {
            return broken("holds a change without its content");
        }
        m.log.append(change,
                     { .signature = entry.signature(),
                       .rev = entry.rev(),
                       .verdict = entry.verdict(),
                       .verdictSignature = entry.verdict_signature() });
        m.lastTime = std::max(m.lastTime, change.header.hybrid_time());
        if (readable && !(CADRE_PLANT("own_changes_are_here_already") && change.dot.site == m.site())) {
            (void)m.records.apply(change);
            ++m_pulled;
        }
        return {};
    }

    /// A signature covers its site's changes before it as well, by their chain.
    [[nodiscard]] std::string sign(const merge::Change &change, const wire::LogEntry &entry)
    {
        const auto [known, isNew] = m_keys.try_emplace(change.dot.site);
        if (isNew) {
            known->second = m.keyOf(change.dot.site);
        }
        const auto &key = known->second;
        // A name that its device has no right to is why the change was set aside.
        const bool applies = entry.verdict() != wire::VERDICT_CLASS_QUARANTINED;
        if (!key || (applies && !key->person.isNull() && key->person != change.author)) {
            return broken("holds a change of an author it does not vouch for");
        }
        if (applies && key && key->person.isNull() && change.header.has_released()) {
            m.log.markReleased(m_scope, merge::fromProto(change.header.released()));
        }
        if (entry.signature().empty()) {
            m_unsigned[change.dot.site] = change.dot.seq;
            return {};
        }
        if (!merge::isSigned(merge::runDomain, change.headerHash, entry.signature(), key->publicKey)) {
            return broken("holds a change with a signature that does not hold");
        }
        m_unsigned.erase(change.dot.site);
        return {};
    }

    Device::Parts &m;
    record::ScopeId m_scope;
    std::uint64_t m_rev = 0;
    bool m_hasErased = false;
    std::uint64_t m_pulled = 0;
    std::map<record::Uuid, std::uint64_t> m_unsigned;
    std::map<record::Uuid, store::ChainHead> m_placed;
    std::map<record::Uuid, std::optional<Device::Parts::SiteKey>> m_keys;
    merge::PageHeaders m_headers;
};

} // namespace

AppliedPage applyPage(Device::Parts &m, const wire::ScopePage &page)
{
    const auto scope = merge::fromProto(page.scope());
    if (!scope) {
        return { .problem =
                     "The server sent a page for a place that can't be read. Everything on this device is safe." };
    }
    for (const auto &certificate : page.certificates()) {
        if (auto problem = m.keepCertificate(certificate); !problem.empty()) {
            return { .problem = std::move(problem) };
        }
    }
    if (page.take_snapshot()) {
        return { .snapshotWanted = true };
    }
    if (m.log.cursor(*scope).epoch() != page.epoch()) {
        if (m.log.cursor(*scope).rev() != 0) {
            return { .problem = "The server's history of a place is not the one this device has seen. Everything "
                                "here is safe." };
        }
        m.log.setEpoch(*scope, page.epoch());
    }
    const bool offered = m.learnEpoch(page.epoch());
    PageReader reader(m, *scope);
    for (const auto &entry : page.entries()) {
        if (auto problem = reader.take(entry); !problem.empty()) {
            return { .problem = std::move(problem) };
        }
    }
    if (auto problem = reader.finish(); !problem.empty()) {
        return { .problem = std::move(problem) };
    }
    const auto cursor = m.log.cursor(*scope);
    if (cursor.rev() == page.head_rev() && cursor.log_hash() != page.head_hash()) {
        return { .problem =
                     "The server's history of a place is not the one this device has seen. Everything here is safe." };
    }
    return { .pulled = reader.pulled(),
             .moreFollows = reader.rev() < page.head_rev() && page.entries_size() > 0,
             .pushFirst = offered };
}

} // namespace engine
