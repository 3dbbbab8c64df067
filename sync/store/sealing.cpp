// SPDX-License-Identifier: Apache-2.0
#include "sync/store/sealing.h"

#include "sync/store/database.h"
#include "sync/store/durable_file.h"
#include "sync/store/key_wrap.h"
#include "sync/store/seal_keys.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <fmt/format.h>

namespace store {

namespace {

/// Names of what lies in a directory while it is sealed.
struct Files {
    explicit Files(const std::string &directory)
        : folder(directory)
        , plain(directory + "/cadre.db")
        , key(directory + "/cadre.key")
        , nextPlain(directory + "/sealing.db")
        , nextKey(directory + "/sealing.key")
    {
    }
    std::string folder, plain, key, nextPlain, nextKey;
};

[[noreturn]] void fail(const Files &files, int problem)
{
    throw Error(problem == ENOSPC ? Fault::Full : Fault::Unreadable,
                fmt::format("What is in {} could not be sealed. Everything that was saved is still there. Check that "
                            "this device has room and may write to that folder, and try again.",
                            files.folder));
}

bool isThere(const std::string &path)
{
    std::error_code problem;
    return std::filesystem::exists(path, problem);
}

void remove(const std::string &path)
{
    std::error_code problem;
    std::filesystem::remove(path, problem);
}

/// Zeros over each byte, on disk. Returns errno.
int overwrite(const std::string &path)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) {
        return errno == ENOENT ? 0 : errno;
    }
    const std::string zeros(65536, '\0');
    auto left = ::lseek(file, 0, SEEK_END);
    int problem = left < 0 || ::lseek(file, 0, SEEK_SET) < 0 ? errno : 0;
    while (problem == 0 && left > 0) {
        const auto written = ::write(file, zeros.data(), static_cast<std::size_t>(std::min<off_t>(left, 65536)));
        problem = written < 0 ? errno : 0;
        left -= std::max<ssize_t>(written, 0);
    }
    problem = problem == 0 && ::fsync(file) != 0 ? errno : problem;
    (void)::close(file);
    return problem;
}

/// Everything in one database into another, which is empty, as one transaction that is on disk when this returns.
void copy(Database &from, const Files &files, const SealKey &key)
{
    const SealedFiles sealed(key);
    sqlite3 *to = nullptr;
    int code = sqlite3_open_v2(files.nextPlain.c_str(), &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                               sealed.name().c_str());
    if (code == SQLITE_OK) {
        code = sqlite3_exec(to, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = FULL", nullptr, nullptr, nullptr);
    }
    auto *copying = code == SQLITE_OK ? sqlite3_backup_init(to, "main", from.handle(), "main") : nullptr;
    if (copying != nullptr) {
        const int stepped = sqlite3_backup_step(copying, -1);
        code = sqlite3_backup_finish(copying);
        code = code == SQLITE_OK && stepped != SQLITE_DONE ? stepped : code;
    } else {
        code = code == SQLITE_OK ? SQLITE_CANTOPEN : code;
    }
    (void)sqlite3_close_v2(to);
    if (code != SQLITE_OK) {
        fail(files, (code & 0xff) == SQLITE_FULL ? ENOSPC : EIO);
    }
    Database check(files.nextPlain, sealed.name());
    if (!check.integrityProblem().empty()) {
        fail(files, EIO);
    }
}

/// The old log stays under its name, so that its bytes are overwritten and not only let go.
void keepLog(Database &database)
{
    int keeps = 1;
    (void)sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_PERSIST_WAL, &keeps);
}

void replaceOld(const Files &files, const std::function<void()> &step)
{
    for (const auto *part : { "", "-wal" }) {
        if (const int problem = overwrite(files.plain + part); problem != 0) {
            fail(files, problem);
        }
        step();
    }
    remove(files.plain + "-wal");
    remove(files.plain + "-shm");
    step();
    if (::rename(files.nextPlain.c_str(), files.plain.c_str()) != 0) {
        fail(files, errno);
    }
    if (const int problem = syncFolder(files.folder); problem != 0) {
        fail(files, problem);
    }
}

void takeBack(const Files &files)
{
    for (const auto *part : { "", "-wal", "-shm" }) {
        remove(files.nextPlain + part);
    }
    remove(files.nextKey);
    remove(files.nextKey + ".new");
}

void writeBeside(const Files &files, const std::string &passphrase, const std::function<void()> &step)
{
    auto key = SealKeys(files.nextKey).make(passphrase);
    step();
    Database old(files.plain);
    keepLog(old);
    copy(old, files, key);
    forget(key);
}

} // namespace

void sealInPlace(const std::string &directory, const std::string &passphrase, const std::function<void()> &step)
{
    const DirectoryLock lock(directory);
    const Files files(directory);
    const auto between = step ? step : [] {};
    finishSealing(directory);
    if (isThere(files.key) || !isThere(files.plain)) {
        throw Error(Fault::NotOurs, "What is on this device is sealed already. Nothing was changed.");
    }
    try {
        writeBeside(files, passphrase, between);
    } catch (...) {
        takeBack(files);
        throw;
    }
    between();
    (void)syncFolder(directory); // The copy has its name on disk before it counts.
    if (::rename(files.nextKey.c_str(), files.key.c_str()) != 0) {
        const int problem = errno;
        takeBack(files);
        fail(files, problem);
    }
    if (const int problem = syncFolder(directory); problem != 0) {
        fail(files, problem);
    }
    between();
    replaceOld(files, between);
}

void finishSealing(const std::string &directory)
{
    const Files files(directory);
    if (!isThere(files.nextPlain) && !isThere(files.nextKey)) {
        return;
    }
    if (isThere(files.key) && isThere(files.nextPlain)) {
        replaceOld(files, [] {});
    }
    takeBack(files);
}

} // namespace store
