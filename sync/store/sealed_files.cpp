// SPDX-License-Identifier: Apache-2.0
#include "sync/store/sealed_files.h"

#include "sync/store/sealed_layout.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <new>
#include <optional>
#include <stdexcept>
#include <string_view>

#include <sodium.h>
#include <sqlite3.h>

namespace store {

namespace {

constexpr std::int64_t mostKept = 4096 + sealSize;
constexpr std::string_view databaseDomain = "cadre.sealed.page.v1";
constexpr std::string_view logDomain = "cadre.sealed.log.v1";

/// A file as SQLite has it; the file of the VFS below follows it in memory.
struct File {
    sqlite3_file asSqlite {};
    const SealKey *key = nullptr;
    std::optional<SealedLayout> layout; ///< None for a journal of an empty database.
    std::string_view domain;

    [[nodiscard]] sqlite3_file *below() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

File &of(sqlite3_file *file)
{
    return *reinterpret_cast<File *>(file);
}

int readBelow(File &file, void *bytes, std::int64_t count, std::int64_t at)
{
    return file.below()->pMethods->xRead(file.below(), bytes, static_cast<int>(count), at);
}

int writeBelow(File &file, const void *bytes, std::int64_t count, std::int64_t at)
{
    return file.below()->pMethods->xWrite(file.below(), bytes, static_cast<int>(count), at);
}

struct Place {
    unsigned char bytes[40] = {};
    std::size_t size = 0;

