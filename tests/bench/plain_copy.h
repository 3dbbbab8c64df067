// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/plain_rows.h"
#include "tests/bench/plain_tls.h"

#include <cstdint>
#include <string>

namespace bench {

struct PlainCopy {
    double seconds = 0;
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0; ///< After compression.
};

struct PlainJob {
    std::string from; ///< An SQLite file that has the table.
    std::string to; ///< An SQLite file that has nothing yet.
    std::string table;
    std::int64_t afterRow = 0; ///< Only rows that were added after this one.
    bool oneTransaction = true; ///< Else one, durable and acknowledged, for each block that is sent.
    std::uint64_t blockRows = 0; ///< Rows in a block; 0: as many as 256 KiB hold.
    bool intoExisting = false; ///< `to` has the table already; it is opened, and rows of that key replaced.
};

/// The least that moving a table to another machine takes: its rows are read from plain SQLite,
/// encoded, compressed with zstd-3, sent over a TLS connection on loopback, and written by plain
/// SQLite with the same columns and indexes. The connection stands before the clock starts, and the
/// empty table is made, or else the existing one is opened once it runs.
[[nodiscard]] PlainCopy copyPlain(const PlainJob &job);

/// Reads a job's rows and sends them in blocks. Returns how many bytes that were.
std::uint64_t sendRows(PlainDatabase &source, const PlainJob &job, TlsEnd &line);
/// Takes what sendRows() sends into the table, inside the caller's transaction. Returns how many rows there were.
std::uint64_t receiveRows(PlainDatabase &target, const PlainJob &job, TlsEnd &line, const EachRow &each = {});

/// The seconds that plain SQLite takes to insert the same rows with the same columns and indexes, each
/// durable before the next.
[[nodiscard]] double insertPlain(const PlainJob &job);

/// Copies a file and waits until it is on the disk, so that nothing measured later waits for that.
void copyDurably(const std::string &from, const std::string &to);

/// The last row of a table; 0 when it has none.
[[nodiscard]] std::int64_t lastRowOf(const std::string &file, const std::string &table);

} // namespace bench
