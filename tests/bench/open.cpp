// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/academy.h"
#include "tests/bench/scenario.h"

#include <chrono>
#include <cstdlib>

namespace bench {

namespace {

constexpr unsigned usualRecords = 100'000;

/// Seconds from before the program is started until the moment that it says.
double untilDrawn(const std::vector<std::string> &command)
{
    const std::chrono::nanoseconds begin = std::chrono::steady_clock::now().time_since_epoch();
    const auto told = run(command).output;
    return std::chrono::duration<double>(std::chrono::nanoseconds(std::stoll(told)) - begin).count();
}

} // namespace

Outcome open(const Settings &settings)
{
    const auto count = settings.records == 0 ? usualRecords : settings.records;
    Academy academy(settings.programs, count);
    const auto directory = academy.emptyDevice("lead.volume");
    (void)academy.device(directory, { "sync" });
    // Both on the same platform, the app's own way of drawing without a screen.
    setenv("QT_QPA_PLATFORM", "offscreen", 1);
    setenv("QT_QUICK_BACKEND", "software", 1);
    const std::vector<std::string> app {
        findProgram(settings.programs, "cadre"), "--data", directory, "--size", "820x1180", "--drawn"
    };
    const std::vector<std::string> empty { findProgram(settings.programs, "cadre-empty-window") };
    Outcome outcome { .scenario = "open", .records = count };
    std::vector<double> ours, limits;
    for (int round = 0; round < settings.rounds; ++round) {
        ours.push_back(untilDrawn(app));
        limits.push_back(untilDrawn(empty));
    }
    outcome.seconds = median(ours);
    outcome.limitSeconds = median(limits);
    outcome.peakRssMiB = run(app).peakRssMiB;
    return outcome;
}

} // namespace bench
