// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/steps.h"

namespace sim {

struct Range {
    std::uint64_t first = 1;
    std::uint64_t last = 1;
};

/// What was asked for on the command line.
struct Run {
    Range range;
    int jobs = 1;
    int replicas = 0;
    Faults faults = allFaults;
    std::string plant;
    bool traces = false;
    bool isJson = false;
    bool showsCounters = false;
    bool forbidsGaps = false;
    bool goesOn = false;
};

/// Plays the seeds in as many processes and prints what came of it. Returns the exit status: 0 when
/// every promise held.
[[nodiscard]] int runAll(const Run &run);

} // namespace sim
