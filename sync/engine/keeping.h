// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/parts.h"

namespace engine {

/// How long a device holds what the server has acknowledged, to give it back to one that was restored from
/// a backup: 90 days and two cycles of weekly backups.
inline constexpr std::int64_t runKeepingMilliseconds = (90LL + 2 * 7) * 24 * 3600 * 1000;

/// Once a day by the server's clock, not this device's: lets go of what has stood in the server's log for
/// longer than that, but of nothing that waits, was set aside, or would be merged again if what waits is
/// refused. Inside a transaction, after the device and the server have agreed.
void keepHouse(Device::Parts &m, std::int64_t serverTime);

} // namespace engine
