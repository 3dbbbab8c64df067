// SPDX-License-Identifier: Apache-2.0
#include "sync/record/clock.h"

#include <chrono>

#include <sodium.h>

namespace record {

Clock systemClock()
{
    return [] {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    };
}

Entropy systemEntropy()
{
    return [](std::uint8_t *bytes, std::size_t count) { randombytes_buf(bytes, count); };
}

} // namespace record
