// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/clock.h"
#include "sync/record/id.h"
#include "sync/record/type.h"

#include <random>

namespace storefault {

/// Time and chance of one store. Both begin anew with each step, so that a step that is done again
/// makes the same bytes.
class Stage {
public:
    static constexpr std::int64_t start = 1'795'000'000'000; // 2026-11-18

    void begin(std::uint64_t step)
    {
        m_now = start + static_cast<std::int64_t>(step) * 1000;
        m_random.seed(step + 1);
    }
    [[nodiscard]] record::Clock clock()
    {
        return [this] { return m_now; };
    }
    [[nodiscard]] record::Entropy entropy()
    {
        return [this](std::uint8_t *bytes, std::size_t count) {
            for (std::size_t i = 0; i < count; ++i) {
                bytes[i] = static_cast<std::uint8_t>(m_random());
            }
        };
    }
    /// An id that is the same in every run.
    [[nodiscard]] static record::Uuid id(std::uint8_t number)
    {
        record::Uuid id;
        id.bytes = { 0x01, 0x99, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, number };
        return id;
    }

private:
    std::int64_t m_now = start;
    std::mt19937_64 m_random { 1 };
};

} // namespace storefault
