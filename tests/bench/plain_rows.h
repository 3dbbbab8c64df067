// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct sqlite3;

namespace bench {

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
    /// Rows after one, encoded as this program's own bytes, in blocks of about 256 KiB.
    template <typename Sink>
    void read(const std::string &table, std::int64_t afterRow, Sink sink);
    /// Inserts the rows of a block. Returns how many there were.
    std::uint64_t write(const std::string &table, const std::string &block);

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

private:
    void require(int code, int wanted) const;
    void nextBlock(void *statement, std::string &block, bool &more);
    void *prepareRead(const std::string &table, std::int64_t afterRow);
    void finish(void *statement);

    sqlite3 *m_handle = nullptr;
};

template <typename Sink>
void PlainDatabase::read(const std::string &table, std::int64_t afterRow, Sink sink)
{
    void *statement = prepareRead(table, afterRow);
    for (bool more = true; more;) {
        std::string block;
        nextBlock(statement, block, more);
        if (!block.empty())
            sink(block);
    }
    finish(statement);
}

} // namespace bench
