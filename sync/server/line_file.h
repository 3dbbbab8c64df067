// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace server {

/// A file beside the store that is only added to: byte strings, one a line as hexadecimal digits.
class LineFile {
public:
    explicit LineFile(std::string path)
        : m_path(std::move(path))
    {
    }

    /// What stands in it; nothing where there is no such file. A line that can't be read, such as one that a power
    /// cut left half written, is passed over.
    [[nodiscard]] std::vector<std::string> read() const;
    /// Durable when it returns. Throws store::Error.
    void append(const std::vector<std::string> &lines) const;

private:
    std::string m_path;
};

} // namespace server
