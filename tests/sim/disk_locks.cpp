// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/disk_vfs.h"

namespace sim {

int Vfs::lock(sqlite3_file *file, int level)
{
    auto &handle = of(file);
    if (handle.isDead()) {
        return died(handle.state(), SQLITE_IOERR_LOCK);
    }
    if (handle.lock >= level) {
        return SQLITE_OK;
    }
    auto &sharing = *handle.sharing;
    const auto others = [&](const void *holder) { return holder != nullptr && holder != &handle; };
    if (others(sharing.exclusive) || others(sharing.pending)
        || (level > SQLITE_LOCK_SHARED && others(sharing.reserved))) {
        return SQLITE_BUSY;
    }
    if (level == SQLITE_LOCK_SHARED) {
        ++sharing.shared;
    } else if (level == SQLITE_LOCK_RESERVED) {
        sharing.reserved = &handle;
    } else {
        sharing.pending = &handle;
        handle.lock = SQLITE_LOCK_PENDING;
        if (sharing.shared > 1) {
            return SQLITE_BUSY;
        }
        sharing.exclusive = &handle;
    }
    handle.lock = level;
    return SQLITE_OK;
}

int Vfs::unlock(sqlite3_file *file, int level)
{
    auto &handle = of(file);
    auto &sharing = *handle.sharing;
    if (handle.lock <= level) {
        return SQLITE_OK;
    }
    for (const void **holder : { &sharing.exclusive, &sharing.pending, &sharing.reserved }) {
        *holder = *holder == &handle ? nullptr : *holder;
    }
    sharing.shared -= level == SQLITE_LOCK_NONE ? 1 : 0;
    handle.lock = level;
    return SQLITE_OK;
}

int Vfs::checkReservedLock(sqlite3_file *file, int *result)
{
    if (of(file).isDead()) {
        return died(of(file).state(), SQLITE_IOERR_CHECKRESERVEDLOCK);
    }
    *result = of(file).sharing->reserved != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int Vfs::shmMap(sqlite3_file *file, int index, int size, int extend, void volatile **out)
{
    auto &handle = of(file);
    *out = nullptr;
    if (handle.isDead()) {
        return died(handle.state(), SQLITE_IOERR_SHMMAP);
    }
    auto &sharing = *handle.sharing;
    sharing.mapped += handle.isMapped ? 0 : 1;
    handle.isMapped = true;
    const auto wanted = static_cast<std::size_t>(index);
    while (sharing.regions.size() <= wanted && extend != 0) {
        sharing.regions.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    }
    *out = wanted < sharing.regions.size() ? sharing.regions[wanted].get() : nullptr;
    return SQLITE_OK;
}

int Vfs::shmLock(sqlite3_file *file, int first, int count, int flags)
{
    auto &handle = of(file);
    auto &sharing = *handle.sharing;
    const bool exclusively = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    const unsigned mask = ((1U << count) - 1U) << first;
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        release(handle, mask);
        return SQLITE_OK;
    }
    if (handle.isDead()) {
        return died(handle.state(), SQLITE_IOERR_SHMLOCK);
    }
    for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(first + count); ++i) {
        const int own = (handle.shmShared >> i & 1U) != 0 ? 1 : 0;
        const bool taken = sharing.shmExclusive[i] != nullptr && sharing.shmExclusive[i] != &handle;
        if (taken || (exclusively && sharing.shmShared[i] > own)) {
            return SQLITE_BUSY;
        }
    }
    for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(first + count); ++i) {
        if (exclusively) {
            sharing.shmExclusive[i] = &handle;
        } else if ((handle.shmShared >> i & 1U) == 0) {
            ++sharing.shmShared[i];
        }
    }
    (exclusively ? handle.shmExclusive : handle.shmShared) |= mask;
    return SQLITE_OK;
}

void Vfs::release(Handle &handle, unsigned mask)
{
    for (std::size_t i = 0; i < SQLITE_SHM_NLOCK; ++i) {
        if ((handle.shmExclusive & mask) >> i & 1U) {
            handle.sharing->shmExclusive[i] = nullptr;
        }
        if ((handle.shmShared & mask) >> i & 1U) {
            --handle.sharing->shmShared[i];
        }
    }
    handle.shmExclusive &= ~mask;
    handle.shmShared &= ~mask;
}

int Vfs::shmUnmap(sqlite3_file *file, int)
{
    auto &handle = of(file);
    release(handle, ~0U);
    if (handle.isMapped && --handle.sharing->mapped == 0) {
        handle.sharing->regions.clear();
    }
    handle.isMapped = false;
    return SQLITE_OK;
}

} // namespace sim
