// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/academy.h"
#include "tests/bench/device_work.h"
#include "tests/bench/plain_copy.h"
#include "tests/bench/plain_push.h"
#include "tests/bench/scenario.h"

#include <filesystem>
#include <stdexcept>

namespace bench {

namespace {

constexpr unsigned usualRecords = 2000;
constexpr unsigned recordsOfAMentor = 1000;

} // namespace

Outcome push(const Settings &settings)
{
    const auto count = settings.records == 0 ? usualRecords : settings.records;
    Academy academy(settings.programs, recordsOfAMentor);
    Outcome outcome { "push" };
    std::vector<double> ours, limits, bareLimits, peaks;
    for (int round = 0; round < settings.rounds; ++round) {
        const auto device = academy.emptyDevice("mentor.volume.1");
        (void)academy.device(device, { "sync" });
        const auto before = lastRowOf(device + "/cadre.db", "check_in");
        const auto changeBefore = lastRowOf(device + "/cadre.db", "change");
        OpenDevice(device).saveCheckIns(count);
        const auto finished = academy.device(device, { "sync", "--json" });
        outcome.records = std::stoull(valueIn(finished.output, "pushed"));
        if (outcome.records < count || valueIn(finished.output, "quarantined") != "0")
            throw std::runtime_error("The server did not take all of it; nothing was measured.");
        ours.push_back(std::stod(valueIn(finished.output, "seconds")));
        peaks.push_back(finished.peakRssMiB);
        outcome.bytes = std::stoull(valueIn(finished.output, "bytesUp"));
        bareLimits.push_back(
            copyPlain({ device + "/cadre.db", device + "/plain.db", "check_in", before, false }).seconds);
        limits.push_back(pushPlain({ device + "/cadre.db", device, "check_in", before, changeBefore }));
        std::filesystem::remove_all(device);
    }
    outcome.seconds = median(ours);
    outcome.limitSeconds = median(limits);
    outcome.bareLimitSeconds = median(bareLimits);
    outcome.peakRssMiB = median(peaks);
    return outcome;
}

} // namespace bench
