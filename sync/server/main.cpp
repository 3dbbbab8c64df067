// SPDX-License-Identifier: Apache-2.0
#include "sync/server/commands.h"
#include "sync/server/place.h"
#include "sync/server/problem.h"
#include "sync/store/core_dumps.h"
#include "sync/store/database.h"

#include <fmt/format.h>
#include <google/protobuf/stubs/logging.h>
#include <sodium.h>

#include <sys/stat.h>

#include <algorithm>

namespace {

constexpr int wrongUse = 2;
constexpr int failed = 1;

int say(int status, std::string sentence)
{
    std::replace(sentence.begin(), sentence.end(), '\n', ' ');
    fmt::print(stderr, "cadred: {}\n", sentence);
    return status;
}

} // namespace

int main(int count, char **arguments)
{
    store::hideMemory();
    if (sodium_init() < 0) {
        return say(failed, "This machine has no source of random numbers, so the server can't start safely.");
    }
    umask(0077);
    // A line for each text that isn't UTF-8 would let anybody fill the log.
    google::protobuf::SetLogHandler(nullptr);
    CLI::App app("The academy's server", "cadred");
    app.set_version_flag("--version", CADRE_VERSION);
    app.require_subcommand(1);
    server::Chosen chosen;
    server::addCommands(app, chosen);
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError &error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
            return app.exit(error);
        }
        return say(wrongUse, std::string(error.what()) + ". See cadred --help.");
    }
    try {
        return chosen.run();
    } catch (const server::WrongUse &wrong) {
        return say(wrongUse, wrong.what());
    } catch (const server::Problem &problem) {
        return say(problem.code() == server::Code::InvalidArgument ? wrongUse : failed, problem.what());
    } catch (const std::exception &error) {
        return say(failed, error.what());
    }
}
