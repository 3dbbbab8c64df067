// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/academy.h"
#include "tests/bench/device_work.h"
#include "tests/bench/plain_copy.h"
#include "tests/bench/plain_rows.h"
#include "tests/bench/scenario.h"

#include <fmt/format.h>

#include <chrono>
#include <functional>
#include <latch>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace bench {

namespace {

constexpr unsigned recordsOfAMentor = 1000;
constexpr unsigned devicesOfAMentor = 10;
constexpr unsigned recordsOfADevice = 50;

/// Does the same for every number at once, each in a thread with a connection that stands. Returns
/// how long all of it took.
double atOnce(unsigned count, const Academy &academy, const std::function<void(unsigned, HttpsCaller &)> &act)
{
    std::latch ready(count + 1);
    std::mutex mutex;
    std::string problem;
    std::vector<std::thread> threads;
    for (unsigned n = 0; n < count; ++n) {
        threads.emplace_back([&, n] {
            HttpsCaller caller(academy.url());
            ready.arrive_and_wait();
            try {
                act(n, caller);
            } catch (const std::exception &failure) {
                const std::lock_guard lock(mutex);
                problem = failure.what();
            }
        });
    }
    ready.arrive_and_wait();
    const auto begin = std::chrono::steady_clock::now();
    for (auto &thread : threads)
        thread.join();
    if (!problem.empty())
        throw std::runtime_error(problem);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::vector<std::string> enrolledDevices(Academy &academy, unsigned count)
{
    std::vector<std::string> directories;
    HttpsCaller caller(academy.url());
    for (unsigned n = 0; n < count; ++n) {
        directories.push_back(academy.newDirectory());
        OpenDevice(directories.back())
            .enroll(caller, academy.inviteFor(fmt::format("mentor.volume.{}", n / devicesOfAMentor + 1)));
    }
    return directories;
}

unsigned mentorsFor(unsigned devices)
{
    return (devices + devicesOfAMentor - 1) / devicesOfAMentor;
}

/// Throws unless the device holds exactly what the server holds of the device's places.
void requireEqual(const std::string &device, const std::string &server)
{
    const auto rows = [](const char *database) {
        return fmt::format("SELECT s.kind, s.key, c._id, c._message, c._state FROM {0}.check_in c JOIN {0}.scope s ON "
                           "s.row = c._scope",
                           database);
    };
    PlainDatabase database(device + "/cadre.db");
    database.run(fmt::format("ATTACH '{}' AS server", server));
    const auto here = rows("main");
    const auto there = rows("server") + " WHERE s.key IN (SELECT key FROM main.scope)";
    const auto lacking = database.count(fmt::format("{} EXCEPT {}", there, here));
    const auto foreign = database.count(fmt::format("{} EXCEPT {}", here, there));
    if (lacking + foreign != 0 || database.count(here) == 0)
        throw std::runtime_error("A device holds something else than the server.");
}

} // namespace

Outcome fanIn(const Settings &settings)
{
    Academy academy(settings.programs, mentorsFor(settings.devices) * recordsOfAMentor);
    const auto directories = enrolledDevices(academy, settings.devices);
    Outcome outcome { "fan-in", std::uint64_t { settings.devices } * recordsOfADevice };
    std::vector<double> ours, limits;
    for (int round = 0; round < settings.rounds; ++round) {
        std::vector<std::unique_ptr<OpenDevice>> devices;
        HttpsCaller first(academy.url());
        for (const auto &directory : directories) {
            devices.push_back(std::make_unique<OpenDevice>(directory));
            (void)devices.back()->sync(first);
            devices.back()->saveCheckIns(recordsOfADevice);
        }
        outcome.bytes = 0;
        std::mutex mutex;
        ours.push_back(atOnce(settings.devices, academy, [&](unsigned n, HttpsCaller &caller) {
            if (devices[n]->push(caller) != recordsOfADevice)
                throw std::runtime_error("The server did not take all of it; nothing was measured.");
            const std::lock_guard lock(mutex);
            outcome.bytes += caller.bytes();
        }));
        const auto before = lastRowOf(academy.storePath(), "check_in") - static_cast<std::int64_t>(outcome.records);
        const auto plain = academy.newDirectory() + ".db";
        limits.push_back(
            copyPlain({ academy.storePath(), plain, "check_in", before, false, recordsOfADevice }).seconds);
    }
    outcome.seconds = median(ours);
    outcome.limitSeconds = median(limits);
    outcome.peakRssMiB = academy.serverPeakRssMiB();
    return outcome;
}

Outcome crowd(const Settings &settings)
{
    Academy academy(settings.programs, mentorsFor(settings.devices) * recordsOfAMentor);
    const auto directories = enrolledDevices(academy, settings.devices);
    Outcome outcome { "crowd" };
    std::mutex mutex;
    outcome.seconds = atOnce(settings.devices, academy, [&](unsigned n, HttpsCaller &caller) {
        const auto report = OpenDevice(directories[n]).sync(caller);
        const std::lock_guard lock(mutex);
        outcome.records += report.pulled;
        outcome.bytes += caller.bytes();
    });
    outcome.peakRssMiB = academy.serverPeakRssMiB();
    for (const auto &directory : directories)
        requireEqual(directory, academy.storePath());
    const auto plain = copyPlain({ directories.front() + "/cadre.db", directories.front() + "/plain.db", "check_in" });
    outcome.limitSeconds = plain.seconds * settings.devices;
    return outcome;
}

} // namespace bench
