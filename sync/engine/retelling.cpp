// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/retelling.h"

#include "sync/engine/chain_end.h"
#include "sync/engine/replay.h"
#include "sync/engine/snapshot.h"

#include "sync/merge/seen.h"
#include "sync/record/plant.h"

#include <algorithm>
#include <functional>
#include <set>

namespace engine {

namespace {

namespace wire = cadre::sync::v1;

/// A change is told anew once for what a restored server lacks, and once more for what was erased since; each server
/// that goes back may ask for it again.
constexpr int mostTold = 8;

/// The change's body with its edits as they are now. Salts stay: two copies of a device that branch alike make the
/// same bytes, so that what both of them hold arrives once.
wire::Body bodyOf(const merge::Change &change)
{
    wire::Body body;
    (void)body.ParseFromString(change.bodyBytes);
    auto edit = change.edits.begin();
    for (auto &part : *body.mutable_parts()) {
        if (!part.erased_hash().empty()) {
            continue;
        }
        part.set_content((edit++)->SerializeAsString());
    }
    return body;
}

/// How contexts are told from now on.
using Telling = std::function<void(merge::Context &)>;

void retell(merge::Change &change, const Telling &telling)
{
    for (auto &edit : change.edits) {
        merge::retell(edit, telling);
    }
}

/// Some of what waits, in the order of its chain, and what the records were before it.
struct Waiting {
    std::vector<merge::Change> changes;
    Records records;
    std::size_t dropped = 0; ///< At the end, of which the content is not here.

