// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/erasures.h"
#include "sync/store/places.h"
#include "sync/store/record_table.h"
#include "sync/store/tombstones.h"

#include <string>
#include <string_view>
#include <vector>

namespace store {

/// A scope's records as they travel (cadre.sync.v1alpha.SnapshotChunk, zstd).
struct SnapshotContent {
    std::vector<std::string> chunks; ///< None where the scope holds nothing.
    std::uint64_t records = 0;
};

/// How many bytes of records end a chunk.
inline constexpr std::size_t usualChunk = 128 * 1024;

/// A scope's records out of a store: living ones, deleted ones and those of types that the
/// catalogue does not know. The same state gives the same bytes.
[[nodiscard]] SnapshotContent makeSnapshot(Database &database, const record::Catalogue &catalogue,
                                           const record::ScopeId &scope, std::size_t chunkSize = usualChunk);

/// Writes snapshots into a store. All calls belong in a Transaction of the caller's.
class SnapshotWriter {
public:
    SnapshotWriter(Database &database, const record::Catalogue &catalogue);

    /// Takes away what the scope holds, before the first chunk of another state.
    void clear(const record::ScopeId &scope);
    /// Writes the records of one chunk and returns how many there were. Throws Invalid with a sentence,
    /// and writes nothing, when the chunk is damaged or would grow past what a chunk may hold.
    std::uint64_t add(const record::ScopeId &scope, const std::string &chunk);

private:
    Places m_places;
    RecordTables m_tables;
    Tombstones m_tombstones;
    Erasures m_erasures;
    std::string m_expanded; ///< Kept for its room.
};

/// What a chunk may hold once it is expanded, in bytes.
inline constexpr std::size_t chunkLimit = 8 * 1024 * 1024;

/// A chunk as it travels. Plain where zstd would make it so small that it looked like a bomb.
[[nodiscard]] std::string packChunk(const std::string &content);
/// Expands a chunk into `content`. Throws Invalid with a sentence when it is damaged, or declares more
/// than chunkLimit, or more than its size can honestly hold.
void unpackChunk(const std::string &chunk, std::string &content);

} // namespace store
