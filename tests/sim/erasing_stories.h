// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/ids.h"
#include "tests/sim/steps.h"

namespace sim {

/// Steps around a record that is erased while somebody has a form of it open, or work that waits, or is away; the
/// server is killed or restored meanwhile.
[[nodiscard]] std::vector<Step> makeErasingStory(Random &random, Faults faults);

} // namespace sim
