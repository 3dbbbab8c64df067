// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

namespace server {

/// What the command line chose: filled while it is parsed, run afterwards.
struct Chosen {
    std::string store;
    bool json = false;
    std::function<int()> run; ///< Returns the exit status; throws what main() turns into a sentence.
};

/// Adds every command of cadred to the parser.
void addCommands(CLI::App &app, Chosen &chosen);

} // namespace server
