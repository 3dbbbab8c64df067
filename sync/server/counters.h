// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace server {

/// What `/metrics` shows of a running server. Any thread may count.
struct Counters {
    std::atomic<std::uint64_t> requests { 0 };
    std::atomic<std::uint64_t> failures { 0 }; ///< Answered with an error.
    std::atomic<std::uint64_t> bytesIn { 0 };
    std::atomic<std::uint64_t> bytesOut { 0 };
    std::atomic<std::uint64_t> changesTaken { 0 };
    std::atomic<std::uint64_t> changesSetAside { 0 };
    std::array<std::atomic<std::uint64_t>, 5> verdicts {}; ///< By verdict class, repeats included.
    std::atomic<std::uint64_t> changesSent { 0 };
    std::atomic<std::uint64_t> enrollments { 0 };
    std::atomic<std::uint64_t> refusedConnections { 0 }; ///< There was no room.
    std::atomic<std::uint64_t> endedConnections { 0 }; ///< To make room for others.
    std::atomic<std::uint64_t> slowConnections { 0 }; ///< Cut off because they sent or read too slowly.
    std::atomic<std::uint64_t> refusedByAddress { 0 }; ///< Requests beyond what one address may ask.
    std::atomic<std::uint64_t> refusedByAccount { 0 }; ///< Requests beyond what one person may ask.
    std::atomic<std::uint64_t> refusedByLoad { 0 }; ///< Requests refused because others waited already.
    std::atomic<std::int64_t> connections { 0 };
    std::atomic<std::int64_t> waiting { 0 };
};

} // namespace server
