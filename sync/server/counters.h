// SPDX-License-Identifier: Apache-2.0
#pragma once

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
    std::atomic<std::uint64_t> changesSent { 0 };
    std::atomic<std::uint64_t> enrollments { 0 };
    std::atomic<std::int64_t> connections { 0 };
    std::atomic<std::int64_t> waiting { 0 };
};

} // namespace server
