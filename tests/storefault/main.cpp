// SPDX-License-Identifier: Apache-2.0
#include "tests/storefault/trial.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace {

using namespace storefault;

constexpr auto usage =
    "cadre-storefault tries the store at every operation of its disk.\n"
    "  --points N      crash points at least (2000)\n"
    "  --seed N        where chance begins (1)\n"
    "  --command NAME  one command alone; with --operation N and --mode M or --failure F [--sticky] one point\n"
    "  --lying-disk    the disk forgets to sync: something must be found\n"
    "  --json          the totals alone\n";

struct Settings {
    std::uint64_t points = 2000;
    std::uint64_t seed = 1;
    std::string command;
    std::uint64_t operation = 0;
    std::string mode;
    std::string failure;
    bool sticky = false;
    bool lyingDisk = false;
    bool json = false;
};

std::optional<Settings> read(int argc, char **argv)
{
    Settings settings;
    const std::map<std::string, bool *> switches { { "--sticky", &settings.sticky },
                                                   { "--lying-disk", &settings.lyingDisk },
                                                   { "--json", &settings.json } };
    const std::map<std::string, std::uint64_t *> numbers { { "--points", &settings.points },
                                                           { "--seed", &settings.seed },
                                                           { "--operation", &settings.operation } };
    const std::map<std::string, std::string *> words { { "--command", &settings.command },
                                                       { "--mode", &settings.mode },
                                                       { "--failure", &settings.failure } };
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        const char *value = i + 1 < argc ? argv[i + 1] : nullptr;
        if (const auto found = switches.find(name); found != switches.end()) {
            *found->second = true;
        } else if (const auto number = numbers.find(name); number != numbers.end() && value != nullptr) {
            *number->second = std::strtoull(value, nullptr, 10);
            ++i;
        } else if (const auto word = words.find(name); word != words.end() && value != nullptr) {
            *word->second = value;
            ++i;
        } else {
            return std::nullopt;
        }
    }
    return settings;
}

/// The seed of one point, so that it can be tried alone.
std::uint64_t seedOf(std::uint64_t run, std::uint64_t operation, std::uint64_t kind)
{
    return run * 1'000'003 + operation * 101 + kind;
}

void tryOne(Trial &trial, const Settings &settings)
{
    for (const auto mode : everyMode) {
        if (settings.mode == nameOf(mode)) {
            (void)trial.crash(settings.operation, mode, settings.seed);
        }
    }
    for (const auto failure : everyFailure) {
        if (settings.failure == nameOf(failure)) {
            (void)trial.fail(settings.operation, failure, settings.sticky, settings.seed);
        }
    }
}

/// Calls with operations of the command: others in each run, and all of them when they are few.
template <class Function>
void forSome(const Trial &trial, std::uint64_t most, std::uint64_t seed, Function &&function)
{
    sim::Chance chance(seed);
    const auto count = trial.operations();
    const auto stride = 1 + count / most;
    for (std::uint64_t first = 1; first <= count; first += stride) {
        function(first + chance.below(std::min(stride, count - first + 1)));
    }
}

void tryAll(Trial &trial, std::uint64_t run, Tally &tally, bool say)
{
    const auto before = tally;
    const auto most = trial.command().operationsTried;
    std::uint64_t kind = 0;
    for (const auto mode : everyMode) {
        const auto seed = run * 100 + ++kind;
        forSome(trial, most, seed, [&](std::uint64_t n) { (void)trial.crash(n, mode, seedOf(run, n, kind)); });
    }
    for (const auto failure : everyFailure) {
        for (const bool sticky : { false, true }) {
            const auto seed = run * 100 + ++kind;
            forSome(trial, most / 2, seed,
                    [&](std::uint64_t n) { (void)trial.fail(n, failure, sticky, seedOf(run, n, kind)); });
        }
    }
    if (say) {
        fmt::print("{}, {} operations: {} crashes, {} of recoveries, {} errors\n", trial.command().name,
                   trial.operations(), tally.points - before.points, tally.recoveries - before.recoveries,
                   tally.errors - before.errors);
        (void)std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const auto settings = read(argc, argv);
    if (!settings) {
        (void)std::fputs(usage, stderr);
        return 2;
    }
    Tally tally;
    auto commands = deviceCommands();
    for (auto &more : { historyCommands(), serverCommands() }) {
        commands.insert(commands.end(), more.begin(), more.end());
    }
    std::vector<Trial> trials;
    for (auto &command : commands) {
        if (settings->command.empty() || settings->command == command.name) {
            trials.emplace_back(command, tally).liesAboutSync = settings->lyingDisk;
        }
    }
    if (trials.empty()) {
        (void)std::fputs(usage, stderr);
        return 2;
    }
    const bool one = settings->operation > 0;
    for (std::uint64_t run = settings->seed; one || tally.points < settings->points; ++run) {
        for (auto &trial : trials) {
            if (run > settings->seed && tally.points >= settings->points) {
                break;
            }
            if (one) {
                tryOne(trial, *settings);
            } else {
                tryAll(trial, run, tally, !settings->json);
            }
        }
        if (one) {
            break;
        }
    }
    for (const auto &finding : tally.findings) {
        fmt::print(stderr, "{}\n", finding);
    }
    fmt::print("{}\n", tally.text());
    return tally.lost + tally.doubled + tally.halfApplied + tally.unclean == 0 ? 0 : 1;
}
