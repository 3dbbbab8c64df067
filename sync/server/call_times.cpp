// SPDX-License-Identifier: Apache-2.0
#include "sync/server/call_times.h"

#include <fmt/format.h>

namespace server {

void CallTimes::note(const std::string &method, int status, double seconds)
{
    const std::lock_guard lock(m_mutex);
    ++m_answers[{ method, status }];
    Times &times = m_times[method];
    for (std::size_t i = 0; i < ends.size(); ++i) {
        times.within[i] += seconds <= ends[i] ? 1 : 0;
    }
    ++times.count;
    times.seconds += seconds;
}

std::string CallTimes::text() const
{
    const std::lock_guard lock(m_mutex);
    std::string text = "# HELP cadred_calls_total Calls answered, by method and HTTP status.\n"
                       "# TYPE cadred_calls_total counter\n";
    for (const auto &[key, count] : m_answers) {
        text += fmt::format("cadred_calls_total{{method=\"{}\",status=\"{}\"}} {}\n", key.first, key.second, count);
    }
    text += "# HELP cadred_call_seconds From a call's arrival to its answer, without waiting for news.\n"
            "# TYPE cadred_call_seconds histogram\n";
    for (const auto &[method, times] : m_times) {
        for (std::size_t i = 0; i < ends.size(); ++i) {
            text += fmt::format("cadred_call_seconds_bucket{{method=\"{}\",le=\"{}\"}} {}\n", method, ends[i],
                                times.within[i]);
        }
        text += fmt::format("cadred_call_seconds_bucket{{method=\"{}\",le=\"+Inf\"}} {}\n", method, times.count);
        text += fmt::format("cadred_call_seconds_sum{{method=\"{}\"}} {:.6f}\n", method, times.seconds);
        text += fmt::format("cadred_call_seconds_count{{method=\"{}\"}} {}\n", method, times.count);
    }
    return text;
}

} // namespace server
