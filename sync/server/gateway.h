// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/admission.h"
#include "sync/server/counters.h"
#include "sync/server/http_server.h"
#include "sync/server/rpc.h"
#include "sync/server/slow_work.h"

#include <memory>

namespace server {

class SignIn;

/// What a gateway takes on; beyond it requests are answered 429 or 503, and when to ask again.
struct GatewayLimits {
    AskingLimits asking;
    std::size_t queued = 2000; ///< Calls that wait for the one thread.
    int longestQueueSeconds = 10; ///< A call that waited longer is not begun: its client has given up soon.
    std::size_t waitingOfPerson = 32; ///< Calls that wait for news; one more is answered without.
    SlowWork::Limits slow;
    /// Asking the identity provider, which may take as long as its answer does.
    SlowWork::Limits signingIn { 4, 60, 30 };
};

/// The way from HTTP to the methods: checks the request, runs the method on the one thread that
/// owns the academy, and keeps calls that wait for news. Between two calls that thread sees to the
/// store's upkeep. Also answers `/health` and `/metrics`.
class Gateway {
public:
    /// From start to destruction the academy, the table and the sign-in, which may be null, belong to the gateway's
    /// thread.
    Gateway(Academy &academy, const RpcTable &table, Counters &counters, const GatewayLimits &limits = {},
            SignIn *signIn = nullptr);
    ~Gateway();
    Gateway(const Gateway &) = delete;
    Gateway &operator=(const Gateway &) = delete;

    /// Any thread.
    void handle(HttpRequest request, HttpServer::Respond respond);
    /// Answers every call that waits, now; calls that come later don't wait.
    void release();

    [[nodiscard]] static HttpResponse refuse(int status, const std::string &sentence);

private:
    struct Parts;
    std::unique_ptr<Parts> m;
};

} // namespace server
