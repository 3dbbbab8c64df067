// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/disk_vfs.h"

#include <cstring>
#include <new>

namespace sim {

int Vfs::open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto &mount = of(vfs);
    auto &state = *mount.state;
    file->pMethods = nullptr;
    if (mount.dead || state.stopped) {
        return died(state, SQLITE_CANTOPEN);
    }
    std::shared_ptr<Node> node;
    const auto found = name == nullptr ? state.now.end() : state.now.find(name);
    if (found != state.now.end()) {
        node = found->second;
    } else if ((flags & SQLITE_OPEN_CREATE) == 0 && name != nullptr) {
        return died(state, SQLITE_CANTOPEN);
    } else {
        node = std::make_shared<Node>();
        if (name != nullptr) {
            state.now.emplace(name, node);
        }
    }
    auto &handle = *new (file) Handle;
    handle.mount = &mount;
    handle.sharing = node->sharing;
    handle.node = std::move(node);
    handle.name = name == nullptr ? "" : name;
    handle.isTemporary = name == nullptr;
    handle.methods = &methods();
    if (outFlags != nullptr) {
        *outFlags = flags;
    }
    return SQLITE_OK;
}

int Vfs::remove(sqlite3_vfs *vfs, const char *name, int syncDirectory)
{
    auto &mount = of(vfs);
    auto &state = *mount.state;
    if (mount.dead || state.stopped) {
        return died(state, SQLITE_IOERR_DELETE);
    }
    if (state.find(name) == nullptr) {
        return SQLITE_IOERR_DELETE_NOENT;
    }
    if (state.begin(Operation::Remove) != Fate::Happens) {
        return died(state, SQLITE_IOERR_DELETE);
    }
    state.now.erase(name);
    if (syncDirectory != 0 && !state.lies) {
        state.keepDirectory();
    }
    return SQLITE_OK;
}

int Vfs::access(sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
    auto &mount = of(vfs);
    if (mount.dead || mount.state->stopped) {
        return died(*mount.state, SQLITE_IOERR_ACCESS);
    }
    const auto *node = mount.state->find(name);
    *result = node != nullptr && (flags != SQLITE_ACCESS_EXISTS || node->file.now().size() > 0) ? 1 : 0;
    return SQLITE_OK;
}

int Vfs::fullName(sqlite3_vfs *, const char *name, int size, char *out)
{
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int Vfs::randomness(sqlite3_vfs *vfs, int count, char *bytes)
{
    for (int i = 0; i < count; ++i) {
        bytes[i] = static_cast<char>(of(vfs).state->chance.below(256));
    }
    return count;
}

int Vfs::close(sqlite3_file *file)
{
    auto &handle = of(file);
    unlock(file, SQLITE_LOCK_NONE);
    shmUnmap(file, 0);
    handle.~Handle();
    return SQLITE_OK;
}

int Vfs::read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset)
{
    auto &handle = of(file);
    if (handle.isDead()) {
        return died(handle.state(), SQLITE_IOERR_READ);
    }
    auto *target = static_cast<char *>(bytes);
    const auto there =
        handle.node->file.now().read(static_cast<std::uint64_t>(offset), target, static_cast<std::uint64_t>(count));
    if (there == static_cast<std::uint64_t>(count)) {
        return SQLITE_OK;
    }
    std::memset(target + there, 0, static_cast<std::size_t>(count) - there);
    return SQLITE_IOERR_SHORT_READ;
}

int Vfs::write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    auto &handle = of(file);
    auto &state = handle.state();
    if (handle.isDead()) {
        return died(state, SQLITE_IOERR_WRITE);
    }
    auto &content = handle.node->file;
    const auto at = static_cast<std::uint64_t>(offset);
    const std::string_view part(static_cast<const char *>(bytes), static_cast<std::size_t>(count));
    const auto end = at + part.size();
    if (handle.isTemporary) {
        content.write(at, part);
        content.sync();
        return SQLITE_OK;
    }
    switch (state.begin(Operation::Write)) {
    case Fate::Stops:
        content.writeTorn(at, part, state.chance);
        return died(state, SQLITE_IOERR_WRITE);
    case Fate::Fails:
        return failWrite(handle, at, part);
    case Fate::Happens:
        break;
    }
    if (!state.grows(end > content.now().size() ? end - content.now().size() : 0)) {
        state.systemError = ENOSPC;
        ++state.refusals;
        return SQLITE_FULL;
    }
    content.write(at, part);
    return SQLITE_OK;
}

