// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/disk.h"
#include "tests/sim/disk_content.h"

#include <deque>
#include <map>

#include <sqlite3.h>

namespace sim {

/// What connections share on one file: locks, and the WAL index.
struct Sharing {
    int shared = 0;
    const void *reserved = nullptr;
    const void *pending = nullptr;
    const void *exclusive = nullptr;
    std::vector<std::unique_ptr<char[]>> regions;
    std::array<int, SQLITE_SHM_NLOCK> shmShared {};
    std::array<const void *, SQLITE_SHM_NLOCK> shmExclusive {};
    int mapped = 0;
};

/// A name's file, and what its living connections share.
struct Node {
    File file;
    std::shared_ptr<Sharing> sharing = std::make_shared<Sharing>();
};

using Directory = std::map<std::string, std::shared_ptr<Node>, std::less<>>;

enum class Operation { Write, Sync, Resize, Remove };

struct Disk::State {
    /// One registration of the VFS. A cut or a kill makes a new one; the old one stays, dead, for
    /// the connections that still hold it.
    struct Mount {
        sqlite3_vfs vfs {};
        State *state = nullptr;
        bool dead = false;
    };
    /// What is to become of an operation.
    enum class Fate { Happens, Stops, Fails };

    explicit State(std::uint64_t seed);
    ~State();

    void mount();
    void unmount();
    [[nodiscard]] Fate begin(Operation operation);
    [[nodiscard]] bool grows(std::uint64_t byBytes) const;
    void keepDirectory() { durable = now; }
    [[nodiscard]] Node *find(std::string_view name) const;

    std::string name;
    Chance chance;
    Directory now;
    Directory durable;
    std::deque<Mount> mounts; ///< The last is the living one.

    std::uint64_t operations = 0;
    std::uint64_t refusals = 0;
    std::uint64_t stopIn = 0;
    bool stopped = false;
    std::uint64_t failIn = 0;
    Failure failure = Failure::Write;
    bool failsOn = false;
    bool failed = false;
    bool full = false;
    bool lies = false;
    std::uint64_t quota = 0;
    int systemError = 0; ///< errno of the last failure.
};

} // namespace sim
