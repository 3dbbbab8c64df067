// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace server {

/// How many calls of each method were answered how, and how long that took. Any thread.
class CallTimes {
public:
    /// Upper ends of the buckets that durations are counted in, in seconds.
    static constexpr std::array<double, 8> ends { 0.005, 0.025, 0.1, 0.25, 1, 2.5, 10, 30 };

    /// `method` is one of few names, never what a client made up. The time in which a call waited for news does not
    /// count.
    void note(const std::string &method, int status, double seconds);
    /// Both in Prometheus' text format.
    [[nodiscard]] std::string text() const;

private:
    struct Times {
        std::array<std::uint64_t, ends.size()> within {};
        std::uint64_t count = 0;
        double seconds = 0;
    };
    mutable std::mutex m_mutex;
    std::map<std::pair<std::string, int>, std::uint64_t> m_answers;
    std::map<std::string, Times> m_times;
};

} // namespace server