    void add(merge::Change change, const std::string &undo, std::int64_t row)
    {
        records.merge(recordsOf(undo, row));
        changes.push_back(std::move(change));
    }
    [[nodiscard]] store::ChainHead before() const
    {
        return { changes.front().dot.seq - 1, changes.front().header.previous() };
    }
};

/// All that waits of a chain, in its order. Where a place was left and let in again, what had been set aside was met
/// before what came earlier in its chain.
std::vector<std::pair<merge::Change, std::string>> chainOf(const Device::Parts &m, const record::ScopeId &scope,
                                                           const record::Uuid &site)
{
    std::vector<std::pair<merge::Change, std::string>> chain; // With what the records were before each.
    for (auto &waiting : m.log.waitingIn(scope)) {
        auto read = merge::readChange(waiting.header, waiting.body);
        if (read.change && read.change->dot.site == site) {
            // What is set aside is not merged: others were since, and what the records were before it is of old.
            const bool isMerged = waiting.verdict != wire::VERDICT_CLASS_QUARANTINED;
            chain.emplace_back(std::move(*read.change), isMerged ? std::move(waiting.undo) : std::string());
        }
    }
    std::sort(chain.begin(), chain.end(),
              [](const auto &a, const auto &b) { return a.first.dot.seq < b.first.dot.seq; });
    return chain;
}

/// All that waits of a chain from there on, but for changes at its end of which the content is not here: those are
/// dropped.
Waiting waitingFrom(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &first)
{
    Waiting result;
    for (auto &[change, undo] : chainOf(m, scope, first.site)) {
        if (change.dot.seq >= first.seq) {
            const auto row = m.log.rowOf(scope, change.dot);
            result.add(std::move(change), undo, row);
        }
    }
    // What a copy of this device wrote and the server had set aside is the copy's to keep.
    for (; !result.changes.empty() && !result.changes.back().hasBody(); ++result.dropped) {
        m.log.drop(m.log.rowOf(scope, result.changes.back().dot));
        endAt(m, scope, first.site, { result.changes.back().dot.seq - 1, result.changes.back().header.previous() });
        result.changes.pop_back();
    }
    return result;
}

/// The same, of a chain of this device and without a hole up to its end; empty otherwise.
Waiting endOfOwn(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &first)
{
    const auto own = m.ownSites(scope);
    const auto head = m.log.head(scope, first.site);
    if (!head || std::find(own.begin(), own.end(), first.site) == own.end()) {
        return {};
    }
    const auto last = head->seq;
    auto result = waitingFrom(m, scope, first);
    const bool isWhole = !result.changes.empty() && result.changes.front().dot == first
        && result.changes.size() + result.dropped == last - first.seq + 1;
    return isWhole ? std::move(result) : Waiting {};
}

void branchFrom(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &first);

/// Of a change that is told anew, how it was told before. Under another name it is another change.
void noteTold(wire::Header &header, const std::string &headerHash, bool keepsName)
{
    auto &before = *header.mutable_told_before();
    if (!keepsName) {
        before.Clear();
    } else {
        if (before.size() >= mostTold) {
            before.DeleteSubrange(0, before.size() - mostTold + 1);
        }
        *before.Add() = headerHash;
    }
}

/// Where the first of them was met.
std::int64_t firstRowOf(const Device::Parts &m, const std::vector<merge::Change> &changes)
{
    auto first = m.log.rowOf(changes.front().scope, changes.front().dot);
    for (const auto &change : changes) {
        first = std::min(first, m.log.rowOf(change.scope, change.dot));
    }
    return first;
}

/// Writes changes that wait anew, at the end of that chain. Those that follow one of which the content is not here
/// can't go on from it, and branch.
void writeAnew(Device::Parts &m, const std::vector<merge::Change> &changes, const record::Uuid &site,
               store::ChainHead head)
{
    const auto scope = changes.front().scope;
    for (const auto &change : changes) {
        const auto row = m.log.rowOf(scope, change.dot);
        auto header = change.header;
        noteTold(header, change.headerHash, change.dot == merge::Dot { site, head.seq + 1 });
        header.set_site(site.raw());
        header.set_seq(head.seq + 1);
        header.set_previous(head.headerHash);
        const auto renamed = CADRE_PLANT("branch_draws_new_salts") ? merge::makeChange(header, change.edits, m.entropy)
                                                                   : merge::makeChange(header, bodyOf(change));
        const auto known = m.log.find(scope, renamed.dot);
        if (known && known->is(renamed) && m.log.rowOf(scope, renamed.dot) != row) {
            m.log.drop(row); // A copy of this device branched alike, and what it made is here.
        } else {
            m.log.rename(row, renamed);
        }
        head = { renamed.dot.seq, renamed.headerHash };
    }
    m.log.setHead(scope, site, head);
    const auto hollow =
        std::find_if(changes.begin(), changes.end(), [](const merge::Change &change) { return !change.hasBody(); });
    if (hollow != changes.end()) {
        branchFrom(m, scope, { site, head.seq - static_cast<std::uint64_t>(changes.end() - hollow) + 1 });
    }
}

/// What waits of a chain from there on becomes a branch. Changes of which the content is not here are left out: who
/// wrote them keeps them.
void branchFrom(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &first)
{
    auto waiting = waitingFrom(m, scope, first);
    auto &changes = waiting.changes;
    if (changes.empty()) {
        return;
    }
    // What was not merged yet, since the server was thought to have it, is merged now.
    for (const auto &change : changes) {
        waiting.records.merge(asTheyAre(m, change));
    }
    cutAt(m, scope, first.site, waiting.before(), hashesOf(changes));
    m.log.growKnownBefore(scope, first.site, waiting.before());
    const auto kept =
        std::find_if(changes.begin(), changes.end(), [](const merge::Change &change) { return change.hasBody(); });
    std::for_each(changes.begin(), kept, [&](const auto &change) { m.log.drop(m.log.rowOf(scope, change.dot)); });
    changes.erase(changes.begin(), kept);
    const Branch begun { first.site, changes.front().dot.seq, changes.front().headerHash,
                         merge::branchSite(scope, m.site(), changes.front().headerHash) };
    m.branches.add(scope, begun);
    const auto row = firstRowOf(m, changes);
    if (!CADRE_PLANT("branch_keeps_old_contexts")) {
        for (auto &change : changes) {
            retell(change, [&](merge::Context &context) {
                context.rename(first.site, begun.first, begun.site);
                context.drop(first);
            });
        }
    }
    writeAnew(m, changes, begun.site, {});
    replay(m, scope, waiting.records, row);
}

/// True when it quoted what it was made from.
bool forgetsBase(wire::Op &op)
{
    const bool quoted = !op.base().empty() || !op.base_hash().empty();
    op.clear_base();
    op.clear_base_hash();
    return quoted;
}

/// True when it said that it was made from one of those. What it quotes can't be held against an erasure any more.
bool saysLess(wire::Op &op, const std::vector<merge::Dot> &lost)
{
    const auto said = merge::Context::fromProto(op.context());
    auto context = said;
    for (const auto &first : lost) {
        context.drop(first);
    }
    *op.mutable_context() = context.toProto();
    return !(context == said);
}

/// True when the change was made from that dot, or from a later one of its chain.
bool names(const merge::Change &change, const merge::Dot &first)
{
    const auto heads = merge::seenBy(change).heads();
    return std::any_of(heads.begin(), heads.end(),
                       [&](const merge::Dot &dot) { return dot.site == first.site && dot.seq >= first.seq; });
}

} // namespace

void branch(Device::Parts &m, const record::ScopeId &scope, std::uint64_t first)
{
    branchFrom(m, scope, { m.site(scope), first });
}

void renameSeen(Device::Parts &m, const record::ScopeId &scope, const Branch &branch)
{
    const auto own = m.site(scope);
    Waiting seeing;
    for (auto &[change, undo] : chainOf(m, scope, own)) {
        const bool isMeant = branch.epoch.value_or(change.header.seen_epoch()) == change.header.seen_epoch();
        if (seeing.changes.empty() && !(isMeant && names(change, { branch.trunk, branch.first }))) {
            continue;
        }
        if (isMeant) {
            retell(change, [&](merge::Context &context) { context.rename(branch.trunk, branch.first, branch.site); });
        }
        const auto row = m.log.rowOf(scope, change.dot);
        seeing.add(std::move(change), undo, row);
    }
    if (!seeing.changes.empty()) {
        const auto row = firstRowOf(m, seeing.changes);
        writeAnew(m, seeing.changes, own, seeing.before());
        replay(m, scope, seeing.records, row);
    }
}

bool tellWithoutBase(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &dot)
{
    auto waiting = endOfOwn(m, scope, dot);
    if (waiting.changes.empty()) {
        return false;
    }
    bool told = false;
    for (auto &edit : waiting.changes.front().edits) {
        for (auto &op : *edit.mutable_ops()) {
            told = forgetsBase(op) || told;
        }
    }
    if (told) {
        writeAnew(m, waiting.changes, dot.site, waiting.before());
        m.records.erasures().noteLeftovers();
    }
    return told;
}

bool tellWithoutLost(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &dot,
                     const std::vector<merge::Dot> &lost)
{
    auto waiting = endOfOwn(m, scope, dot);
    if (waiting.changes.empty() || lost.empty()) {
        return false;
    }
    const auto row = firstRowOf(m, waiting.changes);
    bool quoted = false;
    for (auto &change : waiting.changes) {
        for (auto &edit : change.edits) {
            for (auto &op : *edit.mutable_ops()) {
                quoted = (saysLess(op, lost) && forgetsBase(op)) || quoted;
            }
        }
    }
    if (quoted) {
        m.records.erasures().noteLeftovers();
    }
    writeAnew(m, waiting.changes, dot.site, waiting.before());
    // They say less than what they were made from, so it matters what is merged before them: here as there, all that
    // the server has by now.
    for (const auto &change : waiting.changes) {
        m.log.moveToEnd(m.log.rowOf(scope, change.dot));
    }
    replay(m, scope, waiting.records, row);
    return true;
}

void goOnAfterGap(Device::Parts &m, const record::ScopeId &scope, const std::map<record::Uuid, store::ChainHead> &heads)
{
    const auto own = m.site(scope);
    const auto known = m.log.head(scope, own);
    const auto found = heads.find(own);
    const auto has = found == heads.end() ? 0 : found->second.seq;
    if (!known || known->seq <= has || m.log.holds(scope, own, has + 1, known->seq)) {
        return;
    }
    // What waits above the gap may find its place yet, if others hold what is missing here.
    if (!m.log.holds(scope, own, known->seq, known->seq)) {
        m.branches.add(scope, branchAfter(scope, m.site(), own, *known));
    }
}

} // namespace engine
