// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/seen.h"

namespace merge {

Context seenBy(const Change &change)
{
    Context seen;
    for (const auto &edit : change.edits) {
        for (const auto &op : edit.ops()) {
            seen.add(Context::fromProto(op.context()));
        }
    }
    return seen;
}

} // namespace merge
