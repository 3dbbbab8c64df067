// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/academy.h"
#include "tests/hostile/attacks.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sodium.h>

#include <cstdlib>

namespace {

/// What the server counts as records, which no attack may change.
unsigned long recordsOf(const bench::Academy &academy)
{
    return std::stoul(bench::valueIn(academy.administer({ "stats", "--json" }).output, "records"));
}

void enrollAll(bench::HttpsCaller &caller, const bench::Academy &academy, hostile::Cast &cast)
{
    cast.phone.enroll(caller, academy.inviteFor("mentor"));
    cast.revoked.enroll(caller, academy.inviteFor("mentor"));
    cast.lead.enroll(caller, academy.inviteFor("district"));
    cast.suspended.enroll(caller, academy.inviteFor("mentor.volume.1"));
    cast.ambitious.enroll(caller, academy.inviteFor("teacher"));
}

int attack(const std::string &programs, unsigned calls, std::uint64_t seed)
{
    // All come from one address here; what it may ask is not what is looked at.
    const bench::Academy academy(programs, 10, { "--requests-per-address", "100000" });
    bench::HttpsCaller caller(academy.url());
    hostile::Cast cast;
    enrollAll(caller, academy, cast);
    hostile::Attacks attacks(caller, cast, seed);
    attacks.writeInOrder();
    (void)academy.administer({ "device", "revoke", cast.revoked.site.text() });
    (void)academy.administer({ "account", "suspend", "mentor.volume.1" });
    const auto before = recordsOf(academy);
    attacks.make(calls);

    unsigned made = 0;
    unsigned accepted = 0;
    for (const auto &[kind, outcome] : attacks.outcomes()) {
        fmt::print("{}: {} calls, {} accepted, {} set aside, {} told to wait\n", kind, outcome.calls, outcome.accepted,
                   outcome.setAside, outcome.told);
        made += outcome.calls;
        accepted += outcome.accepted;
    }
    (void)academy.administer({ "check" });
    const auto expected = before + (calls + 199) / 200 + 1;
    const auto records = recordsOf(academy);
    fmt::print("{} calls, {} accepted; the server holds {} records, {} were expected\n", made, accepted, records,
               expected);
    const auto &guesses = attacks.outcomes().at("guessed code");
    const bool isThrottled = guesses.calls < 50 || guesses.told * 2 > guesses.calls;
    return accepted == 0 && records == expected && made >= calls && isThrottled ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    unsigned calls = 10'000;
    std::uint64_t seed = 1;
    const char *set = std::getenv("CADRE_BIN");
    std::string programs = set != nullptr ? set : ".";
    CLI::App app { "Makes calls that a server must not accept, over TLS, and counts those it did.", "cadre-hostile" };
    app.add_option("--calls", calls, "How many")->check(CLI::PositiveNumber);
    app.add_option("--seed", seed, "Of what is made up");
    app.add_option("--bin", programs, "Where cadred and cadrectl are found");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &problem) {
        return app.exit(problem) == 0 ? 0 : 2;
    }
    try {
        if (sodium_init() < 0)
            throw std::runtime_error("This machine has no source of random numbers.");
        return attack(programs, calls, seed);
    } catch (const std::exception &problem) {
        fmt::print(stderr, "cadre-hostile: {}\n", problem.what());
        return 1;
    }
}
