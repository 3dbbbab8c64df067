// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace roster {

/// The file as a whole cannot be taken: a sentence for people that says what to do. Nothing was taken of it.
class Unreadable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What a roster may have at most. A large district's, with all its students, has some tens of megabytes.
struct ArchiveLimits {
    std::uint64_t entries = 64;
    std::uint64_t fileBytes = std::uint64_t { 64 } << 20; ///< Unpacked, of one file.
    std::uint64_t totalBytes = std::uint64_t { 128 } << 20; ///< Unpacked, of all that is read.
    std::uint64_t ratio = 200; ///< Unpacked to packed. Plain text packs to a tenth or so.
};

/// The files at the root of a zip in memory. Unpacks what is asked for, and nothing else.
class Archive {
public:
    /// Reads the list of files. `bytes` outlives the archive. Throws Unreadable.
    explicit Archive(std::string_view bytes, const ArchiveLimits &limits = {});

    /// True when a file of exactly that name lies at the root.
    [[nodiscard]] bool has(const std::string &name) const { return m_entries.contains(name); }
    /// What the file holds; nothing when there is none. Throws Unreadable where it is damaged, encrypted or too large.
    [[nodiscard]] std::optional<std::string> read(const std::string &name);

private:
    std::string_view m_bytes;
    ArchiveLimits m_limits;
    std::uint64_t m_read = 0;
    std::map<std::string, std::uint64_t> m_entries; ///< By name, the number within the zip.
};

} // namespace roster
