// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/academy.h"
#include "tests/bench/plain_copy.h"
#include "tests/bench/scenario.h"

#include <filesystem>
#include <stdexcept>
#include <vector>

namespace bench {

namespace {

constexpr unsigned usualRecords = 20'000;

} // namespace

Outcome firstSync(const Settings &settings)
{
    const auto count = settings.records == 0 ? usualRecords : settings.records;
    Academy academy(settings.programs, count);
    Outcome outcome { "first-sync" };
    std::vector<double> ours, limits, peaks;
    for (int round = 0; round < settings.rounds; ++round) {
        const auto device = academy.emptyDevice("lead.volume");
        const auto finished = academy.device(device, { "sync", "--json" });
        ours.push_back(std::stod(valueIn(finished.output, "seconds")));
        peaks.push_back(finished.peakRssMiB);
        outcome.bytes = std::stoull(valueIn(finished.output, "bytesDown"));

        const auto plain = copyPlain({ device + "/cadre.db", device + "/plain.db", "check_in" });
        limits.push_back(plain.seconds);
        outcome.records = plain.rows;
        if (plain.rows < count)
            throw std::runtime_error("The device lacks check-ins; nothing was measured.");
        std::filesystem::remove_all(device);
    }
    outcome.seconds = median(ours);
    outcome.limitSeconds = median(limits);
    outcome.peakRssMiB = median(peaks);
    return outcome;
}

} // namespace bench
