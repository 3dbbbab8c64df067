// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>

namespace store {

/// What seals a store's files: 256 random bits.
using SealKey = std::array<unsigned char, 32>;

/// An SQLite VFS whose files nobody reads without the key, for as long as this lives: Database(path, sealed.name()).
///
/// Each page of a database, and each frame header and page of its log, lies on disk as XChaCha20-Poly1305 of a random
/// nonce (24 bytes), what it seals, and a tag (16 bytes); which file and which place it is in is authenticated with it,
/// so that pages can't change places. SQLite sees pages of 4096 bytes at the places it knows. A page that doesn't open
/// is SQLITE_IOERR_DATA; in the log, where SQLite looks for the end of it, it is the end. What is left to see are
/// sizes, the log's first 32 bytes (salts and counters) and the index of the log, which hold page numbers and no
/// content.
///
/// Nothing is written anywhere else: a rollback journal only while the database is empty, temporary files never
/// (PRAGMA temp_store = MEMORY; SQLite gets SQLITE_CANTOPEN for them). Databases outlive no VFS: close them first.
class SealedFiles {
public:
    /// `base` names the VFS that keeps the bytes; empty for the system's files. Throws std::runtime_error where it does
    /// not exist or the library for ciphers can't be started.
    explicit SealedFiles(const SealKey &key, const std::string &base = {});
    ~SealedFiles();
    SealedFiles(const SealedFiles &) = delete;
    SealedFiles &operator=(const SealedFiles &) = delete;

    [[nodiscard]] const std::string &name() const;

private:
    struct Vfs;
    std::unique_ptr<Vfs> m;
};

/// A file control (sqlite3_file_control): writes the log's bytes as they lie there once more, each as it is. The
/// argument is a std::int64_t, the size that SQLite sees.
inline constexpr int writeAgainControl = 0x43414452;

} // namespace store
