// SPDX-License-Identifier: Apache-2.0
#include "sync/store/database.h"
#include "sync/store/statement_cache.h"

#include <sqlite3.h>

namespace store {

StatementCache::~StatementCache()
{
    for (const auto &[sql, statements] : m_idle) {
        for (auto *statement : statements) {
            sqlite3_finalize(statement);
        }
    }
}

Statement::Statement(Database &database, std::string_view sql)
    : m_database(database)
    , m_idle(database.m_statements->of(sql))
{
    if (!m_idle.empty()) {
        m_statement = m_idle.back();
        m_idle.pop_back();
        return;
    }
    if (sqlite3_prepare_v3(database.m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &m_statement, nullptr)
        != SQLITE_OK) {
        database.fail("asking it");
    }
}

Statement::~Statement()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_idle.push_back(m_statement);
}

Statement &Statement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, index, value);
    return *this;
}

Statement &Statement::bindText(int index, std::string_view value)
{
    sqlite3_bind_text(m_statement, index, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bindBlob(int index, std::string_view value)
{
    static constexpr char nothing = 0;
    const char *bytes = value.empty() ? &nothing : value.data();
    sqlite3_bind_blob(m_statement, index, bytes, static_cast<int>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::lendBlob(int index, std::string_view value)
{
    static constexpr char nothing = 0;
    const char *bytes = value.empty() ? &nothing : value.data();
    sqlite3_bind_blob(m_statement, index, bytes, static_cast<int>(value.size()), SQLITE_STATIC);
    return *this;
}

Statement &Statement::lendText(int index, std::string_view value)
{
    sqlite3_bind_text(m_statement, index, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    return *this;
}

Statement &Statement::bindReal(int index, double value)
{
    sqlite3_bind_double(m_statement, index, value);
    return *this;
}

Statement &Statement::bindNull(int index)
{
    sqlite3_bind_null(m_statement, index);
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        m_database.fail("reading or writing");
    }
    return false;
}

void Statement::run()
{
    while (step()) { }
    reset();
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string Statement::blob(int column) const
{
    return std::string(lentBlob(column));
}

std::string_view Statement::lentBlob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return bytes == nullptr
        ? std::string_view()
        : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

} // namespace store
