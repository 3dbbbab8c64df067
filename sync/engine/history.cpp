// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/history.h"

#include "sync/engine/replay.h"
#include "sync/engine/snapshot.h"

#include "sync/merge/seen.h"
#include "sync/record/plant.h"
#include "sync/store/erasing.h"
#include "sync/store/search_index.h"

#include <algorithm>

namespace engine {

namespace {

namespace wire = cadre::sync::v1;
using cadre::store::v1::Undo;

/// True when a part of it was erased here by a word that the server does not know, or not any more: it may have the
/// bytes.
bool isHollow(const Device::Parts &m, const record::ScopeId &scope, const merge::Dot &dot)
{
    auto known = m.log.find(scope, dot);
    const auto read =
        known ? merge::readChange(std::move(known->header), std::move(known->body)) : merge::ReadChange {};
    return read.change && read.change->erasedParts > 0 && !m.records.mayBeErased(scope, dot);
}

/// A change that was set aside once is taken by the server as it is now.
void takeAfterAll(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &dot, std::int64_t row,
                  const wire::Verdict &verdict)
{
    auto content = *m.log.find(scope, dot);
    if (content.body.empty() || isHollow(m, scope, dot)) {
        // Its content is not here: the log brings it, or a snapshot has it.
        m.log.drop(row);
        return;
    }
    m.log.setVerdict(row, verdict);
    const auto read = merge::readChange(std::move(content.header), std::move(content.body));
    if (read.change && m.isMember(scope)) {
        mergeAtItsPlace(m, *read.change, row);
    } else {
        Fetching(m).want(scope);
    }
}

/// The change, where it says that a record is erased: what that was before is nowhere any more.
std::optional<merge::Change> wordIn(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &dot)
{
    auto known = m.log.find(scope, dot);
    auto read = known ? merge::readChange(std::move(known->header), std::move(known->body)) : merge::ReadChange {};
    return read.change && merge::erases(*read.change) ? std::move(read.change) : std::nullopt;
}

/// Leaves out of such a word what may have another meaning in the history that the server tells now. False where there
/// is no such thing.
bool leaveOutTwins(Device::Parts &m, merge::Change &word)
{
    const auto own = m.ownSites(word.scope);
    bool hasTwins = false;
    for (const auto &twin : m.branches.in(word.scope)) {
        if (std::find(own.begin(), own.end(), twin.trunk) != own.end()) {
            continue;
        }
        for (auto &edit : word.edits) {
            merge::retell(edit, [&](merge::Context &context) {
                const auto before = context;
                context.drop({ twin.trunk, twin.first });
                hasTwins = hasTwins || !(context == before);
            });
        }
    }
    return hasTwins;
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
    if (!isRefused && m.log.cursor(scope).epoch() != 0 && isHollow(m, scope, dot)) {
        // The log brings it.
        m.log.drop(known->row);
        return known->verdict;
    }
    m.log.setVerdict(known->row, verdict);
    const bool wasTaken = known->verdict != 0 && !wasRefused;
    const bool wasMerged = wasTaken || known->hasUndo;
    const bool isUndone = known->hasUndo && !(isRefused && wordIn(m, scope, dot));
    if (!isRefused && known->verdict == 0 && !m.branches.in(scope).empty()) {
        if (auto word = wordIn(m, scope, dot); word && leaveOutTwins(m, *word)) {
            // The server has taken it as it is: what was left out is erased as well.
            Fetching(m).want(scope);
        }
    }
    if (isRefused && wasMerged && !isUndone && verdict.rev() > m.log.baseRev(scope)) {
        // What the records were is not known any more: the server tells it in a snapshot.
        Fetching(m).want(scope);
    } else if (isRefused && !wasRefused && !CADRE_PLANT("refused_stays_shown")) {
        replay(m, scope, recordsOf(m.log.find(scope, dot)->undo, known->row), known->row);
    }
    return known->verdict;
}

void applyWaiting(Device::Parts &m, const store::LoggedChange &waiting)
{
    auto read = merge::readChange(waiting.header, waiting.body);
    if (!read.change || !read.change->hasBody()) {
        return;
    }
    if (merge::erases(*read.change)) {
        (void)leaveOutTwins(m, *read.change);
    }
    Undo undo;
    (void)m.records.apply(*read.change, &undo);
    m.log.setUndo(m.log.rowOf(read.change->scope, read.change->dot), undo.SerializeAsString());
    if (merge::erases(*read.change)) {
        // Also from what the records were before it.
        (void)store::obeyErasure(m.log, m.records, *read.change);
    }
}

void leave(Device::Parts &m, const record::ScopeId &scope)
{
    {
        // With its rows go the words by which they were found, and those leave no bytes.
        const store::Overwriting overwriting(m.database);
        m.records.leave(scope);
    }
    m.log.leave(scope, m.ownSites(scope));
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
    if (!CADRE_PLANT("leaving_keeps_a_begun_snapshot")) {
        // Of a place that was never read to its end the server does not say that it is left.
        Fetching(m).dropOfOthers();
    }
}

} // namespace engine
