// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/counters.h"
#include "sync/server/http_server.h"
#include "sync/server/rpc.h"

#include <memory>

namespace server {

/// The way from HTTP to the methods: checks the request, runs the method on the one thread that
/// owns the academy, and keeps calls that wait for news. Between two calls that thread sees to the
/// store's upkeep. Also answers `/health` and `/metrics`.
class Gateway {
public:
    /// From start to destruction the academy and the table belong to the gateway's thread.
    Gateway(Academy &academy, const RpcTable &table, Counters &counters);
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
