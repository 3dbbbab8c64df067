// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/history.h"

#include "sync/engine/snapshot.h"

#include "sync/merge/seen.h"
#include "sync/record/plant.h"
#include "sync/store/erasing.h"

#include <algorithm>
#include <map>

namespace engine {

namespace {

namespace wire = cadre::sync::v1;
using cadre::store::v1::Undo;
using cadre::store::v1::UndoRecord;
constexpr auto twinSentence =
    "The author's device and the server both went back to an earlier state and went on in another "
    "way, so this change has no place there any more. It is kept on this device.";

constexpr auto gapSentence =
    "What its author wrote before this change was lost with an earlier state of the server, so this change has "
    "no place there any more. It is kept on this device.";

using RecordName = std::pair<std::uint32_t, std::string>;
using Records = std::map<RecordName, UndoRecord>;

Records recordsOf(const std::string &undo)
{
    Undo read;
    (void)read.ParseFromString(undo);
    Records records;
    for (auto &one : *read.mutable_records()) {
        records.try_emplace(RecordName { one.type(), one.record() }, std::move(one));
    }
    return records;
}

/// What this one of the records is now, in the undo that a waiting change keeps.
void renew(Device::Parts &m, const record::ScopeId &scope, const wire::RecordEdit &edit, Undo &undo)
{
    const store::RecordKey key { edit.type(), record::Uuid::fromRaw(edit.record()).value_or(record::Uuid {}), scope };
    for (auto &one : *undo.mutable_records()) {
        if (one.type() == edit.type() && one.record() == edit.record()) {
            one = m.records.before(key);
            return;
        }
    }
    *undo.add_records() = m.records.before(key);
}

/// The change's body with other edits. Salts stay: two copies of a device that branch alike make the same
/// bytes, so that what both of them hold arrives once.
wire::Body bodyWith(const merge::Change &change, const std::vector<wire::RecordEdit> &edits)
{
    wire::Body body;
    (void)body.ParseFromString(change.bodyBytes);
    auto edit = edits.begin();
    for (auto &part : *body.mutable_parts()) {
        if (!part.erased_hash().empty()) {
            continue;
        }
        part.set_content((edit++)->SerializeAsString());
    }
    return body;
}

/// Makes the records what they were, then merges again what was met from that row on.
void replay(Device::Parts &m, const record::ScopeId &scope, const Records &records, std::int64_t row)
{
    if (m.hides(scope)) {
        return;
    }
    for (const auto &[name, before] : records) {
        m.records.restore(scope, before);
    }
    for (const auto &[metRow, met] : m.log.metFrom(scope, row)) {
        const auto read = merge::readChange(met.header, met.body);
        if (!read.change) {
            continue;
        }
        Undo undo;
        (void)undo.ParseFromString(met.undo);
        bool touched = false;
        for (const auto &edit : read.change->edits) {
            if (!records.contains({ edit.type(), edit.record() })) {
                continue;
            }
            if ((met.waits || !met.undo.empty()) && !CADRE_PLANT("undo_is_not_renewed")) {
                renew(m, scope, edit, undo);
                touched = true;
            }
            (void)m.records.applyEdit(edit, *read.change);
        }
        if (touched) {
            m.log.keepUndo(metRow, undo.SerializeAsString());
        }
    }
}

/// Dots of a chain from a seq on, and the chain in which they go on from 1.
struct Renaming {
    record::Uuid site;
    std::uint64_t first = 0;
    record::Uuid to;
};

/// Writes changes that wait anew, at the end of that chain.
void writeAnew(Device::Parts &m, std::vector<merge::Change> &changes, const record::Uuid &site, store::ChainHead head,
               const Renaming &renaming)
{
    const auto scope = changes.front().scope;
    for (auto &change : changes) {
        const auto row = m.log.rowOf(scope, change.dot);
        auto edits = std::move(change.edits);
        for (auto &edit : edits) {
            for (auto &op : *edit.mutable_ops()) {
                auto context = merge::Context::fromProto(op.context());
                context.rename(renaming.site, renaming.first, renaming.to);
                *op.mutable_context() = context.toProto();
            }
        }
        auto header = change.header;
        header.set_site(site.raw());
        header.set_seq(head.seq + 1);
        header.set_previous(head.headerHash);
        const auto renamed = CADRE_PLANT("branch_draws_new_salts") ? merge::makeChange(header, edits, m.entropy)
                                                                   : merge::makeChange(header, bodyWith(change, edits));
        m.log.rename(row, renamed);
        head = { renamed.dot.seq, renamed.headerHash };
    }
    m.log.setHead(scope, site, head);
}

/// True when the change was made from that dot, or from a later one of its chain.
bool names(const merge::Change &change, const merge::Dot &first)
{
    const auto heads = merge::seenBy(change).heads();
    return std::any_of(heads.begin(), heads.end(),
                       [&](const merge::Dot &dot) { return dot.site == first.site && dot.seq >= first.seq; });
}

/// The chain ends there, or where the server's log is known to have come.
void endAt(Device::Parts &m, const record::ScopeId &scope, const record::Uuid &site, const store::ChainHead &head)
{
    const auto placed = m.log.placed(scope, site);
    m.log.setHead(scope, site, placed.seq > head.seq ? placed : head);
}

/// A change that was set aside once is taken by the server as it is now.
void takeAfterAll(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &dot, std::int64_t row,
                  const wire::Verdict &verdict)
{
    auto content = *m.log.find(scope, dot);
    if (content.body.empty()) {
        // Its content is not here: the log brings it, or a snapshot has it.
        m.log.drop(row);
        return;
    }
    m.log.setVerdict(row, verdict);
    const auto read = merge::readChange(std::move(content.header), std::move(content.body));
    if (read.change && m.isMember(scope)) {
        (void)m.records.apply(*read.change);
    } else {
        Fetching(m).want(scope);
    }
}

} // namespace

std::optional<std::uint32_t> settle(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &dot,
                                    const wire::Verdict &verdict)
{
    const auto known = m.log.standing(scope, dot);
    if (!known || !known->waits) {
        return std::nullopt;
    }
    const bool wasRefused = known->verdict == wire::VERDICT_CLASS_QUARANTINED;
    const bool isRefused = verdict.verdict() == wire::VERDICT_CLASS_QUARANTINED;
    if (wasRefused && !isRefused) {
        takeAfterAll(m, scope, dot, known->row, verdict);
        return known->verdict;
    }
    m.log.setVerdict(known->row, verdict);
    const bool wasTaken = known->verdict != 0 && !wasRefused;
    if (isRefused && wasTaken && !known->hasUndo && verdict.rev() > m.log.baseRev(scope)) {
        // What the records were is not known any more: the server tells it in a snapshot.
        Fetching(m).want(scope);
    } else if (isRefused && !wasRefused && !CADRE_PLANT("refused_stays_shown")) {
        replay(m, scope, recordsOf(m.log.find(scope, dot)->undo), known->row);
    }
    return known->verdict;
}

void applyWaiting(Device::Parts &m, const store::LoggedChange &waiting)
{
    const auto read = merge::readChange(waiting.header, waiting.body);
    if (!read.change || !read.change->hasBody()) {
        return;
    }
    Undo undo;
    (void)m.records.apply(*read.change, &undo);
    m.log.setUndo(m.log.rowOf(read.change->scope, read.change->dot), undo.SerializeAsString());
    if (merge::erases(*read.change)) {
        // Also from what the records were before it.
        (void)store::obeyErasure(m.log, m.records, *read.change);
    }
}

void branch(Device::Parts &m, const record::ScopeId &scope, std::uint64_t first)
{
    const auto trunk = m.site(scope);
    std::vector<merge::Change> changes;
    Records records;
    for (const auto &waiting : m.log.waitingIn(scope)) {
        auto read = merge::readChange(waiting.header, waiting.body);
        if (!read.change || read.change->dot.site != trunk || read.change->dot.seq < first) {
            continue;
        }
        records.merge(recordsOf(waiting.undo));
        changes.push_back(std::move(*read.change));
    }
    if (changes.empty()) {
        return;
    }
    // What was not merged yet, since the server was thought to have it, is merged now.
    for (const auto &change : changes) {
        for (const auto &edit : change.edits) {
            const store::RecordKey key { edit.type(), record::Uuid::fromRaw(edit.record()).value_or(record::Uuid {}),
                                         scope };
            records.try_emplace(RecordName { edit.type(), edit.record() }, m.records.before(key));
        }
    }
    const Branch begun { trunk, changes.front().dot.seq, changes.front().headerHash,
                         merge::branchSite(scope, m.site(), changes.front().headerHash) };
    endAt(m, scope, trunk, { begun.first - 1, changes.front().header.previous() });
    m.branches.add(scope, begun);
    const auto row = m.log.rowOf(scope, changes.front().dot);
    const Renaming renaming { trunk, CADRE_PLANT("branch_keeps_old_contexts") ? ~std::uint64_t(0) : begun.first,
                              begun.site };
    writeAnew(m, changes, begun.site, {}, renaming);
    replay(m, scope, records, row);
}

void renameSeen(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &first, const record::Uuid &branch)
{
    const auto own = m.site(scope);
    std::vector<merge::Change> changes;
    Records records;
    for (const auto &waiting : m.log.waitingIn(scope)) {
        auto read = merge::readChange(waiting.header, waiting.body);
        const bool isOwn = read.change && read.change->dot.site == own && read.change->hasBody();
        if (isOwn && (!changes.empty() || names(*read.change, first))) {
            records.merge(recordsOf(waiting.undo));
            changes.push_back(std::move(*read.change));
        }
    }
    if (changes.empty()) {
        return;
    }
    const auto row = m.log.rowOf(scope, changes.front().dot);
    const store::ChainHead before { changes.front().dot.seq - 1, changes.front().header.previous() };
    writeAnew(m, changes, own, before, { first.site, first.seq, branch });
    replay(m, scope, records, row);
}

bool tellWithoutBase(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &dot)
{
    const auto own = m.ownSites(scope);
    if (std::find(own.begin(), own.end(), dot.site) == own.end()) {
        return false;
    }
    std::vector<merge::Change> changes;
    for (const auto &waiting : m.log.waitingIn(scope)) {
        auto read = merge::readChange(waiting.header, waiting.body);
        if (read.change && read.change->dot.site == dot.site && read.change->dot.seq >= dot.seq) {
            changes.push_back(std::move(*read.change));
        }
    }
    const auto head = m.log.head(scope, dot.site);
    if (!head || changes.empty() || changes.front().dot != dot || changes.size() != head->seq - dot.seq + 1) {
        return false;
    }
    bool told = false;
    for (auto &edit : changes.front().edits) {
        for (auto &op : *edit.mutable_ops()) {
            told = told || !op.base().empty() || !op.base_hash().empty();
            op.clear_base();
            op.clear_base_hash();
        }
    }
    if (told) {
        const store::ChainHead before { dot.seq - 1, changes.front().header.previous() };
        writeAnew(m, changes, dot.site, before, {});
    }
    return told;
}

void putAside(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &first, bool isTwin)
{
    Records records;
    std::int64_t row = 0;
    std::string twin;
    for (const auto &waiting : m.log.waitingIn(scope)) {
        const auto read = merge::readChange(waiting.header, waiting.body);
        if (!read.change || read.change->dot.site != first.site || read.change->dot.seq < first.seq) {
            continue;
        }
        const auto at = m.log.rowOf(scope, read.change->dot);
        row = row == 0 ? at : row;
        records.merge(recordsOf(waiting.undo));
        if (read.change->dot.seq == first.seq) {
            endAt(m, scope, first.site, { first.seq - 1, read.change->header.previous() });
            twin = read.change->headerHash;
        }
        m.log.putAside(at, *read.change, isTwin ? "twin" : "gap", isTwin ? twinSentence : gapSentence);
    }
    if (row != 0) {
        replay(m, scope, records, row);
    }
    const auto own = m.ownSites(scope);
    if (isTwin && !twin.empty() && std::find(own.begin(), own.end(), first.site) == own.end()
        && !CADRE_PLANT("seen_twins_keep_their_names")) {
        const auto name = merge::branchSite(scope, first.site, twin);
        m.branches.add(scope, { first.site, first.seq, twin, name });
        renameSeen(m, scope, first, name);
    }
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
        m.branches.add(
            scope, { own, known->seq + 1, known->headerHash, merge::branchSite(scope, m.site(), known->headerHash) });
    }
}

void leave(Device::Parts &m, const record::ScopeId &scope)
{
    m.records.leave(scope);
    m.log.leave(scope, m.ownSites(scope));
    if (!CADRE_PLANT("leaving_keeps_a_begun_snapshot")) {
        Fetching(m).drop(scope);
    }
    if (!CADRE_PLANT("who_comes_back_reads_on")) {
        // The rows of what waits are gone, and the server may take it before this person is let in again.
        Fetching(m).want(scope);
    }
}

void leaveWhatIsSent(Device::Parts &m, bool isNews)
{
    for (const auto &scope : m.log.scopesWithoutCursor()) {
        if (m.isMember(scope)) {
            continue;
        }
        // What it carried for others is not its to bring any more.
        const bool carries = m.log.holdsOfOthers(scope, m.ownSites(scope));
        const bool waits = !m.log.waitingIn(scope).empty();
        const bool sent = !waits && m.log.hasAcknowledged(scope);
        // Its own work in a place of which it never heard more is not shown any more either.
        const bool shows = waits && (isNews || !m.hides(scope));
        if (carries || shows || (sent && !CADRE_PLANT("late_work_stays_after_leaving"))) {
            leave(m, scope);
        }
    }
}

} // namespace engine
