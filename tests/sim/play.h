// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/academy.h"
#include "tests/sim/counters.h"
#include "tests/sim/oracle.h"

namespace sim {

/// What came of a history.
struct Played {
    std::vector<Broken> broken; ///< Empty when every promise held.
    Counters counters;
    std::size_t steps = 0; ///< Those that happened before the first promise was broken.
};

/// Plays a history to its end, or to the first broken promise. The same every time.
[[nodiscard]] Played play(const Academy &academy, const History &history,
                          const std::function<void(const std::string &)> &trace = {});

/// The smallest history found that breaks the same promise on the same replica: steps are taken away, halves first,
/// for as long as `mostPlays` allows.
[[nodiscard]] History shrink(const Academy &academy, History history, const Broken &broken, int mostPlays);

} // namespace sim
