// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/setting_aside.h"

#include "sync/engine/chain_end.h"
#include "sync/engine/replay.h"
#include "sync/engine/retelling.h"
#include "sync/engine/snapshot.h"

#include "sync/record/plant.h"

#include <algorithm>

namespace engine {

namespace {

constexpr auto twinSentence =
    "The author's device and the server both went back to an earlier state and went on in another "
    "way, so this change has no place there any more. It is kept on this device.";

constexpr auto gapSentence =
    "What its author wrote before this change was lost with an earlier state of the server, so this change has "
    "no place there any more. It is kept on this device.";

constexpr auto baseSentence =
    "What this change was made from was erased before the server had it back, and its author was not there to say "
    "it without. It is kept on this device.";

struct Reason {
    const char *code;
    const char *sentence;
};

Reason reasonFor(Aside why)
{
    switch (why) {
    case Aside::Twin:
        return { "twin", twinSentence };
    case Aside::Base:
        return { "base", baseSentence };
    case Aside::Gap:
        break;
    }
    return { "gap", gapSentence };
}

/// A chain that this device does not go on with is one with other changes from that one on, as it knows it: what it
/// made from those names them as their author's device will. Inside a transaction.
void nameTwin(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &first, const std::string &headerHash,
              std::optional<std::uint64_t> epoch = {})
{
    const auto name = merge::branchSite(scope, first.site, headerHash);
    if (!m.branches.names(scope, name, epoch)) {
        m.branches.add(scope, { first.site, first.seq, headerHash, name, false, epoch });
        renameSeen(m, scope, m.branches.in(scope).back());
    }
}

/// The first of those that wait under the signature of what is put aside, and can't be told without.
merge::Dot signedTogether(const Device::Parts &m, const record::ScopeId &scope, merge::Dot dot)
{
    for (; dot.seq > 1; --dot.seq) {
        const auto before = m.log.find(scope, { dot.site, dot.seq - 1 });
        if (!before || !before->waits || !before->signature.empty()) {
            break;
        }
    }
    return dot;
}

} // namespace

void putAside(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &from, Aside why)
{
    const bool isTwin = why == Aside::Twin;
    const auto first = isTwin ? from : signedTogether(m, scope, from);
    const auto [code, sentence] = reasonFor(why);
    Records records;
    std::vector<merge::Change> changes;
    std::int64_t row = 0;
    for (const auto &waiting : m.log.waitingIn(scope)) {
        auto read = merge::readChange(waiting.header, waiting.body);
        if (!read.change || read.change->dot.site != first.site || read.change->dot.seq < first.seq) {
            continue;
        }
        const auto at = m.log.rowOf(scope, read.change->dot);
        row = row == 0 ? at : row;
        records.merge(recordsOf(waiting.undo, at));
        m.log.putAside(at, *read.change, code, sentence);
        changes.push_back(std::move(*read.change));
    }
    const auto twin =
        std::find_if(changes.begin(), changes.end(), [&](const merge::Change &change) { return change.dot == first; });
    if (twin != changes.end()) {
        const store::ChainHead before { first.seq - 1, twin->header.previous() };
        isTwin ? cutAt(m, scope, first.site, before, hashesOf(changes)) : endAt(m, scope, first.site, before);
    }
    if (row != 0) {
        replay(m, scope, records, row);
    }
    if (isTwin && twin != changes.end() && first.site != m.site(scope) && !CADRE_PLANT("seen_twins_keep_their_names")) {
        nameTwin(m, scope, first, twin->headerHash);
    }
    if (std::any_of(changes.begin(), changes.end(), merge::erases)) {
        // What the records were before that is nowhere any more: the server tells what they are.
        Fetching(m).want(scope);
    }
}

void nameTwins(Device::Parts &m, const record::ScopeId &scope, const std::map<record::Uuid, store::ChainHead> &heads)
{
    const auto own = m.ownSites(scope);
    for (const auto &[site, head] : heads) {
        for (const auto &[epoch, known] : m.log.knownBefore(scope, site)) {
            const bool isLonger = known.seq > head.seq;
            const auto there = isLonger ? m.log.headerHash(scope, { site, head.seq }) : known.headerHash;
            if ((isLonger || known.seq == head.seq) && !there.empty() && there != head.headerHash
                && std::find(own.begin(), own.end(), site) == own.end()) {
                nameTwin(m, scope, { site, head.seq }, there, epoch);
                const auto before = head.seq - 1;
                m.log.cutKnownIn(scope, site, epoch, { before, m.log.headerHash(scope, { site, before }) });
            }
        }
    }
}

bool vouchAgain(Device::Parts &m, const record::ScopeId &scope, const record::Uuid &site, store::ChainHead head)
{
    std::vector<std::pair<std::int64_t, merge::Change>> chain;
    for (bool isSigned = false; !isSigned;) {
        const auto next = m.log.putAsideAfter(scope, site, head);
        auto read = next ? merge::readChange(next->change.header, next->change.body) : merge::ReadChange {};
        // What the server has no word for, it would not take this time either.
        const bool isHollow = read.change && read.change->erasedParts > 0;
        if (!read.change || isHollow || m.log.rowOf(scope, read.change->dot) != 0) {
            return false;
        }
        isSigned = !next->change.signature.empty();
        head = { read.change->dot.seq, read.change->headerHash };
        chain.emplace_back(next->row, std::move(*read.change));
    }
    for (const auto &[row, change] : chain) {
        m.log.takeBack(row, change);
        mergeAtItsPlace(m, change, row);
    }
    return true;
}

} // namespace engine
