// SPDX-License-Identifier: Apache-2.0
#include "sync/server/line_file.h"

#include "sync/store/database.h"

#include <fmt/format.h>
#include <sodium.h>

#include <fcntl.h>
#include <unistd.h>

#include <fstream>

namespace server {

namespace {

std::string hexOf(const std::string &bytes)
{
    std::string text(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size());
    text.back() = '\n';
    return text;
}

} // namespace

std::vector<std::string> LineFile::read() const
{
    std::vector<std::string> lines;
    std::ifstream file(m_path);
    std::string text;
    while (std::getline(file, text)) {
        std::string bytes(text.size() / 2, '\0');
        std::size_t length = 0;
        const int read = sodium_hex2bin(reinterpret_cast<unsigned char *>(bytes.data()), bytes.size(), text.data(),
                                        text.size(), nullptr, &length, nullptr);
        if (read == 0 && length > 0 && 2 * length == text.size()) {
            lines.push_back(std::move(bytes));
        }
    }
    return lines;
}

void LineFile::append(const std::vector<std::string> &lines) const
{
    // What a power cut left half written ends here.
    std::string text = "\n";
    for (const auto &line : lines) {
        text += hexOf(line);
    }
    const int file = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const bool written =
        file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    if (file >= 0) {
        ::close(file);
    }
    if (!written) {
        throw store::Error(
            store::Fault::Unreadable,
            fmt::format("The file {} could not be written. Look at the rights of its directory and at the room left.",
                        m_path));
    }
}

} // namespace server
