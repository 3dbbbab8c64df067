// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace sim {

enum class Cut;

/// A chance that is the same on every machine.
class Chance {
public:
    explicit Chance(std::uint64_t seed)
        : m_random(seed)
    {
    }
    [[nodiscard]] std::uint64_t below(std::uint64_t limit) { return m_random() % limit; }
    [[nodiscard]] bool oneIn(std::uint64_t limit) { return below(limit) == 0; }

private:
    std::mt19937_64 m_random;
};

/// Bytes in blocks that copies share until one of them writes.
class Content {
public:
    static constexpr std::uint64_t blockSize = 4096;

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    /// Copies what is there and returns how many bytes that was.
    std::uint64_t read(std::uint64_t offset, char *bytes, std::uint64_t count) const;
    void write(std::uint64_t offset, std::string_view bytes);
    /// Shrinks, or grows by zeros.
    void resize(std::uint64_t size);
    /// Takes the blocks of this range, and the size, from a later state of the same file.
    void takeFrom(const Content &later, std::uint64_t offset, std::uint64_t count);

private:
    using Block = std::array<char, blockSize>;
    Block &own(std::uint64_t index);

    std::uint64_t m_size = 0;
    std::vector<std::shared_ptr<Block>> m_blocks; ///< Null for a block of zeros.
};

/// One file: what is durable, what the process sees, and how the one came from the other.
class File {
public:
    [[nodiscard]] const Content &now() const { return m_now; }

    void write(std::uint64_t offset, std::string_view bytes);
    /// Those sectors of a write that chance picks; a whole write by chance too, and none.
    void writeTorn(std::uint64_t offset, std::string_view bytes, Chance &chance);
    void resize(std::uint64_t size);
    void sync();
    /// What waits may never become durable, though the process goes on seeing it.
    void failSync(Chance &chance);
    /// What a power cut leaves.
    void cut(Cut cut, Chance &chance);
    /// Turns bits of one byte in every state.
    void rot(std::uint64_t offset, std::uint8_t bits);

private:
    struct Change {
        bool isResize = false;
        bool isLost = false;
        std::uint64_t offset = 0; ///< The size, of a resize.
        std::string bytes;
    };
    static void apply(Content &content, const Change &change);

    Content m_durable;
    Content m_now;
    std::vector<Change> m_waiting;
    bool m_apart = false; ///< Something that is visible was lost: the blocks differ for good.
};

} // namespace sim
