// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/academy.h"
#include "tests/bench/device_work.h"
#include "tests/bench/plain_copy.h"
#include "tests/bench/scenario.h"

#include <chrono>
#include <filesystem>

namespace bench {

namespace {

constexpr unsigned usualRecords = 200;
constexpr unsigned recordsOfAMentor = 1000;

} // namespace

Outcome save(const Settings &settings)
{
    const auto count = settings.records == 0 ? usualRecords : settings.records;
    Academy academy(settings.programs, recordsOfAMentor);
    const auto directory = academy.emptyDevice("mentor.volume.1");
    (void)academy.device(directory, { "sync" });
    Outcome outcome { "save", count };
    std::vector<double> ours, limits;
    for (int round = 0; round < settings.rounds; ++round) {
        const auto before = lastRowOf(directory + "/cadre.db", "check_in");
        {
            OpenDevice open(directory);
            open.saveCheckIn(); // So that what is made once is made.
            const auto begin = std::chrono::steady_clock::now();
            for (unsigned n = 0; n < count; ++n)
                open.saveCheckIn();
            ours.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
        }
        limits.push_back(insertPlain({ directory + "/cadre.db", directory + "/plain.db", "check_in", before + 1 }));
        std::filesystem::remove(directory + "/plain.db");
    }
    outcome.seconds = median(ours);
    outcome.limitSeconds = median(limits);
    outcome.peakRssMiB = ownPeakRssMiB();
    return outcome;
}

} // namespace bench
