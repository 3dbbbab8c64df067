// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/device.h"
#include "sync/store/database.h"
#include "tests/bench/academy.h"
#include "tests/bench/plain_copy.h"
#include "tests/bench/scenario.h"
#include "cadre/v1/check_in.pb.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace bench {

namespace {

constexpr unsigned mostRecords = 1000;

/// Saves check-ins like those of the mentor's that are there already, each as a change of its own.
void saveCheckIns(const std::string &directory, unsigned count)
{
    const store::DirectoryLock lock(directory);
    store::Database database(directory + "/cadre.db");
    const auto catalogue = record::Catalogue::ofAcademy();
    engine::Device device(database, catalogue, record::systemClock(), record::systemEntropy());
    store::Query query;
    query.type = "CheckIn";
    const auto models = device.list(query);
    if (models.empty())
        throw std::runtime_error("The mentor has no pair to write for.");
    store::Transaction together(database);
    for (unsigned n = 0; n < count; ++n) {
        const auto &model = models[n * 37 % models.size()];
        auto form = device.openNew("CheckIn", model.key.scope);
        device.save({ engine::Edit { &form, model.message } });
    }
    together.commit();
}

} // namespace

Outcome push(const Settings &settings)
{
    const auto count = std::min(settings.records, mostRecords);
    Academy academy(settings.programs, mostRecords);
    Outcome outcome { "push" };
    std::vector<double> ours, limits, peaks;
    for (int round = 0; round < settings.rounds; ++round) {
        const auto device = academy.emptyDevice("mentor.volume.1");
        (void)academy.device(device, { "sync" });
        const auto before = lastRowOf(device + "/cadre.db", "check_in");
        saveCheckIns(device, count);
        const auto finished = academy.device(device, { "sync", "--json" });
        outcome.records = std::stoull(valueIn(finished.output, "pushed"));
        if (outcome.records < count || valueIn(finished.output, "quarantined") != "0")
            throw std::runtime_error("The server did not take all of it; nothing was measured.");
        ours.push_back(std::stod(valueIn(finished.output, "seconds")));
        peaks.push_back(finished.peakRssMiB);
        outcome.bytes = std::stoull(valueIn(finished.output, "bytesUp"));
        limits.push_back(copyPlain({ device + "/cadre.db", device + "/plain.db", "check_in", before, false }).seconds);
        std::filesystem::remove_all(device);
    }
    outcome.seconds = median(ours);
    outcome.limitSeconds = median(limits);
    outcome.peakRssMiB = median(peaks);
    return outcome;
}

} // namespace bench
