// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace sim {

/// What a power cut leaves of the writes, truncations, creations and deletions that nobody synced.
enum class Cut {
    None, ///< Nothing of them.
    All, ///< All of them.
    Random, ///< Each or not, by chance: also a later one without an earlier one.
    Torn, ///< As Random, and of a write some sectors of 512 bytes; a file may have grown without its bytes.
};

/// How an operation fails. Each fails with the code that SQLite's own VFS would give.
enum class Failure {
    Write, ///< A write, truncation or deletion is refused; nothing of it happens.
    Short, ///< A write stops in its middle, as at a file size limit.
    Full, ///< There is no room for a write. Syncs and deletions go well.
    Sync, ///< A sync says no, and what it was to sync may never become durable (as on Linux).
};

/// A disk in memory and SQLite's way to it: a VFS that is registered for as long as this lives.
/// Open files with vfs(), under any name. Everything that happens follows from the seed and the
/// calls. One thread at a time; connections are closed before the disk is destroyed.
///
/// An operation is what changes the disk: a write, a sync, a truncation, a deletion. Operations are
/// counted from 1, so stopAtOperation(1) stops at the next one.
class Disk {
public:
    explicit Disk(std::uint64_t seed);
    ~Disk();
    Disk(const Disk &) = delete;
    Disk &operator=(const Disk &) = delete;

    /// The VFS's name: the same for this disk's whole life, and no other disk's.
    [[nodiscard]] const std::string &vfs() const;
    /// Begins chance anew.
    void reseed(std::uint64_t seed);
    /// Operations so far, with those that failed.
    [[nodiscard]] std::uint64_t operations() const;
    /// Those among them that it said no to.
    [[nodiscard]] std::uint64_t refusals() const;

    /// The power goes: open connections are dead (SQLITE_IOERR from every call; destroying them is
    /// safe then or later), what was synced stays, and the rest is as `cut` says. The disk runs on,
    /// and its files can be opened again.
    void powerCut(Cut cut);
    /// The process is killed: connections are dead, the system still has all that was written.
    /// Nothing of it is synced by that.
    void killProcess();

    /// The n-th operation from now does not happen (of a write, by chance, some sectors do), and
    /// whatever follows fails, until powerCut() or killProcess(). 0 takes it back.
    void stopAtOperation(std::uint64_t n);
    /// True from the operation that stopAtOperation() named until the disk runs again.
    [[nodiscard]] bool isStopped() const;

    /// The first operation from the n-th on that can fail like this does, and with `sticky` every
    /// one after it. 0 takes it back. One failure at a time. Outlives cuts and kills.
    void failAtOperation(std::uint64_t n, Failure failure, bool sticky = false);
    /// True when failAtOperation()'s failure has been met since it was set.
    [[nodiscard]] bool hasFailed() const;

    /// No file grows any more.
    void setFull(bool full);
    /// The most bytes that all files may have together; 0 for no end.
    void setQuota(std::uint64_t bytes);
    /// Syncs go well and do nothing. What was written meanwhile is durable after the first sync of
    /// its file once the disk is honest again.
    void lieAboutSync(bool lies);

    /// The whole disk at a moment: what is durable, and what is written and not synced. Cheap:
    /// bytes are shared until one side changes them.
    class Image {
    public:
        Image();
        [[nodiscard]] bool isEmpty() const { return m_state == nullptr; }

    private:
        friend class Disk;
        std::shared_ptr<const void> m_state;
    };
    [[nodiscard]] Image image() const;
    /// Puts the files of an image, this disk's or another's, in place of all files. Connections are
    /// dead, as after killProcess().
    void restore(const Image &image);

    /// Turns bits of one byte, durably. Throws std::out_of_range when there is no such byte.
    void rot(const std::string &file, std::uint64_t offset, std::uint8_t bits = 0x10);
    /// Names, sorted.
    [[nodiscard]] std::vector<std::string> files() const;
    /// In bytes, as the process sees it; 0 for no such file.
    [[nodiscard]] std::uint64_t sizeOf(const std::string &file) const;
    /// Its bytes, as the process sees them.
    [[nodiscard]] std::string bytesOf(const std::string &file) const;

private:
    friend class Vfs;
    struct State;
    std::unique_ptr<State> m;
};

} // namespace sim
