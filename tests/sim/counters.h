// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/ledger.h"
#include "tests/sim/steps.h"

#include <array>

namespace sim {

/// What the engine of a device was doing.
enum class Moment { Idle, Form, Push, Poll, Pull, Fetch, Saving };
inline constexpr int momentCount = 7;
[[nodiscard]] const char *nameOf(Moment moment);

/// How much was exercised: a run that met nothing is seen.
struct Counters {
    std::uint64_t seeds = 0;
    std::uint64_t steps = 0;
    std::uint64_t faults = 0;
    std::uint64_t edits = 0;
    std::uint64_t conflicts = 0;
    std::uint64_t forgotten = 0; ///< Records that nobody needs any more.
    std::uint64_t erased = 0; ///< Edits whose bytes somebody's right took away.
    std::array<std::array<std::uint64_t, kindCount>, faultCount> kinds {};
    std::array<std::array<std::uint64_t, momentCount>, faultCount> moments {};
    std::array<std::uint64_t, faultCount> met {};

    void add(const Counters &other);
    /// A fault met a device in this moment, with edits of these kinds (a bit each) that had not settled.
    void count(Fault fault, Moment moment, std::uint32_t kindBits);
    [[nodiscard]] std::string table() const;
    /// The cells of faults × kinds that nothing filled, as sentences.
    [[nodiscard]] std::vector<std::string> gaps(Faults faults) const;
    /// As one line of numbers, for the process that adds up.
    [[nodiscard]] std::string line() const;
    [[nodiscard]] static Counters fromLine(const std::string &line);
};

} // namespace sim
