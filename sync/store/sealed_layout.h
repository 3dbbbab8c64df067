// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace store {

inline constexpr std::int64_t sealNonceSize = 24;
inline constexpr std::int64_t sealTagSize = 16;
inline constexpr std::int64_t sealSize = sealNonceSize + sealTagSize;

/// Where the units of a sealed file lie, each of which is sealed as a whole: after a head that is not, units of one or
/// two sizes in turn. Offsets and sizes in bytes: `seen` as SQLite sees them, `kept` as they lie in the file.
class SealedLayout {
public:
    static constexpr SealedLayout ofDatabase() { return { 0, { 4096, 0 } }; }
    /// A header, then frames of a header and a page (https://www.sqlite.org/fileformat2.html, section 4.1).
    static constexpr SealedLayout ofLog() { return { 32, { 24, 4096 } }; }

    struct Unit {
        std::int64_t index = 0; ///< The unit's number in the file.
        std::int64_t seen = 0; ///< Where it begins.
        std::int64_t size = 0; ///< Without its seal.
        std::int64_t kept = 0; ///< Where it begins in the file, with its nonce.
    };
    /// The unit that holds this byte, which lies behind the head.
    [[nodiscard]] constexpr Unit at(std::int64_t seen) const
    {
        const auto turn = (seen - m_head) / seenTurn();
        const bool isSecond = seen - m_head - turn * seenTurn() >= m_sizes[0];
        Unit unit { turn * units() + (isSecond ? 1 : 0), m_head + turn * seenTurn(), m_sizes[0],
                    m_head + turn * keptTurn() };
        if (isSecond) {
            unit.seen += m_sizes[0];
            unit.kept += m_sizes[0] + sealSize;
            unit.size = m_sizes[1];
        }
        return unit;
    }
    /// How much SQLite sees of a file of that size: units that are there as a whole.
    [[nodiscard]] constexpr std::int64_t seenSize(std::int64_t kept) const
    {
        if (kept <= m_head) {
            return kept;
        }
        const auto turn = (kept - m_head) / keptTurn();
        const bool hasFirst = kept - m_head - turn * keptTurn() >= m_sizes[0] + sealSize;
        return m_head + turn * seenTurn() + (hasFirst ? m_sizes[0] : 0);
    }
    /// How large a file is that holds that much, and the rest of the unit in which that ends.
    [[nodiscard]] constexpr std::int64_t keptSize(std::int64_t seen) const
    {
        if (seen <= m_head) {
            return seen;
        }
        const auto last = at(seen - 1);
        return last.kept + last.size + sealSize;
    }
    [[nodiscard]] constexpr std::int64_t head() const { return m_head; }

private:
    constexpr SealedLayout(std::int64_t head, std::array<std::int64_t, 2> sizes)
        : m_head(head)
        , m_sizes(sizes)
    {
    }
    [[nodiscard]] constexpr std::int64_t units() const { return m_sizes[1] == 0 ? 1 : 2; }
    [[nodiscard]] constexpr std::int64_t seenTurn() const { return m_sizes[0] + m_sizes[1]; }
    [[nodiscard]] constexpr std::int64_t keptTurn() const { return seenTurn() + units() * sealSize; }

    std::int64_t m_head;
    std::array<std::int64_t, 2> m_sizes;
};

} // namespace store
