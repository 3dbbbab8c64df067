// SPDX-License-Identifier: Apache-2.0
#include "sync/server/metrics.h"

#include <fmt/format.h>

namespace server {

namespace {

void add(std::string &text, const char *name, const char *kind, const char *help, std::int64_t value)
{
    text += fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n{0} {3}\n", name, kind, help, value);
}

std::int64_t count(const std::atomic<std::uint64_t> &value)
{
    return static_cast<std::int64_t>(value.load());
}

} // namespace

std::string metricsText(Academy &academy, const Counters &counters)
{
    std::string text;
    add(text, "cadred_requests_total", "counter", "Requests read.", count(counters.requests));
    add(text, "cadred_request_failures_total", "counter", "Calls answered with an error.", count(counters.failures));
    add(text, "cadred_received_bytes_total", "counter", "Bytes of request bodies.", count(counters.bytesIn));
    add(text, "cadred_sent_bytes_total", "counter", "Bytes of answers.", count(counters.bytesOut));
    add(text, "cadred_changes_taken_total", "counter", "Changes given a verdict, repeats included.",
        count(counters.changesTaken));
    add(text, "cadred_changes_set_aside_total", "counter", "Changes set aside, repeats included.",
        count(counters.changesSetAside));
    add(text, "cadred_changes_sent_total", "counter", "Changes sent to devices.", count(counters.changesSent));
    add(text, "cadred_enrollments_total", "counter", "Devices enrolled, repeats included.",
        count(counters.enrollments));
    add(text, "cadred_connections", "gauge", "Open connections.", counters.connections.load());
    add(text, "cadred_waiting_calls", "gauge", "Calls that wait for news.", counters.waiting.load());
    add(text, "cadred_scopes", "gauge", "Places that hold records.",
        static_cast<std::int64_t>(academy.log().scopeCount()));
    add(text, "cadred_changes", "gauge", "Changes in the store.",
        static_cast<std::int64_t>(academy.log().changeCount()));
    add(text, "cadred_devices", "gauge", "Devices enrolled and not signed out.",
        static_cast<std::int64_t>(academy.accounts().deviceCount()));
    return text;
}

} // namespace server
