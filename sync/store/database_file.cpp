// SPDX-License-Identifier: Apache-2.0
#include "sync/store/database_file.h"

#include "sync/store/sealed_files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>

#include <sqlite3.h>

namespace store {

namespace {

/// The connection's database file, or its WAL; null when it is not open.
sqlite3_file *fileOf(sqlite3 *handle, int which)
{
    sqlite3_file *file = nullptr;
    (void)sqlite3_file_control(handle, "main", which, static_cast<void *>(&file));
    return file == nullptr || file->pMethods == nullptr ? nullptr : file;
}

std::int64_t sizeOf(sqlite3_file *file)
{
    sqlite3_int64 size = 0;
    return file != nullptr && file->pMethods->xFileSize(file, &size) == SQLITE_OK ? size : 0;
}

/// errno of a file's last failure. A connection knows it of statements alone, not of commits.
int systemErrorOf(sqlite3 *handle, int whichFile)
{
    int cause = 0;
    if (auto *file = fileOf(handle, whichFile)) {
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &cause);
    }
    return cause;
}

} // namespace

void leaveMemoryUncounted()
{
    // Where SQLite was started before, it says no and counts on.
    static const int answer = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)answer;
}

bool isCutShort(const std::string &path)
{
    std::error_code problem;
    const auto waiting = std::filesystem::file_size(path + "-wal", problem);
    if (!problem && waiting > 0) {
        return false;
    }
    problem.clear();
    const auto size = std::filesystem::file_size(path, problem);
    if (problem || size == 0) {
        return false;
    }
    if (size < 100) {
        return true;
    }
    std::FILE *file = std::fopen(path.c_str(), "rb");
    unsigned char head[100] = {};
    const auto count = file == nullptr ? 0 : std::fread(head, 1, sizeof head, file);
    if (file != nullptr) {
        (void)std::fclose(file);
    }
    if (count != sizeof head) {
        return true;
    }
    const std::uintmax_t pageSize = head[16] == 0 && head[17] == 1 ? 65536 : (head[16] << 8 | head[17]);
    const std::uintmax_t pages =
        static_cast<std::uintmax_t>(head[28]) << 24 | head[29] << 16 | head[30] << 8 | head[31];
    return pages * pageSize > size;
}

std::int64_t fileSize(sqlite3 *handle)
{
    return sizeOf(fileOf(handle, SQLITE_FCNTL_FILE_POINTER));
}

std::int64_t logSize(sqlite3 *handle)
{
    return sizeOf(fileOf(handle, SQLITE_FCNTL_JOURNAL_POINTER));
}

int writeLogAgain(sqlite3 *handle, std::int64_t size)
{
    auto &file = *fileOf(handle, SQLITE_FCNTL_JOURNAL_POINTER);
    int code = file.pMethods->xFileControl(&file, writeAgainControl, &size);
    if (code != SQLITE_NOTFOUND) {
        return code;
    }
    code = SQLITE_OK;
    std::string bytes(65536, '\0');
    for (std::int64_t offset = 0; code == SQLITE_OK && offset < size;) {
        const int count = static_cast<int>(std::min<std::int64_t>(size - offset, 65536));
        code = file.pMethods->xRead(&file, bytes.data(), count, offset);
        code = code == SQLITE_OK ? file.pMethods->xWrite(&file, bytes.data(), count, offset) : code;
        offset += count;
    }
    return code == SQLITE_OK ? file.pMethods->xSync(&file, SQLITE_SYNC_FULL) : code;
}

bool lacksRoom(sqlite3 *handle, int code)
{
    const auto isRoom = [](int cause) { return cause == ENOSPC || cause == EFBIG || cause == EDQUOT; };
    return (code & 0xff) == SQLITE_FULL
        || ((code & 0xff) == SQLITE_IOERR
            && (isRoom(sqlite3_system_errno(handle)) || isRoom(systemErrorOf(handle, SQLITE_FCNTL_JOURNAL_POINTER))
                || isRoom(systemErrorOf(handle, SQLITE_FCNTL_FILE_POINTER))));
}

int beginLog(const std::string &path, const std::string &vfs)
{
    sqlite3 *handle = nullptr;
    int code = sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE, vfs.c_str());
    if (code == SQLITE_OK) {
        code =
            sqlite3_exec(handle, "PRAGMA journal_mode = MEMORY; PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
    }
    sqlite3_close_v2(handle);
    return code;
}

} // namespace store
