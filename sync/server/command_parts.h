// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/admin_client.h"
#include "sync/server/commands.h"

#include <functional>
#include <memory>
#include <string>

// What the commands of cadred are made of.
namespace server {

/// One line on standard output.
void print(const std::string &line);

/// A command that belongs to a store: takes --store and --json wherever they stand.
CLI::App *command(CLI::App &parent, Chosen &chosen, const std::string &name, const std::string &description);
/// A word that commands stand behind.
CLI::App *group(CLI::App &app, const std::string &name, const std::string &description);

template <class Options>
std::shared_ptr<Options> options()
{
    return std::make_shared<Options>();
}

/// Asks the running server, or the store itself, and prints the answer; gives the exit status.
template <class Response, class Request, class Print>
std::function<int()> asking(Chosen &chosen, const char *method, std::shared_ptr<Request> request, Print printer,
                            const char *service = "AdminService")
{
    return [&chosen, method, request, printer, service] {
        AdminClient client(Place::parse(chosen.store));
        return printer(client.call<Response>(method, *request, service));
    };
}

} // namespace server
