// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace bench {

struct PlainCopy {
    double seconds = 0;
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0; ///< After compression.
};

/// The least that moving a table to another machine takes: its rows are read from plain SQLite,
/// encoded, compressed with zstd-3, sent over a TLS connection on loopback, and written by plain
/// SQLite with the same columns and indexes in one durable transaction. The connection stands and
/// the empty table is made before the clock starts.
[[nodiscard]] PlainCopy copyPlain(const std::string &from, const std::string &to, const std::string &table);

} // namespace bench
