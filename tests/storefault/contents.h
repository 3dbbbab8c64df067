// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

struct sqlite3;

namespace storefault {

/// A hash over every row of every table.
[[nodiscard]] std::uint64_t everythingIn(sqlite3 *handle);
/// What a store says, without times, salts and hashes: records, changes by dot with their verdicts,
/// places, drafts. Text, a line a row.
[[nodiscard]] std::string meaningOf(sqlite3 *handle);
/// How many changes the store holds.
[[nodiscard]] std::uint64_t changesIn(sqlite3 *handle);

} // namespace storefault
