// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "sync/server/http_server.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <atomic>
#include <map>
#include <mutex>

namespace server {

/// What the sessions of one listener share.
class SessionShare {
public:
    HttpServer::Handler handler;
    HttpServer::Refuse refuse;
    std::function<void(int)> connectionsChanged;
    HttpLimits limits;
    std::atomic<bool> draining { false };
    std::atomic<std::int64_t> open { 0 };

    /// `closeIdle` may be called from any thread until the guard is gone.
    class Guard {
    public:
        Guard(SessionShare &share, std::function<void()> closeIdle);
        ~Guard();
        Guard(const Guard &) = delete;
        Guard &operator=(const Guard &) = delete;

    private:
        SessionShare &m_share;
        std::uint64_t m_number;
    };
    /// Ends every session that waits for a request.
    void closeIdle();

private:
    std::mutex m_mutex;
    std::uint64_t m_next = 0;
    std::map<std::uint64_t, std::function<void()>> m_sessions;
};

/// Serves one connection to its end. `tls` may be null. Runs on the socket's own strand.
boost::asio::awaitable<void> serveConnection(std::shared_ptr<SessionShare> share, boost::asio::ip::tcp::socket socket,
                                             boost::asio::ssl::context *tls);

} // namespace server
