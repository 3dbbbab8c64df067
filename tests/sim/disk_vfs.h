// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/disk_state.h"

#include <cerrno>

namespace sim {

/// What SQLite calls. Every call of a dead connection fails; closing and unlocking go well.
class Vfs {
public:
    /// Fills in what SQLite calls of a VFS; name and pAppData are the caller's.
    static void describe(sqlite3_vfs &vfs);

private:
    using State = Disk::State;
    using Mount = State::Mount;
    using Fate = State::Fate;

    /// An open file, in memory that SQLite gave.
    struct Handle {
        const sqlite3_io_methods *methods = nullptr;
        Mount *mount = nullptr;
        std::shared_ptr<Node> node;
        std::shared_ptr<Sharing> sharing;
        std::string name;
        bool isTemporary = false;
        int lock = SQLITE_LOCK_NONE;
        unsigned shmShared = 0;
        unsigned shmExclusive = 0;
        bool isMapped = false;

        [[nodiscard]] State &state() const { return *mount->state; }
        [[nodiscard]] bool isDead() const { return mount->dead || mount->state->stopped; }
    };

    static Handle &of(sqlite3_file *file) { return *reinterpret_cast<Handle *>(file); }
    static Mount &of(sqlite3_vfs *vfs) { return *static_cast<Mount *>(vfs->pAppData); }
    static int died(State &state, int code)
    {
        state.systemError = EIO;
        return code;
    }

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags);
    static int remove(sqlite3_vfs *vfs, const char *name, int syncDirectory);
    static int access(sqlite3_vfs *vfs, const char *name, int flags, int *result);
    static int fullName(sqlite3_vfs *, const char *name, int size, char *out);
    static int randomness(sqlite3_vfs *vfs, int count, char *bytes);
    static int close(sqlite3_file *file);
    static int read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset);
    static int write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset);
    /// A write that fails of no room or of a limit has put its beginning there.
    static int failWrite(Handle &handle, std::uint64_t at, std::string_view part);
    static int truncate(sqlite3_file *file, sqlite3_int64 size);
    static int sync(sqlite3_file *file, int);
    static int fileSize(sqlite3_file *file, sqlite3_int64 *size);
    static int lock(sqlite3_file *file, int level);
    static int unlock(sqlite3_file *file, int level);
    static int checkReservedLock(sqlite3_file *file, int *result);
    static int shmMap(sqlite3_file *file, int index, int size, int extend, void volatile **out);
    static int shmLock(sqlite3_file *file, int first, int count, int flags);
    static void release(Handle &handle, unsigned mask);
    static int shmUnmap(sqlite3_file *file, int);
    static int control(sqlite3_file *file, int what, void *answer);
    static const sqlite3_io_methods &methods();
};

} // namespace sim
