// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/roster/archive.h"

#include <map>
#include <string>

namespace roster {

/// How a file of the roster is meant.
enum class FileMode {
    Absent,
    Bulk, ///< All there is.
    Delta, ///< What changed since the last time.
};

/// What manifest.csv says.
struct Manifest {
    bool isVersion12 = false; ///< Otherwise 1.1.
    std::string source; ///< The system that it comes from; empty where the file does not say.
    std::map<std::string, FileMode> files; ///< By name without its ending, such as `users`.

    [[nodiscard]] FileMode mode(const std::string &file) const
    {
        const auto found = files.find(file);
        return found == files.end() ? FileMode::Absent : found->second;
    }
    [[nodiscard]] const char *version() const { return isVersion12 ? "1.2" : "1.1"; }
};

/// Throws Unreadable for another version than 1.1 and 1.2, and where the zip does not hold what the manifest says.
[[nodiscard]] Manifest readManifest(Archive &archive);

} // namespace roster
