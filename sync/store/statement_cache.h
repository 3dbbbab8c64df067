// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3_stmt;

namespace store {

/// The prepared statements of one connection that nobody uses now, by their text. It ends them.
class StatementCache {
public:
    using Idle = std::vector<sqlite3_stmt *>;

    StatementCache() = default;
    ~StatementCache();
    StatementCache(const StatementCache &) = delete;
    StatementCache &operator=(const StatementCache &) = delete;

    /// Stays where it is as long as the cache lives.
    [[nodiscard]] Idle &of(std::string_view sql)
    {
        // Nearly every text is a literal, which is met again at the same address.
        auto &met = m_met[(reinterpret_cast<std::uintptr_t>(sql.data()) >> 3 ^ sql.size()) % m_met.size()];
        if (met.idle == nullptr || met.sql != sql) {
            const auto known = m_idle.find(sql);
            auto &entry = known == m_idle.end() ? *m_idle.try_emplace(std::string(sql)).first : *known;
            met = { entry.first, &entry.second };
        }
        return *met.idle;
    }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    struct Met {
        std::string_view sql;
        Idle *idle = nullptr;
    };
    std::unordered_map<std::string, Idle, Hash, std::equal_to<>> m_idle;
    std::array<Met, 128> m_met;
};

} // namespace store
