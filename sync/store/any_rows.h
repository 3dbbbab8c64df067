// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"

#include <map>
#include <string>

namespace store {

/// Whether a place has a row in a table that hardly any place has one in: asked for every record, and read once
/// for each place and transaction.
class AnyRows {
public:
    /// `sql` selects a row by the scope's number. Who writes the table says Database::exceptionsChange().
    AnyRows(Database &database, std::string sql)
        : m_database(database)
        , m_sql(std::move(sql))
    {
    }

    [[nodiscard]] bool in(std::int64_t scope) const
    {
        if (m_state != m_database.exceptionState() || m_state == 0) {
            m_state = m_database.exceptionState();
            m_known.clear();
        }
        const auto [known, isNew] = m_known.try_emplace(scope);
        if (isNew) {
            Statement find(m_database, m_sql);
            known->second = find.bind(1, scope).step();
        }
        return known->second;
    }

private:
    Database &m_database;
    std::string m_sql;
    mutable std::uint64_t m_state = 0;
    mutable std::map<std::int64_t, bool> m_known;
};

} // namespace store
