// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"

#include <cstdint>

namespace store {
class Log;
}

namespace host {

enum class Claims {
    Seen, ///< The change says it had seen what stands in this log.
    Early, ///< More than that, as it may be where the log has lost its end to a restore.
    False, ///< More than anybody can have seen.
};

/// What a change says its author had on screen, held against the log. Contexts that name what nobody
/// has written yet would silence it when it comes. `epoch` is the host's, begun by the clock.
[[nodiscard]] Claims claimsOf(const merge::Change &change, const store::Log &log, std::uint64_t epoch,
                              std::int64_t now);

} // namespace host
