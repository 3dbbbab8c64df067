// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/seen_heads.h"

#include "sync/merge/seen.h"

namespace engine {

void nameSeenHeads(const store::Log &log, cadre::sync::v1::Run &run)
{
    merge::Context seen;
    for (const auto &body : run.bodies()) {
        seen.add(merge::seenInBody(body));
    }
    const auto last = merge::readChange(*run.headers().rbegin(), {}).change;
    const auto first = merge::readChange(run.headers(0), {}).change;
    const bool isOlder = first && first->header.seen_epoch() != log.cursor(first->scope).epoch();
    for (const auto &dot : last ? seen.heads() : std::vector<merge::Dot>()) {
        if (dot.site == last->dot.site) {
            continue;
        }
        store::ChainHead known { dot.seq, log.headerHash(last->scope, dot) };
        // What stands here now may be of a history that its author had not seen.
        if (const auto before = isOlder ? log.knownBefore(last->scope, dot.site) : std::nullopt;
            before && before->seq >= dot.seq) {
            known = *before;
        } else if (known.headerHash.empty()) {
            known = log.head(last->scope, dot.site).value_or(store::ChainHead {});
        }
        if (known.seq >= dot.seq && !known.headerHash.empty()) {
            auto &named = *run.add_seen();
            named.mutable_dot()->set_site(dot.site.raw());
            named.mutable_dot()->set_seq(known.seq);
            named.set_header_hash(known.headerHash);
        }
    }
}

} // namespace engine
