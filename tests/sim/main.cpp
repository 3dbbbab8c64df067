// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/jobs.h"
#include "tests/sim/plants.h"
#include "tests/sim/self_test.h"

#include <cstdio>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace {

sim::Range rangeOf(const std::string &text)
{
    const auto dash = text.find('-');
    sim::Range range;
    range.first = std::stoull(text.substr(0, dash));
    range.last = dash == std::string::npos ? range.first : std::stoull(text.substr(dash + 1));
    return range;
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App app("Plays made-up histories of devices and a server, and holds what everybody sees against what was "
                 "promised.");
    std::string seeds = "1-100";
    std::string faults = "all";
    sim::Run run;
    bool listsPlants = false;
    bool testsItself = false;
    app.add_option("--seeds", seeds, "A-B, or one")->capture_default_str();
    app.add_option("--jobs", run.jobs, "Processes")->capture_default_str();
    app.add_option("--replicas", run.replicas, "Devices; 0 for three to six")->capture_default_str();
    app.add_option("--faults", faults, "all, none, or names with commas")->capture_default_str();
    app.add_option("--plant", run.plant, "A bug to turn on (--list-plants)");
    app.add_flag("--trace", run.traces, "Tell every step");
    app.add_flag("--json", run.isJson, "The last line only");
    app.add_flag("--counters", run.showsCounters, "A table of which fault met what");
    app.add_flag("--no-gaps", run.forbidsGaps, "Fail when a fault never met a kind of field");
    app.add_flag("--go-on", run.goesOn, "Play on after a broken promise");
    app.add_flag("--list-plants", listsPlants, "The bugs that can be turned on");
    app.add_flag("--self-test", testsItself, "Show the oracle bad histories");
    CLI11_PARSE(app, argc, argv);
    try {
        if (listsPlants) {
            for (const auto &plant : sim::plants()) {
                fmt::print("{}: {}\n", plant.name, plant.sentence);
            }
            return 0;
        }
        if (testsItself) {
            return sim::testOracle();
        }
        run.range = rangeOf(seeds);
        run.faults = sim::faultsOf(faults);
        return sim::runAll(run);
    } catch (const std::exception &problem) {
        fmt::print(stderr, "{}\n", problem.what());
        return 2;
    }
}
