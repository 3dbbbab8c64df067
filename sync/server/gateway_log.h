// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/counters.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace server {

/// One call that was answered: sizes in bytes, times in seconds.
struct AnsweredCall {
    std::string method; ///< One of few names.
    int status = 0;
    std::size_t received = 0;
    std::size_t sent = 0;
    double seconds = 0; ///< From its arrival.
    double worked = 0; ///< Of these, on the one thread.
};

/// A line for those who look closely, and a warning for a call that held up the others.
void logCall(const AnsweredCall &call);

/// A line with what the limits refused so far, if that is more than `told`. Returns how much it is.
[[nodiscard]] std::uint64_t logRefusals(const Counters &counters, std::uint64_t told);

} // namespace server
