// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/seen_heads.h"

#include "sync/merge/seen.h"

namespace engine {

void nameSeenHeads(const store::Log &log, cadre::sync::v1::Run &run)
{
    merge::Context seen;
    std::optional<merge::Change> last;
    for (int i = 0; i < run.headers_size(); ++i) {
        auto read = merge::readChange(run.headers(i), run.bodies(i));
        if (read.change) {
            seen.add(merge::seenBy(*read.change));
        }
        last = std::move(read.change);
    }
    for (const auto &dot : last ? seen.heads() : std::vector<merge::Dot>()) {
        if (dot.site == last->dot.site) {
            continue;
        }
        store::ChainHead known { dot.seq, log.headerHash(last->scope, dot) };
        if (known.headerHash.empty()) {
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
