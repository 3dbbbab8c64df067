// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/plain_rows.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstring>
#include <stdexcept>

namespace bench {

namespace {

constexpr std::size_t blockSize = 256 * 1024;

void addNumber(std::string &out, std::uint64_t number)
{
    for (; number > 0x7f; number >>= 7)
        out += static_cast<char>((number & 0x7f) | 0x80);
    out += static_cast<char>(number);
}

std::uint64_t takeNumber(const char *&at)
{
    std::uint64_t number = 0;
    for (int shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(*at++);
        number |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        if (byte < 0x80)
            return number;
    }
}

void addColumn(std::string &out, sqlite3_stmt *statement, int column)
{
    const int kind = sqlite3_column_type(statement, column);
    out += static_cast<char>(kind);
    if (kind == SQLITE_INTEGER) {
        addNumber(out, static_cast<std::uint64_t>(sqlite3_column_int64(statement, column)));
    } else if (kind == SQLITE_FLOAT) {
        const double value = sqlite3_column_double(statement, column);
        out.append(reinterpret_cast<const char *>(&value), sizeof value);
    } else if (kind != SQLITE_NULL) {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
        addNumber(out, size);
        out.append(bytes ? bytes : "", size);
    }
}

void bindColumn(const char *&at, sqlite3_stmt *statement, int index)
{
    const int kind = static_cast<unsigned char>(*at++);
    if (kind == SQLITE_INTEGER) {
        sqlite3_bind_int64(statement, index, static_cast<sqlite3_int64>(takeNumber(at)));
    } else if (kind == SQLITE_FLOAT) {
        double value = 0;
        std::memcpy(&value, at, sizeof value);
        at += sizeof value;
        sqlite3_bind_double(statement, index, value);
    } else if (kind == SQLITE_NULL) {
        sqlite3_bind_null(statement, index);
    } else {
        const auto size = static_cast<int>(takeNumber(at));
        if (kind == SQLITE_TEXT)
            sqlite3_bind_text(statement, index, at, size, SQLITE_STATIC);
        else
            sqlite3_bind_blob(statement, index, at, size, SQLITE_STATIC);
        at += size;
    }
}

} // namespace

std::vector<std::string_view> bytesIn(std::string_view row)
{
    std::vector<std::string_view> found;
    const char *at = row.data();
    for (const char *end = at + row.size(); at < end;) {
        const int kind = static_cast<unsigned char>(*at++);
        if (kind == SQLITE_INTEGER) {
            (void)takeNumber(at);
        } else if (kind == SQLITE_FLOAT) {
            at += sizeof(double);
        } else if (kind != SQLITE_NULL) {
            const auto size = takeNumber(at);
            found.emplace_back(at, size);
            at += size;
        }
    }
    return found;
}

PlainDatabase::PlainDatabase(const std::string &path)
{
    require(sqlite3_open(path.c_str(), &m_handle), SQLITE_OK);
}

PlainDatabase::~PlainDatabase()
{
    sqlite3_close(m_handle);
}

void PlainDatabase::require(int code, int wanted) const
{
    if (code != wanted)
        throw std::runtime_error(fmt::format("SQLite: {}", sqlite3_errmsg(m_handle)));
}

void PlainDatabase::run(const std::string &sql)
{
    require(sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
}

std::vector<std::string> PlainDatabase::schemaOf(const std::string &table)
{
    sqlite3_stmt *statement = nullptr;
    const auto sql = fmt::format(
        "SELECT sql FROM sqlite_schema WHERE tbl_name = '{}' AND sql IS NOT NULL ORDER BY type DESC", table);
    require(sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &statement, nullptr), SQLITE_OK);
    std::vector<std::string> schema;
    while (sqlite3_step(statement) == SQLITE_ROW)
        schema.emplace_back(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    return schema;
}

std::int64_t PlainDatabase::lastRowOf(const std::string &table)
{
    sqlite3_stmt *statement = nullptr;
    const auto sql = fmt::format("SELECT max(rowid) FROM \"{}\"", table);
    require(sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &statement, nullptr), SQLITE_OK);
    const auto row = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    return row;
}

std::int64_t PlainDatabase::count(const std::string &select)
{
    sqlite3_stmt *statement = nullptr;
    const auto sql = fmt::format("SELECT count(*) FROM ({})", select);
    require(sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &statement, nullptr), SQLITE_OK);
    const auto rows = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
    sqlite3_finalize(statement);
    return rows;
}

void *PlainDatabase::prepareRead(const std::string &table, std::int64_t afterRow)
{
    sqlite3_stmt *statement = nullptr;
    const auto sql = fmt::format("SELECT * FROM \"{}\" WHERE rowid > {}", table, afterRow);
    require(sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &statement, nullptr), SQLITE_OK);
    return statement;
}

void PlainDatabase::nextBlock(void *prepared, std::uint64_t blockRows, std::string &block, bool &more)
{
    auto *statement = static_cast<sqlite3_stmt *>(prepared);
    for (std::uint64_t row = 0; blockRows == 0 ? block.size() < blockSize : row < blockRows; ++row) {
        const int code = sqlite3_step(statement);
        if (code != SQLITE_ROW) {
            require(code, SQLITE_DONE);
            more = false;
            return;
        }
        for (int column = 0; column < sqlite3_column_count(statement); ++column)
            addColumn(block, statement, column);
    }
}

void PlainDatabase::finish(void *statement)
{
    sqlite3_finalize(static_cast<sqlite3_stmt *>(statement));
}

void *PlainDatabase::prepareInsert(const std::string &table, bool replaces, int &columns)
{
    sqlite3_stmt *rows = static_cast<sqlite3_stmt *>(prepareRead(table, 0));
    columns = sqlite3_column_count(rows);
    finish(rows);
    std::string marks = "?";
    for (int i = 1; i < columns; ++i)
        marks += ",?";
    sqlite3_stmt *insert = nullptr;
    const auto sql = fmt::format("{} INTO \"{}\" VALUES ({})", replaces ? "REPLACE" : "INSERT", table, marks);
    require(sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &insert, nullptr), SQLITE_OK);
    return insert;
}

void PlainDatabase::insert(void *prepared, int columns, const char *&at)
{
    auto *statement = static_cast<sqlite3_stmt *>(prepared);
    for (int i = 1; i <= columns; ++i)
        bindColumn(at, statement, i);
    require(sqlite3_step(statement), SQLITE_DONE);
    sqlite3_reset(statement);
}

std::uint64_t PlainDatabase::write(const std::string &table, const std::string &block, bool replaces,
                                   const EachRow &each)
{
    int columns = 0;
    void *statement = prepareInsert(table, replaces, columns);
    std::uint64_t rows = 0;
    const char *at = block.data();
    for (const char *end = at + block.size(); at < end; ++rows) {
        const char *row = at;
        insert(statement, columns, at);
        if (each)
            each({ row, static_cast<std::size_t>(at - row) });
    }
    finish(statement);
    return rows;
}

void PlainDatabase::writeEach(const std::string &table, const std::vector<std::string> &rows)
{
    int columns = 0;
    void *statement = prepareInsert(table, false, columns);
    for (const auto &row : rows) {
        const char *at = row.data();
        insert(statement, columns, at);
    }
    finish(statement);
}

} // namespace bench
