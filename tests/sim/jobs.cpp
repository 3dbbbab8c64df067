// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/jobs.h"

#include "sync/record/plant.h"
#include "tests/sim/plants.h"
#include "tests/sim/play.h"

#include <algorithm>
#include <atomic>
#include <cinttypes>
#include <cstdio>
#include <new>
#include <stdexcept>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

namespace sim {

namespace {

constexpr int mostPlaysToShrink = 1500;

/// The first failure that a job met, as text for people.
std::string tell(const Academy &academy, const Run &run, const History &history, const Broken &broken)
{
    auto text = fmt::format("seed {}: {}, {}: {}\n", history.seed, nameOf(broken.promise), broken.replica, broken.what);
    const auto small = shrink(academy, history, broken, mostPlaysToShrink);
    text += fmt::format("{} of {} steps are enough:\n", small.steps.size(), history.steps.size());
    const auto told = play(academy, small, [&](const std::string &line) { text += "  " + line + "\n"; });
    for (const auto &one : told.broken) {
        text += fmt::format("{}, {}: {}\n", nameOf(one.promise), one.replica, one.what);
    }
    return text
        + fmt::format("Again: cadre-sim --seeds {}{}{}\n", history.seed, run.plant.empty() ? "" : " --plant ",
                      run.plant);
}

/// The lowest seed that broke, for all jobs to see: nobody goes on beyond it.
using LowestBroken = std::atomic<std::uint64_t>;
static_assert(LowestBroken::is_always_lock_free);

LowestBroken &shareLowest()
{
    void *memory = ::mmap(nullptr, sizeof(LowestBroken), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        throw std::runtime_error("There is no memory to share.");
    }
    return *new (memory) LowestBroken(~std::uint64_t(0));
}

/// Plays every jobs-th seed and writes counters, a seed that failed, and its story, to the pipe.
void work(const Run &run, int job, LowestBroken &lowest, std::FILE *out)
{
    const Academy academy;
    Counters counters;
    for (auto seed = run.range.first + static_cast<std::uint64_t>(job); seed <= run.range.last;
         seed += static_cast<std::uint64_t>(run.jobs)) {
        if (!run.goesOn && seed > lowest) {
            break;
        }
        const auto history = makeHistory(seed, run.replicas, run.faults);
        const auto played = play(academy, history,
                                 run.traces ? [](const std::string &line) { fmt::print("{}\n", line); }
                                            : std::function<void(const std::string &)>());
        counters.add(played.counters);
        if (!played.broken.empty()) {
            for (auto known = lowest.load(); seed < known && !lowest.compare_exchange_weak(known, seed);) { }
            const auto &first = played.broken.front();
            const auto story = run.isJson || run.traces || run.goesOn
                ? fmt::format("seed {}: {}, {}: {}\n", seed, nameOf(first.promise), first.replica, first.what)
                : tell(academy, run, history, first);
            fmt::print(out, "broken {} {} {}\n{}", seed, static_cast<int>(first.promise), story.size(), story);
        }
    }
    fmt::print(out, "counters {}\n", counters.line());
}

struct Total {
    struct One {
        std::uint64_t seed;
        Promise promise;
        std::string story;
    };
    Counters counters;
    std::vector<One> broken;
};

void collect(std::FILE *in, Total &total)
{
    char word[16] = {};
    while (std::fscanf(in, "%15s", word) == 1) {
        if (std::string(word) == "broken") {
            std::uint64_t seed = 0;
            int promise = 0;
            std::size_t size = 0;
            if (std::fscanf(in, "%" SCNu64 " %d %zu", &seed, &promise, &size) != 3) {
                return;
            }
            (void)std::fgetc(in);
            std::string story(size, '\0');
            (void)!std::fread(story.data(), 1, size, in);
            total.broken.push_back({ seed, static_cast<Promise>(promise), story });
        } else {
            std::string line;
            for (int letter = std::fgetc(in); letter != EOF && letter != '\n'; letter = std::fgetc(in)) {
                line += static_cast<char>(letter);
            }
            total.counters.add(Counters::fromLine(line));
        }
    }
}

int countOf(const Total &total, std::initializer_list<Promise> promises)
{
    int count = 0;
    for (const auto promise : promises) {
        for (const auto &one : total.broken) {
            count += one.promise == promise ? 1 : 0;
        }
    }
    return count;
}

int report(const Run &run, Total total)
{
    std::sort(total.broken.begin(), total.broken.end(),
              [](const Total::One &one, const Total::One &other) { return one.seed < other.seed; });
    for (const auto &one : total.broken) {
        fmt::print(run.isJson ? stderr : stdout, "{}", one.story);
    }
    if (run.showsCounters) {
        fmt::print("{}\n", total.counters.table());
    }
    const auto gaps = run.forbidsGaps ? total.counters.gaps(run.faults) : std::vector<std::string>();
    for (const auto &gap : gaps) {
        fmt::print(stderr, "{}\n", gap);
    }
    const auto &counters = total.counters;
    fmt::print("{{\"seeds\":{},\"steps\":{},\"faults\":{},\"edits\":{},\"conflicts\":{},\"lost\":{},"
               "\"falseConflicts\":{},\"missedConflicts\":{},\"leaked\":{},\"stalled\":{}}}\n",
               counters.seeds, counters.steps, counters.faults, counters.edits, counters.conflicts,
               countOf(total, { Promise::Lost, Promise::Diverged, Promise::Unsound }),
               countOf(total, { Promise::FalseConflict, Promise::Twice }), countOf(total, { Promise::MissedConflict }),
               countOf(total, { Promise::Leaked }), countOf(total, { Promise::Stalled }));
    return total.broken.empty() && gaps.empty() ? 0 : 1;
}

} // namespace

int runAll(const Run &run)
{
    if (!run.plant.empty()) {
        if (!isPlant(run.plant)) {
            throw std::invalid_argument(fmt::format("There is no plant \"{}\". See --list-plants.", run.plant));
        }
        record::plantBug(run.plant);
    }
    Total total;
    auto &lowest = shareLowest();
    std::vector<std::pair<pid_t, std::FILE *>> jobs;
    for (int job = 0; job < run.jobs; ++job) {
        int ends[2] = {};
        if (::pipe(ends) != 0) {
            throw std::runtime_error("A process could not be started.");
        }
        std::fflush(stdout);
        const auto child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            std::FILE *out = ::fdopen(ends[1], "w");
            work(run, job, lowest, out);
            (void)std::fclose(out);
            std::fflush(stdout);
            ::_exit(0);
        }
        ::close(ends[1]);
        jobs.emplace_back(child, ::fdopen(ends[0], "r"));
    }
    bool died = false;
    for (const auto &[child, in] : jobs) {
        collect(in, total);
        (void)std::fclose(in);
        int status = 0;
        (void)::waitpid(child, &status, 0);
        died = died || status != 0;
    }
    if (died) {
        total.broken.push_back({ 0, Promise::Unsound, "A job died.\n" });
    }
    return report(run, std::move(total));
}

} // namespace sim
