// SPDX-License-Identifier: Apache-2.0
#include "sync/server/gateway_log.h"

#include "sync/server/event_log.h"

namespace server {

void logCall(const AnsweredCall &call)
{
    constexpr double slowly = 1;
    const bool isSlow = call.worked > slowly;
    logEvent(isSlow ? spdlog::level::warn : spdlog::level::debug, isSlow ? "slow_call" : "call",
             { { "method", call.method },
               { "status", std::int64_t { call.status } },
               { "seconds", call.seconds },
               { "worked", call.worked },
               { "received", static_cast<std::int64_t>(call.received) },
               { "sent", static_cast<std::int64_t>(call.sent) } });
}

std::uint64_t logRefusals(const Counters &counters, std::uint64_t told)
{
    const auto number = [](const std::atomic<std::uint64_t> &value) { return static_cast<std::int64_t>(value.load()); };
    const std::uint64_t all = counters.refusedByAddress + counters.refusedByAccount + counters.refusedByLoad
        + counters.refusedConnections + counters.endedConnections + counters.slowConnections;
    if (all != told) {
        logEvent(spdlog::level::warn, "refused_since_start",
                 { { "address", number(counters.refusedByAddress) },
                   { "account", number(counters.refusedByAccount) },
                   { "load", number(counters.refusedByLoad) },
                   { "connections", number(counters.refusedConnections) },
                   { "room", number(counters.endedConnections) },
                   { "slow", number(counters.slowConnections) } });
    }
    return all;
}

} // namespace server
