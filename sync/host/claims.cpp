// SPDX-License-Identifier: Apache-2.0
#include "sync/host/claims.h"

#include "sync/record/plant.h"
#include "sync/store/log.h"

namespace host {

Claims claimsOf(const merge::Change &change, const store::Log &log, std::uint64_t epoch, std::int64_t now)
{
    merge::Context seen;
    for (const auto &edit : change.edits) {
        for (const auto &op : edit.ops()) {
            seen.add(merge::Context::fromProto(op.context()));
        }
    }
    bool ahead = false;
    for (const auto &dot : seen.heads()) {
        if (dot.site == change.dot.site) {
            if (dot.seq >= change.dot.seq) {
                return Claims::False;
            }
            continue;
        }
        const auto head = log.head(change.scope, dot.site);
        ahead = ahead || !head || head->seq + (CADRE_PLANT("claims_one_ahead") ? 1 : 0) < dot.seq;
    }
    if (!ahead) {
        return Claims::Seen;
    }
    if (epoch != 0 && now < static_cast<std::int64_t>(epoch) + merge::healingMilliseconds) {
        return Claims::Early;
    }
    // What is gone for good with everybody who held it stays away; the edit made from it does not.
    return change.header.seen_epoch() < epoch ? Claims::Seen : Claims::False;
}

} // namespace host
