// SPDX-License-Identifier: Apache-2.0
#include "tests/peers/trial.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>
#include <exception>

namespace {

using peers::NamedRule;
using peers::Score;

const std::array rules {
    NamedRule { "cadre", "Cadre: causality by field", true, &peers::causalRule },
    NamedRule { "hybrid-clock", "last writer by hybrid clock, by field (TinyBase, Evolu)", false,
                &peers::hybridClockRule },
    NamedRule { "column-version", "highest column version, then the larger value (cr-sqlite)", false,
                &peers::columnVersionRule },
    NamedRule { "rebase", "last sync, by column (geodiff), nobody reads its conflict files", false,
                &peers::rebaseRule },
    NamedRule { "rebase-with-file", "the same, and everybody reads them", true, &peers::rebaseWithFileRule },
    NamedRule { "later-row", "later modified row (RxDB with a handler by time)", false, &peers::laterRowRule },
    NamedRule { "server-row", "the server's row (RxDB's default handler)", false, &peers::serverRowRule },
};

enum class Format { Text, Markdown, Json };

void sayHead(Format format)
{
    if (format == Format::Markdown) {
        fmt::print(
            "| rule | lost: same field | lost: another field | lost: alone | conflicts shown | false | missed |\n"
            "|---|---|---|---|---|---|---|\n");
    } else if (format == Format::Text) {
        fmt::print(
            "Silently lost of 1,000 edits that met another's edit of the field, of another field, of nothing.\n");
    }
}

void say(const NamedRule &rule, const Score &score, Format format)
{
    const double same = score.sameField.lostPerThousand();
    const double other = score.otherField.lostPerThousand();
    const double alone = score.alone.lostPerThousand();
    if (format == Format::Json) {
        fmt::print(
            "{{\"rule\":\"{}\",\"sameField\":{{\"edits\":{},\"lost\":{}}},\"otherField\":{{\"edits\":{},\"lost\":"
            "{}}},\"alone\":{{\"edits\":{},\"lost\":{}}},\"lostPerThousand\":{:.1f},\"pairs\":{},\"reported\":{},"
            "\"falsePairs\":{},\"missedPairs\":{}}}\n",
            rule.key, score.sameField.edits, score.sameField.lost, score.otherField.edits, score.otherField.lost,
            score.alone.edits, score.alone.lost, same, score.truePairs, score.reported, score.falsePairs,
            score.missedPairs);
    } else if (format == Format::Markdown) {
        const auto shown = rule.reports
            ? fmt::format("{} | {} | {}", score.reported, score.falsePairs, score.missedPairs)
            : fmt::format("none | – | {}", score.missedPairs);
        fmt::print("| {} | {:.0f} | {:.0f} | {:.0f} | {} |\n", rule.name, same, other, alone, shown);
    } else {
        fmt::print("{:>6.1f} {:>6.1f} {:>6.1f}  {}; {} pairs reported, {} false, {} missed\n", same, other, alone,
                   rule.name, score.reported, score.falsePairs, score.missedPairs);
    }
}

/// Says what the figures may not be: ours with a loss or a wrong report, a blind harness.
bool isPlausible(const NamedRule &rule, const Score &score)
{
    if (&rule != &rules.front()) {
        if (score.lost() == 0) {
            fmt::print(stderr, "cadre-peers: {} lost nothing, so these histories show nothing.\n", rule.key);
        }
        return score.lost() > 0;
    }
    const bool isExact = score.lost() == 0 && score.falsePairs == 0 && score.missedPairs == 0 && score.reported > 0;
    if (!isExact) {
        fmt::print(stderr, "cadre-peers: {} edits lost, {} false conflicts, {} missed of {}.\n", score.lost(),
                   score.falsePairs, score.missedPairs, score.truePairs);
    }
    return isExact;
}

} // namespace

int main(int argc, char **argv)
{
    std::uint64_t seed = 1;
    std::uint64_t histories = 1000;
    bool markdown = false;
    bool json = false;
    CLI::App app { "Runs the same histories through the merge rules of others and through Cadre's. Fails when Cadre "
                   "loses an edit or reports a conflict wrongly, and when another rule loses nothing.",
                   "cadre-peers" };
    app.add_option("--histories", histories, "How many")->check(CLI::PositiveNumber);
    app.add_option("--seed", seed, "Of the first; the next one's is one more");
    app.add_flag("--markdown", markdown, "A Markdown table");
    app.add_flag("--json", json, "One JSON object a line")->excludes("--markdown");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &problem) {
        return app.exit(problem) == 0 ? 0 : 2;
    }
    try {
        std::array<Score, rules.size()> scores;
        for (std::uint64_t i = 0; i < histories; ++i) {
            const auto history = peers::makeHistory(seed + i);
            for (std::size_t rule = 0; rule < rules.size(); ++rule) {
                peers::play(history, *rules[rule].make(history), scores[rule]);
            }
        }
        const auto format = json ? Format::Json : markdown ? Format::Markdown : Format::Text;
        sayHead(format);
        bool plausible = true;
        for (std::size_t rule = 0; rule < rules.size(); ++rule) {
            say(rules[rule], scores[rule], format);
            plausible = isPlausible(rules[rule], scores[rule]) && plausible;
        }
        return plausible ? 0 : 1;
    } catch (const std::exception &problem) {
        fmt::print(stderr, "cadre-peers: {}\n", problem.what());
        return 1;
    }
}
