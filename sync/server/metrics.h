// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/counters.h"

#include <string>

namespace server {

/// The counters and the store's sizes in Prometheus' text format. No names, no ids.
[[nodiscard]] std::string metricsText(Academy &academy, const Counters &counters);

} // namespace server
