// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "sync/server/connections.h"
#include "sync/server/http_server.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <atomic>

namespace server {

struct Counters;

/// What the sessions of one listener share.
struct SessionShare {
    SessionShare(const HttpLimits &given, Counters *counted)
        : limits(given)
        , counters(counted)
        , connections(given.connections, given.connectionsOfNetwork)
    {
    }

    HttpServer::Handler handler;
    HttpServer::Refuse refuse;
    std::function<void(int)> connectionsChanged;
    const HttpLimits limits;
    Counters *const counters; ///< May be null.
    Connections connections;
    std::atomic<bool> draining { false };
    std::atomic<std::int64_t> open { 0 };
    std::atomic<std::uint64_t> heldBytes { 0 };
};

/// Serves one connection to its end. `tls` may be null. Runs on the socket's own strand.
boost::asio::awaitable<void> serveConnection(std::shared_ptr<SessionShare> share, boost::asio::ip::tcp::socket socket,
                                             boost::asio::ssl::context *tls);

} // namespace server
