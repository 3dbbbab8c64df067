// SPDX-License-Identifier: Apache-2.0
#include "sync/server/command_parts.h"

#include <fmt/format.h>

namespace server {

void print(const std::string &line)
{
    fmt::print("{}\n", line);
}

CLI::App *command(CLI::App &parent, Chosen &chosen, const std::string &name, const std::string &description)
{
    CLI::App *added = parent.add_subcommand(name, description);
    added->add_option("--store", chosen.store, "sqlite:PATH");
    added->add_flag("--json", chosen.json, "One JSON object a line");
    return added;
}

CLI::App *group(CLI::App &app, const std::string &name, const std::string &description)
{
    CLI::App *added = app.add_subcommand(name, description);
    added->require_subcommand(1);
    return added;
}

} // namespace server
