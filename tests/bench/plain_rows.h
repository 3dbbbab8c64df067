// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace bench {

/// Which rows are read: those after one, in blocks of so many; 0: as many as 256 KiB hold.
struct PlainRows {
    std::int64_t afterRow = 0;
    std::uint64_t blockRows = 0;
};

/// Called with the bytes of each row that is written.
using EachRow = std::function<void(std::string_view)>;

/// The texts and blobs of a row as it is sent, in the order of its columns. They look at the row.
[[nodiscard]] std::vector<std::string_view> bytesIn(std::string_view row);

/// A connection to one SQLite file; throws std::runtime_error where SQLite fails.
class PlainDatabase {
public:
    explicit PlainDatabase(const std::string &path);
    ~PlainDatabase();
    PlainDatabase(const PlainDatabase &) = delete;
    PlainDatabase &operator=(const PlainDatabase &) = delete;

    void run(const std::string &sql);
    [[nodiscard]] std::int64_t lastRowOf(const std::string &table);
    /// CREATE statements of a table and its indexes.
    [[nodiscard]] std::vector<std::string> schemaOf(const std::string &table);
    /// How many rows a SELECT gives.
    [[nodiscard]] std::int64_t count(const std::string &select);
    /// Rows, encoded as this program's own bytes.
    template <typename Sink>
    void read(const std::string &table, const PlainRows &rows, Sink sink);
    /// Inserts the rows of a block, or replaces those of the same key. Returns how many there were.
    std::uint64_t write(const std::string &table, const std::string &block, bool replaces, const EachRow &each = {});
    /// Inserts blocks of one row, each in a transaction of its own.
    void writeEach(const std::string &table, const std::vector<std::string> &rows);

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

private:
    void require(int code, int wanted) const;
    void nextBlock(void *statement, std::uint64_t blockRows, std::string &block, bool &more);
    void *prepareRead(const std::string &table, std::int64_t afterRow);
    void *prepareInsert(const std::string &table, bool replaces, int &columns);
    void insert(void *statement, int columns, const char *&at);
    void finish(void *statement);

    sqlite3 *m_handle = nullptr;
};

template <typename Sink>
void PlainDatabase::read(const std::string &table, const PlainRows &rows, Sink sink)
{
    void *statement = prepareRead(table, rows.afterRow);
    for (bool more = true; more;) {
        std::string block;
        nextBlock(statement, rows.blockRows, block, more);
        if (!block.empty())
            sink(block);
    }
    finish(statement);
}

} // namespace bench
