// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/academy.h"
#include "tests/bench/device_work.h"
#include "tests/bench/plain_copy.h"
#include "tests/bench/scenario.h"

#include <chrono>
#include <stdexcept>

namespace bench {

namespace {

constexpr unsigned usualRecords = 20'000;
constexpr unsigned edits = 100;

} // namespace

Outcome delta(const Settings &settings)
{
    Academy academy(settings.programs, settings.records == 0 ? usualRecords : settings.records);
    const auto author = academy.emptyDevice("mentor.volume.1");
    const auto reader = academy.emptyDevice("lead.volume");
    (void)academy.device(author, { "sync" });
    (void)academy.device(reader, { "sync" });
    Outcome outcome { "delta" };
    std::vector<double> ours, limits, bytes;
    for (int round = 0; round < settings.rounds; ++round) {
        OpenDevice(author).editMinutes(edits, 100 + round);
        (void)academy.device(author, { "sync" });
        const auto before = lastRowOf(reader + "/cadre.db", "check_in");
        // The limit takes the same edits into a store that is the same. Neither side waits for that copy.
        const auto plain = reader + "/plain.db";
        copyDurably(reader + "/cadre.db", plain);
        HttpsCaller caller(academy.url());
        const auto begin = std::chrono::steady_clock::now();
        OpenDevice device(reader);
        outcome.records = device.sync(caller).pulled;
        ours.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
        bytes.push_back(static_cast<double>(caller.bytes()));
        if (outcome.records < edits)
            throw std::runtime_error("The edits did not all arrive; nothing was measured.");
        const auto copy = copyPlain({ .from = reader + "/cadre.db",
                                      .to = plain,
                                      .table = "check_in",
                                      .afterRow = before,
                                      .intoExisting = true });
        limits.push_back(copy.seconds);
        if (copy.rows < edits)
            throw std::runtime_error("The edits are not in the table; nothing was measured.");
    }
    outcome.seconds = median(ours);
    outcome.limitSeconds = median(limits);
    outcome.bytes = static_cast<std::uint64_t>(median(bytes));
    outcome.peakRssMiB = ownPeakRssMiB();
    return outcome;
}

} // namespace bench
