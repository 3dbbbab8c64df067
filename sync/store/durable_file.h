// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace store {

/// Writes all of a small file, for its owner alone, or nothing that anybody finds under that name; on disk when it
/// returns. Returns 0, or errno.
[[nodiscard]] int writeDurably(const std::string &path, const std::string &bytes);
/// Puts the names in a folder on disk. Returns 0, or errno.
[[nodiscard]] int syncFolder(const std::string &folder);
/// All of a file; empty when it can't be read.
[[nodiscard]] std::string bytesOfFile(const std::string &path);

} // namespace store