    Place(const File &file, const SealedLayout::Unit &unit)
    {
        size = file.domain.copy(reinterpret_cast<char *>(bytes), file.domain.size());
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = static_cast<unsigned char>(static_cast<std::uint64_t>(unit.index) >> shift);
        }
    }
};

/// SQLITE_IOERR_SHORT_READ where the unit is not there, SQLITE_IOERR_DATA where it doesn't open.
int readUnit(File &file, const SealedLayout::Unit &unit, unsigned char *bytes)
{
    unsigned char kept[mostKept];
    if (const int code = readBelow(file, kept, unit.size + sealSize, unit.kept); code != SQLITE_OK) {
        return code;
    }
    const Place place(file, unit);
    const bool opens =
        crypto_aead_xchacha20poly1305_ietf_decrypt(bytes, nullptr, nullptr, kept + sealNonceSize,
                                                   static_cast<unsigned long long>(unit.size) + sealTagSize,
                                                   place.bytes, place.size, kept, file.key->data())
        == 0;
    return opens ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int writeUnit(File &file, const SealedLayout::Unit &unit, const unsigned char *bytes)
{
    unsigned char kept[mostKept];
    const Place place(file, unit);
    randombytes_buf(kept, sealNonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(kept + sealNonceSize, nullptr, bytes,
                                               static_cast<unsigned long long>(unit.size), place.bytes, place.size,
                                               nullptr, kept, file.key->data());
    return writeBelow(file, kept, unit.size + sealSize, unit.kept);
}

int closeFile(sqlite3_file *handle)
{
    auto &file = of(handle);
    const int code = file.below()->pMethods == nullptr ? SQLITE_OK : file.below()->pMethods->xClose(file.below());
    file.~File();
    return code;
}

/// Whether SQLite looks for something there that may be torn or of another time, and takes zeros for "nothing".
bool mayBeNothing(const File &file, std::int64_t count, std::int64_t at)
{
    const bool isPeek = file.domain == databaseDomain && at < 100 && at + count <= 100;
    const bool isFrame = file.domain == logDomain && count > 4096;
    return isPeek || isFrame;
}

int readFile(sqlite3_file *handle, void *target, int amount, sqlite3_int64 offset)
{
    auto &file = of(handle);
    auto *bytes = static_cast<unsigned char *>(target);
    std::int64_t at = offset;
    std::int64_t left = amount;
    if (!file.layout) {
        return readBelow(file, bytes, left, at);
    }
    const bool orNothing = mayBeNothing(file, left, at);
    if (at < file.layout->head()) {
        const auto count = std::min(left, file.layout->head() - at);
        if (const int code = readBelow(file, bytes, count, at); code != SQLITE_OK || count == left) {
            std::memset(bytes + count, 0, static_cast<std::size_t>(left - count));
            return code;
        }
        at += count;
        bytes += count;
        left -= count;
    }
    unsigned char whole[4096];
    while (left > 0) {
        const auto unit = file.layout->at(at);
        const auto count = std::min(left, unit.seen + unit.size - at);
        const bool isWhole = count == unit.size;
        const int code = readUnit(file, unit, isWhole ? bytes : whole);
        if (code != SQLITE_OK) {
            std::memset(bytes, 0, static_cast<std::size_t>(left));
            return code == SQLITE_IOERR_DATA && orNothing ? SQLITE_OK : code;
        }
        if (!isWhole) {
            std::memcpy(bytes, whole + (at - unit.seen), static_cast<std::size_t>(count));
        }
        at += count;
        bytes += count;
        left -= count;
    }
    return SQLITE_OK;
}

int writeFile(sqlite3_file *handle, const void *source, int amount, sqlite3_int64 offset)
{
    auto &file = of(handle);
    const auto *bytes = static_cast<const unsigned char *>(source);
    std::int64_t at = offset;
    std::int64_t left = amount;
    if (!file.layout || at < file.layout->head()) {
        // The log's head is written alone.
        return writeBelow(file, bytes, left, at);
    }
    while (left > 0) {
        const auto unit = file.layout->at(at);
        if (at != unit.seen || left < unit.size) {
            return SQLITE_IOERR_WRITE;
        }
        if (const int code = writeUnit(file, unit, bytes); code != SQLITE_OK) {
            return code;
        }
        at += unit.size;
        bytes += unit.size;
        left -= unit.size;
    }
    return SQLITE_OK;
}

int truncateFile(sqlite3_file *handle, sqlite3_int64 size)
{
    auto &file = of(handle);
    return file.below()->pMethods->xTruncate(file.below(), file.layout ? file.layout->keptSize(size) : size);
}

int sizeOfFile(sqlite3_file *handle, sqlite3_int64 *size)
{
    auto &file = of(handle);
    const int code = file.below()->pMethods->xFileSize(file.below(), size);
    if (code == SQLITE_OK && file.layout) {
        *size = file.layout->seenSize(*size);
    }
    return code;
}

/// As they lie there: sealed anew, a unit that is torn on the way would be lost.
int writeAgain(File &file, std::int64_t seen)
{
    std::string bytes(65536, '\0');
    const auto size = file.layout ? file.layout->keptSize(seen) : seen;
    for (std::int64_t at = 0; at < size;) {
        const auto count = std::min<std::int64_t>(size - at, static_cast<std::int64_t>(bytes.size()));
        int code = readBelow(file, bytes.data(), count, at);
        code = code == SQLITE_OK ? writeBelow(file, bytes.data(), count, at) : code;
        if (code != SQLITE_OK) {
            return code;
        }
        at += count;
    }
    return file.below()->pMethods->xSync(file.below(), SQLITE_SYNC_FULL);
}

int controlFile(sqlite3_file *handle, int what, void *argument)
{
    auto &file = of(handle);
    switch (what) {
    case writeAgainControl:
        return writeAgain(file, *static_cast<std::int64_t *>(argument));
    case SQLITE_FCNTL_SIZE_HINT:
    case SQLITE_FCNTL_CHUNK_SIZE:
    case SQLITE_FCNTL_MMAP_SIZE:
        // Sizes as SQLite sees them mean nothing below.
        return SQLITE_NOTFOUND;
    default:
        return file.below()->pMethods->xFileControl(file.below(), what, argument);
    }
}

const sqlite3_io_methods &methods()
{
    static const sqlite3_io_methods made = [] {
        sqlite3_io_methods methods {};
        methods.iVersion = 2; // 3 would map the file into memory.
        methods.xClose = closeFile;
        methods.xRead = readFile;
        methods.xWrite = writeFile;
        methods.xTruncate = truncateFile;
        methods.xSync = [](sqlite3_file *file, int flags) {
            return of(file).below()->pMethods->xSync(of(file).below(), flags);
        };
        methods.xFileSize = sizeOfFile;
        methods.xLock = [](sqlite3_file *file, int lock) {
            return of(file).below()->pMethods->xLock(of(file).below(), lock);
        };
        methods.xUnlock = [](sqlite3_file *file, int lock) {
            return of(file).below()->pMethods->xUnlock(of(file).below(), lock);
        };
        methods.xCheckReservedLock = [](sqlite3_file *file, int *answer) {
            return of(file).below()->pMethods->xCheckReservedLock(of(file).below(), answer);
        };
        methods.xFileControl = controlFile;
        methods.xSectorSize = [](sqlite3_file *file) {
            return of(file).below()->pMethods->xSectorSize(of(file).below());
        };
        methods.xDeviceCharacteristics = [](sqlite3_file *file) {
            // Units straddle sectors: no write is atomic, and SQLite needn't fill sectors of the log up.
            return (of(file).below()->pMethods->xDeviceCharacteristics(of(file).below())
                    & SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN)
                | SQLITE_IOCAP_POWERSAFE_OVERWRITE;
        };
        methods.xShmMap = [](sqlite3_file *file, int page, int size, int extend, void volatile **out) {
            return of(file).below()->pMethods->xShmMap(of(file).below(), page, size, extend, out);
        };
        methods.xShmLock = [](sqlite3_file *file, int first, int count, int flags) {
            return of(file).below()->pMethods->xShmLock(of(file).below(), first, count, flags);
        };
        methods.xShmBarrier = [](sqlite3_file *file) { of(file).below()->pMethods->xShmBarrier(of(file).below()); };
        methods.xShmUnmap = [](sqlite3_file *file, int remove) {
            return of(file).below()->pMethods->xShmUnmap(of(file).below(), remove);
        };
        return methods;
    }();
    return made;
}

} // namespace

struct SealedFiles::Vfs {
    sqlite3_vfs asSqlite {};
    sqlite3_vfs *base = nullptr;
    SealKey key {};
    std::string name;

    static Vfs &of(sqlite3_vfs *vfs) { return *static_cast<Vfs *>(vfs->pAppData); }

    /// True where nothing of a journal could tell anything: what it keeps is what was there before.
    [[nodiscard]] bool isJournalEmpty(const char *journal) const
    {
        int exists = 0;
        (void)base->xAccess(base, journal, SQLITE_ACCESS_EXISTS, &exists);
        auto *database = sqlite3_database_file_object(journal);
        sqlite3_int64 size = 0;
        return exists != 0
            || (database->pMethods != nullptr && database->pMethods->xFileSize(database, &size) == SQLITE_OK
                && size == 0);
    }

    static int open(sqlite3_vfs *vfs, const char *path, sqlite3_file *handle, int flags, int *outFlags)
    {
        auto &m = of(vfs);
        auto &file = *new (handle) File;
        const bool isJournal = (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0;
        if ((flags & SQLITE_OPEN_MAIN_DB) != 0) {
            file.layout = SealedLayout::ofDatabase();
            file.domain = databaseDomain;
        } else if ((flags & SQLITE_OPEN_WAL) != 0) {
            file.layout = SealedLayout::ofLog();
            file.domain = logDomain;
        } else if (!isJournal || path == nullptr || !m.isJournalEmpty(path)) {
            return SQLITE_CANTOPEN;
        }
        file.key = &m.key;
        const int code = m.base->xOpen(m.base, path, file.below(), flags, outFlags);
        // SQLite closes what has methods, also where opening it failed.
        file.asSqlite.pMethods = file.below()->pMethods == nullptr ? nullptr : &methods();
        return code;
    }
};

SealedFiles::SealedFiles(const SealKey &key, const std::string &base)
    : m(std::make_unique<Vfs>())
{
    static std::atomic<int> made = 0;
    if (sodium_init() < 0) {
        throw std::runtime_error("The library for ciphers (libsodium) could not be started. Nothing was changed.");
    }
    m->base = sqlite3_vfs_find(base.empty() ? nullptr : base.c_str());
    if (m->base == nullptr) {
        throw std::runtime_error("There is no such place for files: " + base);
    }
    m->key = key;
    m->name = "cadre-sealed-" + std::to_string(++made);
    m->asSqlite = *m->base;
    auto &vfs = m->asSqlite;
    vfs.pNext = nullptr;
    vfs.zName = m->name.c_str();
    vfs.szOsFile = static_cast<int>(sizeof(File)) + m->base->szOsFile;
    vfs.pAppData = m.get();
    vfs.xOpen = Vfs::open;
    vfs.xDelete = [](sqlite3_vfs *vfs, const char *path, int sync) {
        return Vfs::of(vfs).base->xDelete(Vfs::of(vfs).base, path, sync);
    };
    vfs.xAccess = [](sqlite3_vfs *vfs, const char *path, int flags, int *answer) {
        return Vfs::of(vfs).base->xAccess(Vfs::of(vfs).base, path, flags, answer);
    };
    vfs.xFullPathname = [](sqlite3_vfs *vfs, const char *path, int size, char *out) {
        return Vfs::of(vfs).base->xFullPathname(Vfs::of(vfs).base, path, size, out);
    };
    vfs.xRandomness = [](sqlite3_vfs *vfs, int count, char *out) {
        return Vfs::of(vfs).base->xRandomness(Vfs::of(vfs).base, count, out);
    };
    vfs.xSleep = [](sqlite3_vfs *vfs, int microseconds) {
        return Vfs::of(vfs).base->xSleep(Vfs::of(vfs).base, microseconds);
    };
    vfs.xCurrentTimeInt64 = [](sqlite3_vfs *vfs, sqlite3_int64 *now) {
        return Vfs::of(vfs).base->xCurrentTimeInt64(Vfs::of(vfs).base, now);
    };
    vfs.xGetLastError = [](sqlite3_vfs *vfs, int size, char *out) {
        return Vfs::of(vfs).base->xGetLastError(Vfs::of(vfs).base, size, out);
    };
    // Extensions are not loaded, and system calls not replaced, through it.
    vfs.iVersion = 2;
    vfs.xDlOpen = nullptr;
    vfs.xDlError = nullptr;
    vfs.xDlSym = nullptr;
    vfs.xDlClose = nullptr;
    if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK) {
        throw std::runtime_error("The place for sealed files could not be set up. Nothing was changed.");
    }
}

SealedFiles::~SealedFiles()
{
    sqlite3_vfs_unregister(&m->asSqlite);
    sodium_memzero(m->key.data(), m->key.size());
}

const std::string &SealedFiles::name() const
{
    return m->name;
}

} // namespace store
