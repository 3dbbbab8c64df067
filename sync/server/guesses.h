// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/clock.h"

#include <map>
#include <string>

namespace server {

/// Slows down who guesses at secrets: after five failures each further one costs a wait, from one second to half a
/// minute, doubling. What was done in vain while one has to wait makes it no longer, and a quarter of an hour without a
/// failure is a fresh start: nobody is locked out for long. Kept in memory. One thread at a time.
class Guesses {
public:
    explicit Guesses(record::Clock clock);

    /// Seconds until the next try of this key counts; 0 for now. An empty key never waits.
    [[nodiscard]] std::int64_t wait(const std::string &key) const;
    void failed(const std::string &key);
    void succeeded(const std::string &key);

    /// One key for all the addresses that one subscriber has: an IPv6 address without its last 64 bits.
    [[nodiscard]] static std::string keyOf(const std::string &address);

private:
    struct Tries {
        int failures = 0;
        std::int64_t last = 0;
        std::int64_t until = 0;
    };
    void forgetOld();

    record::Clock m_clock;
    std::map<std::string, Tries> m_tries;
};

} // namespace server
