// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

struct sqlite3;

// What SQLite's statements do not say about its files.
namespace store {

/// SQLite keeps no sums of the memory it takes: under a lock, they cost more than the taking. Once for all
/// connections, before the first one.
void leaveMemoryUncounted();

/// Pages the header speaks of must be there; SQLite itself looks only when it needs them. While a
/// WAL waits, they may still lie in it: a checkpoint can end between the header and the pages.
[[nodiscard]] bool isCutShort(const std::string &path);

/// True when this error, or what the system said beneath it, means that there is no room.
[[nodiscard]] bool lacksRoom(sqlite3 *handle, int extendedCode);

/// How many bytes the connection's file has, without what waits in its WAL.
[[nodiscard]] std::int64_t fileSize(sqlite3 *handle);
/// How many bytes the connection's WAL has; 0 when there is none.
[[nodiscard]] std::int64_t logSize(sqlite3 *handle);
/// Writes the first bytes of the WAL over themselves and syncs them. Returns SQLite's code. The
/// caller holds the right to write.
[[nodiscard]] int writeLogAgain(sqlite3 *handle, std::int64_t size);

/// Makes a copy that nobody uses yet a database with a log, without a journal: where files are sealed, there is none.
/// Returns SQLite's code.
[[nodiscard]] int beginLog(const std::string &path, const std::string &vfs);

} // namespace store
