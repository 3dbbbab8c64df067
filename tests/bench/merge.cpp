// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/academy.h"
#include "tests/bench/device_work.h"
#include "tests/bench/plain_copy.h"
#include "tests/bench/scenario.h"

#include <chrono>
#include <stdexcept>

namespace bench {

namespace {

constexpr unsigned usualRecords = 2000;
constexpr unsigned recordsOfAMentor = 1000;

} // namespace

Outcome merge(const Settings &settings)
{
    const auto count = settings.records == 0 ? usualRecords : settings.records;
    Outcome outcome { "merge" };
    std::vector<double> ours, limits, bytes;
    for (int round = 0; round < settings.rounds; ++round) {
        Academy academy(settings.programs, recordsOfAMentor);
        const auto first = academy.emptyDevice("mentor.volume.1");
        const auto second = academy.emptyDevice("mentor.volume.1");
        (void)academy.device(first, { "sync" });
        if (count > recordsOfAMentor)
            OpenDevice(first).saveCheckIns(count - recordsOfAMentor);
        (void)academy.device(first, { "sync" });
        (void)academy.device(second, { "sync" });
        OpenDevice(first).editMinutes(count, 61);
        OpenDevice(second).editMinutes(count, 62);
        (void)academy.device(first, { "sync" });
        const auto before = lastRowOf(second + "/cadre.db", "check_in");

        HttpsCaller caller(academy.url());
        const auto begin = std::chrono::steady_clock::now();
        const auto report = OpenDevice(second).sync(caller);
        ours.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
        outcome.records = report.conflicts;
        if (report.pushed != count || report.conflicts != count)
            throw std::runtime_error("Not every edit met the other; nothing was measured.");
        bytes.push_back(static_cast<double>(caller.bytes()));
        limits.push_back(copyPlain({ second + "/cadre.db", second + "/plain.db", "check_in", before, false }).seconds);
    }
    outcome.seconds = median(ours);
    outcome.limitSeconds = median(limits);
    outcome.bytes = static_cast<std::uint64_t>(median(bytes));
    outcome.peakRssMiB = ownPeakRssMiB();
    return outcome;
}

} // namespace bench
