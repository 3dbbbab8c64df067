// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace sim {

/// A set of small numbers: edits or saves.
class IdSet {
public:
    [[nodiscard]] bool has(std::uint32_t id) const
    {
        return id / 64 < m_words.size() && (m_words[id / 64] >> (id % 64) & 1) != 0;
    }
    void add(std::uint32_t id)
    {
        grow(id / 64 + 1);
        m_words[id / 64] |= std::uint64_t(1) << (id % 64);
    }
    void remove(std::uint32_t id)
    {
        if (has(id)) {
            m_words[id / 64] &= ~(std::uint64_t(1) << (id % 64));
        }
    }
    void add(const IdSet &other)
    {
        grow(other.m_words.size());
        for (std::size_t i = 0; i < other.m_words.size(); ++i) {
            m_words[i] |= other.m_words[i];
        }
    }
    [[nodiscard]] std::vector<std::uint32_t> all() const
    {
        std::vector<std::uint32_t> ids;
        for (std::uint32_t id = 0; id < m_words.size() * 64; ++id) {
            if (has(id)) {
                ids.push_back(id);
            }
        }
        return ids;
    }
    [[nodiscard]] bool isEmpty() const
    {
        for (const auto word : m_words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

private:
    void grow(std::size_t words)
    {
        if (m_words.size() < words) {
            m_words.resize(words);
        }
    }

    std::vector<std::uint64_t> m_words;
};

/// Numbers that follow from a seed alone, on every machine (SplitMix64).
class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t next()
    {
        std::uint64_t mixed = m_state += 0x9e3779b97f4a7c15;
        mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
        return mixed ^ mixed >> 31;
    }
    [[nodiscard]] std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(next() % limit); }
    [[nodiscard]] bool oneIn(std::uint32_t limit) { return below(limit) == 0; }

private:
    std::uint64_t m_state;
};

} // namespace sim
