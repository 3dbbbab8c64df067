// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/scenario.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <map>

namespace {

void say(const bench::Outcome &outcome, bool json)
{
    const auto ratio = outcome.limitSeconds > 0 ? outcome.seconds / outcome.limitSeconds : 0;
    const auto bareRatio = outcome.bareLimitSeconds > 0 ? outcome.seconds / outcome.bareLimitSeconds : 0;
    std::string bare;
    if (bareRatio > 0)
        bare = fmt::format(fmt::runtime(json ? ",\"bareLimitSeconds\":{:.3f},\"bareRatio\":{:.2f}"
                                             : "; of the rows alone {:.3f} s, ratio {:.1f}"),
                           outcome.bareLimitSeconds, bareRatio);
    if (json)
        fmt::print("{{\"scenario\":\"{}\",\"records\":{},\"seconds\":{:.3f},\"limitSeconds\":{:.3f},\"ratio\":{:.2f},"
                   "\"bytes\":{},\"peakRssMiB\":{:.1f}{}}}\n",
                   outcome.scenario, outcome.records, outcome.seconds, outcome.limitSeconds, ratio, outcome.bytes,
                   outcome.peakRssMiB, bare);
    else
        fmt::print("{}: {} records in {:.3f} s; the limit is {:.3f} s, ratio {:.2f}{}; {:.3f} MiB moved, {:.0f} MiB at "
                   "most in memory\n",
                   outcome.scenario, outcome.records, outcome.seconds, outcome.limitSeconds, ratio, bare,
                   static_cast<double>(outcome.bytes) / (1024 * 1024), outcome.peakRssMiB);
    std::fflush(stdout);
}

std::string defaultPrograms()
{
    if (const char *set = std::getenv("CADRE_BIN"))
        return set;
    // The build directory: two above this program's own folder.
    return std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path().parent_path();
}

} // namespace

double bench::median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

int main(int argc, char **argv)
{
    const std::map<std::string, std::function<bench::Outcome(const bench::Settings &)>> scenarios {
        { "first-sync", bench::firstSync }, { "push", bench::push },     { "delta", bench::delta },
        { "merge", bench::merge },          { "save", bench::save },     { "fan-in", bench::fanIn },
        { "crowd", bench::crowd },          { "search", bench::search }, { "open", bench::open },
    };
    bench::Settings settings { defaultPrograms() };
    std::vector<std::string> chosen;
    bool json = false;
    CLI::App app { "Measures Cadre against the least that the same work takes.", "cadre-bench" };
    app.add_option("SCENARIO", chosen, "Which; all unless told")->check(CLI::IsMember(scenarios));
    app.add_option("--records", settings.records, "How many check-ins")->check(CLI::PositiveNumber);
    app.add_option("--devices", settings.devices, "How many devices at once")->check(CLI::PositiveNumber);
    app.add_option("--rounds", settings.rounds, "Of how many the median is taken")->check(CLI::PositiveNumber);
    app.add_option("--bin", settings.programs, "Where cadred and cadrectl are found");
    app.add_flag("--json", json, "One JSON object a line");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &problem) {
        return app.exit(problem) == 0 ? 0 : 2;
    }
    try {
        for (const auto &[name, measure] : scenarios) {
            if (chosen.empty() || std::find(chosen.begin(), chosen.end(), name) != chosen.end())
                say(measure(settings), json);
        }
        return 0;
    } catch (const std::exception &problem) {
        fmt::print(stderr, "cadre-bench: {}\n", problem.what());
        return 1;
    }
}
