// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/ids.h"
#include "tests/sim/steps.h"

namespace sim {

/// Things that happen to a device one after the other, and that chance alone would hardly put in that
/// order: somebody is put out of a place and let in again, a copied device goes on, a page is on its way
/// when its place is left. Faults that the history may not hold are left out.
[[nodiscard]] std::vector<Step> makeStory(Random &random, Faults faults);

} // namespace sim
