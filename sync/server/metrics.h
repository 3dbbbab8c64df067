// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/call_times.h"
#include "sync/server/counters.h"

#include <string>

namespace server {

/// The counters, the store's sizes and the process's in Prometheus' text format. No names, no ids.
[[nodiscard]] std::string metricsText(Academy &academy, const Counters &counters, const CallTimes &calls);

/// Remembers in the store that it was copied now.
void noteBackup(Academy &academy);

} // namespace server
