// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/log.h"

#include <cstdint>
#include <map>
#include <vector>

namespace host {

struct Claims {
    enum class Are {
        Seen, ///< The change says it had seen what stands in this log.
        Early, ///< More than that, as it may be where the log has lost its end to a restore.
        Lost, ///< The same, and nobody has brought it back in time, or others stand under those names.
        False, ///< More than anybody can have seen.
    };
    Are are = Are::Seen;
    /// Of each site whose changes are not in this log, the first that may be another one in it.
    std::vector<merge::Dot> lacking;
};

/// Of the sites that a run's contexts name, the header that its sender knows there, at the highest seq or beyond.
using SeenHeads = std::map<record::Uuid, store::ChainHead>;
[[nodiscard]] SeenHeads seenHeadsOf(const cadre::sync::v1::Run &run);

/// What a change says its author had on screen, held against the log. Contexts that name what nobody
/// has written yet would silence it when it comes; those that name what another log had in that place
/// would silence what stands there in this one. `epoch` is the host's, begun by the clock; `isKnown` says whether the
/// epoch in which the change was made is one of this log's.
[[nodiscard]] Claims claimsOf(const merge::Change &change, const SeenHeads &seen, const store::Log &log,
                              std::uint64_t epoch, bool isKnown, std::int64_t now);

/// Of each site whose chain is another one in this log than the run's sender knows under the names in the change's
/// contexts: the first that is known to be another.
[[nodiscard]] std::vector<merge::Dot> othersUnderItsNames(const merge::Change &change, const cadre::sync::v1::Run &run,
                                                          const store::Log &log);

} // namespace host
