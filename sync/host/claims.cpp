// SPDX-License-Identifier: Apache-2.0
#include "sync/host/claims.h"

#include "sync/merge/seen.h"
#include "sync/record/plant.h"

#include <algorithm>

namespace host {

SeenHeads seenHeadsOf(const cadre::sync::v1::Run &run)
{
    SeenHeads heads;
    for (const auto &seen : run.seen()) {
        if (const auto site = record::Uuid::fromRaw(seen.dot().site())) {
            heads[*site] = { seen.dot().seq(), seen.header_hash() };
        }
    }
    return heads;
}

Claims claimsOf(const merge::Change &change, const SeenHeads &known, const store::Log &log, std::uint64_t epoch,
                bool isKnown, std::int64_t now)
{
    Claims claims;
    bool mayCome = false;
    for (const auto &dot : merge::seenBy(change).heads()) {
        if (dot.site == change.dot.site) {
            if (dot.seq >= change.dot.seq) {
                return { Claims::Are::False, {} };
            }
            continue;
        }
        const auto head = log.head(change.scope, dot.site);
        bool lacks = !head || head->seq + (CADRE_PLANT("claims_one_ahead") ? 1 : 0) < dot.seq;
        bool isTwin = false;
        const auto named = known.find(dot.site);
        if (!lacks && named != known.end() && !CADRE_PLANT("a_name_is_one_change")) {
            const auto there = head->seq == named->second.seq
                ? head->headerHash
                : log.headerHash(change.scope, { dot.site, named->second.seq });
            lacks = there != named->second.headerHash;
            isTwin = lacks && !there.empty();
        }
        const auto common = lacks && epoch != 0 && isKnown ? log.commonSeq(change.scope, dot.site) : 0;
        if (lacks && dot.seq > common) {
            claims.lacking.push_back({ dot.site, common + 1 });
            mayCome = mayCome || !isTwin;
        }
    }
    if (CADRE_PLANT("an_older_history_may_claim") && change.header.seen_epoch() < epoch
        && now >= static_cast<std::int64_t>(epoch) + merge::healingMilliseconds) {
        return {};
    }
    if (!claims.lacking.empty()) {
        const bool isHealing = now < static_cast<std::int64_t>(epoch) + merge::healingMilliseconds;
        claims.are = epoch == 0 ? Claims::Are::False : mayCome && isHealing ? Claims::Are::Early : Claims::Are::Lost;
    }
    return claims;
}

std::vector<merge::Dot> othersUnderItsNames(const merge::Change &change, const cadre::sync::v1::Run &run,
                                            const store::Log &log)
{
    struct Chain {
        std::uint64_t lastSame = 0;
        std::uint64_t firstOther = 0;
    };
    std::map<record::Uuid, Chain> chains;
    for (const auto &seen : run.seen()) {
        const auto site = record::Uuid::fromRaw(seen.dot().site());
        const auto head = site ? log.head(change.scope, *site) : std::nullopt;
        const auto seq = seen.dot().seq();
        if (!head || head->seq < seq) {
            continue;
        }
        auto &chain = chains[*site];
        if (log.isOrWas(change.scope, { *site, seq }, seen.header_hash())) {
            chain.lastSame = std::max(chain.lastSame, seq);
        } else {
            chain.firstOther = chain.firstOther == 0 ? seq : std::min(chain.firstOther, seq);
        }
    }
    std::vector<merge::Dot> others;
    for (const auto &dot : merge::seenBy(change).heads()) {
        const auto chain = chains.find(dot.site);
        if (chain != chains.end() && chain->second.firstOther != 0 && chain->second.lastSame < dot.seq) {
            // Of what comes before the first that is another nobody can tell: what is erased stays erased.
            others.push_back({ dot.site, std::max(chain->second.firstOther, chain->second.lastSame + 1) });
        }
    }
    return others;
}

} // namespace host
