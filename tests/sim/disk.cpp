// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/disk_vfs.h"

#include <atomic>
#include <stdexcept>

namespace sim {

namespace {

/// Both directories with files of their own; a file in both stays one file.
struct Copy {
    Directory now;
    Directory durable;

    Copy(const Directory &otherNow, const Directory &otherDurable)
    {
        std::map<const Node *, std::shared_ptr<Node>> made;
        const auto copied = [&](const Directory &from) {
            Directory to;
            for (const auto &[name, node] : from) {
                auto &copy = made[node.get()];
                if (!copy) {
                    copy = std::make_shared<Node>();
                    copy->file = node->file;
                }
                to.emplace(name, copy);
            }
            return to;
        };
        now = copied(otherNow);
        durable = copied(otherDurable);
    }
};

bool canFail(Operation operation, Failure failure)
{
    switch (failure) {
    case Failure::Write:
        return operation != Operation::Sync;
    case Failure::Short:
    case Failure::Full:
        return operation == Operation::Write;
    case Failure::Sync:
        return operation == Operation::Sync;
    }
    return false;
}

} // namespace

Disk::State::State(std::uint64_t seed)
    : chance(seed)
{
    static std::atomic<std::uint64_t> count { 0 };
    name = "cadre-disk-" + std::to_string(++count);
    mount();
}

Disk::State::~State()
{
    unmount();
}

void Disk::State::mount()
{
    auto &made = mounts.emplace_back();
    Vfs::describe(made.vfs);
    made.vfs.zName = name.c_str();
    made.vfs.pAppData = &made;
    made.state = this;
    sqlite3_vfs_register(&made.vfs, 0);
    for (const auto &[file, node] : now) {
        node->sharing = std::make_shared<Sharing>();
    }
    stopped = false;
    stopIn = 0;
}

void Disk::State::unmount()
{
    mounts.back().dead = true;
    sqlite3_vfs_unregister(&mounts.back().vfs);
}

Disk::State::Fate Disk::State::begin(Operation operation)
{
    ++operations;
    if (stopIn != 0 && --stopIn == 0) {
        stopped = true;
        return Fate::Stops;
    }
    if (failIn > 1) {
        --failIn;
    } else if (failIn == 1 && canFail(operation, failure)) {
        failed = true;
        ++refusals;
        failIn = failsOn ? 1 : 0;
        return Fate::Fails;
    }
    return Fate::Happens;
}

bool Disk::State::grows(std::uint64_t byBytes) const
{
    if (byBytes == 0 || (!full && quota == 0)) {
        return true;
    }
    std::uint64_t sum = byBytes;
    for (const auto &[file, node] : now) {
        sum += node->file.now().size();
    }
    return !full && sum <= quota;
}

Node *Disk::State::find(std::string_view file) const
{
    const auto found = now.find(file);
    return found == now.end() ? nullptr : found->second.get();
}

Disk::Disk(std::uint64_t seed)
    : m(std::make_unique<State>(seed))
{
}

Disk::~Disk() = default;

const std::string &Disk::vfs() const
{
    return m->name;
}

void Disk::reseed(std::uint64_t seed)
{
    m->chance = Chance(seed);
}

std::uint64_t Disk::operations() const
{
    return m->operations;
}

std::uint64_t Disk::refusals() const
{
    return m->refusals;
}

void Disk::powerCut(Cut cut)
{
    m->unmount();
    Directory left;
    const auto keep = [&](bool present) {
        return cut == Cut::All ? present : cut == Cut::None ? !present : m->chance.oneIn(2);
    };
    for (const auto &[name, node] : m->now) {
        const auto before = m->durable.find(name);
        const bool settled = before != m->durable.end() && before->second == node;
        if (settled || keep(true)) {
            left.emplace(name, node);
        }
    }
    for (const auto &[name, node] : m->durable) {
        const auto after = m->now.find(name);
        const bool settled = after != m->now.end() && after->second == node;
        if (!settled && !left.contains(name) && keep(false)) {
            left.emplace(name, node);
        }
    }
    for (const auto &[name, node] : left) {
        node->file.cut(cut, m->chance);
    }
    m->now = left;
    m->durable = left;
    m->mount();
}

void Disk::killProcess()
{
    m->unmount();
    m->mount();
}

void Disk::stopAtOperation(std::uint64_t n)
{
    m->stopIn = n;
}

bool Disk::isStopped() const
{
    return m->stopped;
}

void Disk::failAtOperation(std::uint64_t n, Failure failure, bool sticky)
{
    m->failIn = n;
    m->failure = failure;
    m->failsOn = sticky;
    m->failed = false;
}

bool Disk::hasFailed() const
{
    return m->failed;
}

void Disk::setFull(bool full)
{
    m->full = full;
}

void Disk::setQuota(std::uint64_t bytes)
{
    m->quota = bytes;
}

void Disk::lieAboutSync(bool lies)
{
    m->lies = lies;
}

Disk::Image::Image() = default;

Disk::Image Disk::image() const
{
    Image image;
    image.m_state = std::make_shared<const Copy>(m->now, m->durable);
    return image;
}

void Disk::restore(const Image &image)
{
    m->unmount();
    if (image.m_state == nullptr) {
        m->now.clear();
        m->durable.clear();
    } else {
        const auto &kept = *static_cast<const Copy *>(image.m_state.get());
        Copy copy(kept.now, kept.durable);
        m->now = std::move(copy.now);
        m->durable = std::move(copy.durable);
    }
    m->mount();
}

void Disk::rot(const std::string &file, std::uint64_t offset, std::uint8_t bits)
{
    auto *node = m->find(file);
    if (node == nullptr || offset >= node->file.now().size()) {
        throw std::out_of_range(file + " has no such byte");
    }
    node->file.rot(offset, bits);
}

std::vector<std::string> Disk::files() const
{
    std::vector<std::string> names;
    for (const auto &[name, node] : m->now) {
        names.push_back(name);
    }
    return names;
}

std::uint64_t Disk::sizeOf(const std::string &file) const
{
    const auto *node = m->find(file);
    return node == nullptr ? 0 : node->file.now().size();
}

std::string Disk::bytesOf(const std::string &file) const
{
    std::string bytes(sizeOf(file), '\0');
    if (const auto *node = m->find(file); node != nullptr) {
        (void)node->file.now().read(0, bytes.data(), bytes.size());
    }
    return bytes;
}

} // namespace sim