int Vfs::failWrite(Handle &handle, std::uint64_t at, std::string_view part)
{
    auto &state = handle.state();
    if (state.failure == Failure::Write) {
        return died(state, SQLITE_IOERR_WRITE);
    }
    if (const auto begun = state.chance.below(part.size()); begun > 0) {
        handle.node->file.write(at, part.substr(0, begun));
    }
    state.systemError = state.failure == Failure::Full ? ENOSPC : EFBIG;
    return state.failure == Failure::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int Vfs::truncate(sqlite3_file *file, sqlite3_int64 size)
{
    auto &handle = of(file);
    auto &state = handle.state();
    if (handle.isDead() || (!handle.isTemporary && state.begin(Operation::Resize) != Fate::Happens)) {
        return died(state, SQLITE_IOERR_TRUNCATE);
    }
    handle.node->file.resize(static_cast<std::uint64_t>(size));
    return SQLITE_OK;
}

int Vfs::sync(sqlite3_file *file, int)
{
    auto &handle = of(file);
    auto &state = handle.state();
    if (handle.isDead()) {
        return died(state, SQLITE_IOERR_FSYNC);
    }
    if (handle.isTemporary) {
        return SQLITE_OK;
    }
    switch (state.begin(Operation::Sync)) {
    case Fate::Stops:
        return died(state, SQLITE_IOERR_FSYNC);
    case Fate::Fails:
        handle.node->file.failSync(state.chance);
        return died(state, SQLITE_IOERR_FSYNC);
    case Fate::Happens:
        break;
    }
    if (!state.lies) {
        handle.node->file.sync();
        // A file's own sync carries its name: SQLite syncs the folder of a new journal, and
        // file systems with a journal of their own do it anyway.
        const auto kept = state.durable.find(handle.name);
        if (kept == state.durable.end() || kept->second != handle.node) {
            state.keepDirectory();
        }
    }
    return SQLITE_OK;
}

int Vfs::fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    if (of(file).isDead()) {
        return died(of(file).state(), SQLITE_IOERR_FSTAT);
    }
    *size = static_cast<sqlite3_int64>(of(file).node->file.now().size());
    return SQLITE_OK;
}

int Vfs::control(sqlite3_file *file, int what, void *answer)
{
    if (what != SQLITE_FCNTL_LAST_ERRNO) {
        return SQLITE_NOTFOUND;
    }
    *static_cast<int *>(answer) = of(file).state().systemError;
    return SQLITE_OK;
}

const sqlite3_io_methods &Vfs::methods()
{
    static const sqlite3_io_methods made = [] {
        sqlite3_io_methods methods {};
        methods.iVersion = 2;
        methods.xClose = close;
        methods.xRead = read;
        methods.xWrite = write;
        methods.xTruncate = truncate;
        methods.xSync = sync;
        methods.xFileSize = fileSize;
        methods.xLock = lock;
        methods.xUnlock = unlock;
        methods.xCheckReservedLock = checkReservedLock;
        methods.xFileControl = control;
        // The same as SQLite's own VFS, so that it takes the same ways here.
        methods.xSectorSize = [](sqlite3_file *) { return 4096; };
        methods.xDeviceCharacteristics = [](sqlite3_file *) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; };
        methods.xShmMap = shmMap;
        methods.xShmLock = shmLock;
        methods.xShmBarrier = [](sqlite3_file *) {};
        methods.xShmUnmap = shmUnmap;
        return methods;
    }();
    return made;
}

void Vfs::describe(sqlite3_vfs &vfs)
{
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(Handle);
    vfs.mxPathname = 512;
    vfs.xOpen = open;
    vfs.xDelete = remove;
    vfs.xAccess = access;
    vfs.xFullPathname = fullName;
    vfs.xRandomness = randomness;
    vfs.xSleep = [](sqlite3_vfs *, int microseconds) { return microseconds; };
    vfs.xCurrentTimeInt64 = [](sqlite3_vfs *, sqlite3_int64 *now) {
        *now = 212'500'000'000'000; // A day in 2021: nothing may depend on it.
        return SQLITE_OK;
    };
    vfs.xGetLastError = [](sqlite3_vfs *vfs, int, char *) { return of(vfs).state->systemError; };
}

} // namespace sim
