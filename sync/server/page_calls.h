// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/http_server.h"
#include "sync/server/slow_work.h"

#include <boost/asio/thread_pool.hpp>

#include <optional>
#include <string>

namespace server {

class SignIn;

/// Answers a browser: on the owner's thread, and where the identity provider has to be asked first, again after that.
class PageCalls {
public:
    using Owner = boost::asio::thread_pool::executor_type;
    /// `signIn` may be null. It belongs to the owner's thread.
    PageCalls(const Owner &owner, SignIn *signIn, const SlowWork::Limits &limits);

    /// Any thread.
    [[nodiscard]] bool has(const std::string &target) const;
    /// On the owner's thread.
    void answer(HttpRequest request, HttpServer::Respond respond, const std::optional<std::string> &prepared = {});

private:
    Owner m_owner;
    SignIn *m_signIn;
    SlowWork m_slow; ///< Ends first: its results go to the owner.
};

} // namespace server
