// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/seen_heads.h"

#include "sync/merge/seen.h"

#include <algorithm>

namespace engine {

namespace {

namespace wire = cadre::sync::v1;

/// At the end of each chain; a restored server lacks no more than what came since its backup.
constexpr std::uint64_t mostNamed = 64;

void name(wire::Run &run, const record::Uuid &site, const store::ChainHead &known)
{
    auto &named = *run.add_seen();
    named.mutable_dot()->set_site(site.raw());
    named.mutable_dot()->set_seq(known.seq);
    named.set_header_hash(known.headerHash);
}

/// The chain turned out to be another one in the server's history: what is known here of it ends with this. Where a
/// chain of this device branched, that is what its own changes mean; others had what the server has.
std::optional<store::ChainHead> twinOf(const Branches &twins, const record::ScopeId &scope, const merge::Dot &dot,
                                       bool isOwn)
{
    for (const auto &branch : twins.in(scope)) {
        if (branch.trunk == dot.site && branch.first <= dot.seq && (isOwn || !branch.isOwn)) {
            return store::ChainHead { branch.first, branch.headerHash };
        }
    }
    return std::nullopt;
}

/// Where the chain was known to be in the history that the change was made in.
std::optional<store::ChainHead> knownIn(const store::Log &log, const merge::Change &change, const record::Uuid &site)
{
    const auto known = log.knownBefore(change.scope, site);
    const auto found = known.find(change.header.seen_epoch());
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

/// True when what stands here may not be what the change's author had seen. Of a place that was left nothing stands
/// here, and no epoch is known, which is also the first one's number.
bool isOfEarlierHistory(const store::Log &log, const merge::Change &change)
{
    const auto cursor = log.cursor(change.scope);
    return change.header.seen_epoch() != cursor.epoch() || (cursor.epoch() == 0 && cursor.rev() == 0);
}

/// Of what a word of the server's says is erased, what stands here under these names: where a restored server comes to
/// have something else under one of them, it can tell what the word means.
void nameErased(const store::Log &log, const Branches &twins, const merge::Change &word, wire::Run &run)
{
    for (const auto &dot : merge::seenBy(word).heads()) {
        const auto head = log.head(word.scope, dot.site);
        const auto twin = twinOf(twins, word.scope, dot, false);
        const auto last = twin ? twin->seq - 1 : std::min(dot.seq, head ? head->seq : 0);
        for (auto seq = last > mostNamed ? last - mostNamed : 1; seq <= last; ++seq) {
            if (auto known = log.headerHash(word.scope, { dot.site, seq }); !known.empty()) {
                name(run, dot.site, { seq, std::move(known) });
            }
        }
        if (twin && log.headerHash(word.scope, { dot.site, twin->seq }) == twin->headerHash) {
            name(run, dot.site, *twin); // Not put aside yet: the word was made of this one.
        }
    }
}

} // namespace

void nameSeenHeads(const store::Log &log, const Branches &twins, bool isOwn, wire::Run &run)
{
    merge::Context seen;
    for (int i = 0; i < run.bodies_size(); ++i) {
        seen.add(merge::seenInBody(run.bodies(i)));
    }
    const auto last = merge::readChange(*run.headers().rbegin(), {}).change;
    const auto first = merge::readChange(run.headers(0), {}).change;
    const bool isOlder = first && isOfEarlierHistory(log, *first);
    const bool isByServer = first && first->author.isNull();
    for (int i = 0; isByServer && i < run.bodies_size(); ++i) {
        const auto word = merge::readChange(run.headers(i), run.bodies(i)).change;
        if (word && merge::erases(*word)) {
            nameErased(log, twins, *word, run);
        }
    }
    for (const auto &dot : last ? seen.heads() : std::vector<merge::Dot>()) {
        if (dot.site == last->dot.site) {
            continue;
        }
        store::ChainHead known { dot.seq, log.headerHash(last->scope, dot) };
        // What stands here now may be of a history that its author had not seen.
        const auto before = isOlder ? knownIn(log, *first, dot.site) : std::nullopt;
        const auto head = log.head(last->scope, dot.site).value_or(store::ChainHead {});
        // Before the server's snapshot has come, what was put aside for its name has left that name to nobody.
        const bool isFree = known.headerHash.empty() && head.seq < dot.seq;
        const auto twin = isOlder || isFree ? twinOf(twins, last->scope, dot, isOwn) : std::nullopt;
        if (before && before->seq >= dot.seq) {
            known = *before;
        } else if (twin) {
            known = *twin;
        } else if (before && !isByServer) {
            // Of a history between the two, which is not known any more: it is not what stands there. A server had more
            // than was known here.
            known = { dot.seq, before->headerHash };
        } else if (known.headerHash.empty()) {
            known = head;
        }
        if ((known.seq >= dot.seq || twin) && !known.headerHash.empty()) {
            name(run, dot.site, known);
        }
    }
}

} // namespace engine
