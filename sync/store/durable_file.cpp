// SPDX-License-Identifier: Apache-2.0
#include "sync/store/durable_file.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

namespace store {

int writeDurably(const std::string &path, const std::string &bytes)
{
    const auto next = path + ".new";
    const int file = ::open(next.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) {
        return errno;
    }
    const bool isWritten =
        ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && ::fsync(file) == 0;
    int problem = isWritten ? 0 : errno == 0 ? ENOSPC : errno;
    (void)::close(file);
    if (problem == 0 && ::rename(next.c_str(), path.c_str()) != 0) {
        problem = errno;
    }
    return problem == 0 ? syncFolder(std::filesystem::path(path).parent_path().string()) : problem;
}

int syncFolder(const std::string &folder)
{
    const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0) {
        return 0; // Some systems let nobody open a folder; there it is the file's sync that counts.
    }
    const int problem = ::fsync(directory) == 0 ? 0 : errno;
    (void)::close(directory);
    return problem;
}

std::string bytesOfFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return { std::istreambuf_iterator<char>(file), {} };
}

} // namespace store
