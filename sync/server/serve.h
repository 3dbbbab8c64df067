// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/place.h"

#include <string>

namespace server {

struct ServeOptions {
    std::string listen = "127.0.0.1:8443"; ///< HOST:PORT; IPv6 in brackets.
    std::string portFile;
    std::string certificateFile;
    std::string keyFile;
    bool plaintext = false;
    std::string logLevel = "info"; ///< debug, info, warn or error; debug tells every call.
    std::size_t connections = 4000;
    std::size_t connectionsOfAddress = 2000;
    double requestsOfAddress = 500; ///< A second, and ten times as many at once.
    std::string publicUrl; ///< By which browsers reach it; needed for signing in there.
    std::string oidcIssuer;
    std::string oidcClient;
    std::string oidcSecretFile;
    std::string oidcAuthorities;
};

/// Serves until SIGTERM or SIGINT, then drains. Returns the exit status.
int serve(const Place &place, const ServeOptions &options);

} // namespace server
