// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/disk_content.h"

#include "tests/sim/disk.h"

#include <algorithm>
#include <cstring>

namespace sim {

namespace {

constexpr std::uint64_t sectorSize = 512;

/// Calls with each part of a write that lies in one sector.
template <class Function>
void forEachSector(std::uint64_t offset, std::string_view bytes, Function &&function)
{
    while (!bytes.empty()) {
        const auto count = std::min<std::uint64_t>(bytes.size(), sectorSize - offset % sectorSize);
        function(offset, bytes.substr(0, count));
        offset += count;
        bytes.remove_prefix(count);
    }
}

} // namespace

std::uint64_t Content::read(std::uint64_t offset, char *bytes, std::uint64_t count) const
{
    const auto end = std::min(m_size, offset + count);
    const auto present = end > offset ? end - offset : 0;
    for (std::uint64_t done = 0; done < present;) {
        const auto at = offset + done;
        const auto part = std::min(present - done, blockSize - at % blockSize);
        if (const auto &block = m_blocks[at / blockSize]) {
            std::memcpy(bytes + done, block->data() + at % blockSize, part);
        } else {
            std::memset(bytes + done, 0, part);
        }
        done += part;
    }
    return present;
}

Content::Block &Content::own(std::uint64_t index)
{
    auto &block = m_blocks[index];
    if (!block) {
        block = std::make_shared<Block>();
    } else if (block.use_count() > 1) {
        block = std::make_shared<Block>(*block);
    }
    return *block;
}

void Content::write(std::uint64_t offset, std::string_view bytes)
{
    if (offset + bytes.size() > m_size) {
        resize(offset + bytes.size());
    }
    while (!bytes.empty()) {
        const auto part = std::min<std::uint64_t>(bytes.size(), blockSize - offset % blockSize);
        std::memcpy(own(offset / blockSize).data() + offset % blockSize, bytes.data(), part);
        offset += part;
        bytes.remove_prefix(part);
    }
}

void Content::resize(std::uint64_t size)
{
    m_blocks.resize((size + blockSize - 1) / blockSize);
    if (size < m_size && size % blockSize != 0 && m_blocks.back()) {
        auto &last = own(m_blocks.size() - 1);
        std::fill(last.begin() + static_cast<std::ptrdiff_t>(size % blockSize), last.end(), 0);
    }
    m_size = size;
}

void Content::takeFrom(const Content &later, std::uint64_t offset, std::uint64_t count)
{
    m_size = later.m_size;
    m_blocks.resize(later.m_blocks.size());
    const auto end = std::min<std::uint64_t>(m_blocks.size(), (offset + count + blockSize - 1) / blockSize);
    for (auto index = offset / blockSize; index < end; ++index) {
        m_blocks[index] = later.m_blocks[index];
    }
}

void File::apply(Content &content, const Change &change)
{
    if (change.isResize) {
        content.resize(change.offset);
    } else {
        content.write(change.offset, change.bytes);
    }
}

void File::write(std::uint64_t offset, std::string_view bytes)
{
    m_now.write(offset, bytes);
    m_waiting.push_back({ .offset = offset, .bytes = std::string(bytes) });
}

void File::writeTorn(std::uint64_t offset, std::string_view bytes, Chance &chance)
{
    switch (chance.below(4)) {
    case 0:
        break;
    case 1:
        write(offset, bytes);
        break;
    default:
        forEachSector(offset, bytes, [&](std::uint64_t at, std::string_view sector) {
            if (chance.oneIn(2)) {
                write(at, sector);
            }
        });
    }
}

void File::resize(std::uint64_t size)
{
    m_now.resize(size);
    m_waiting.push_back({ .isResize = true, .offset = size });
}

void File::sync()
{
    const bool anyResize =
        std::any_of(m_waiting.begin(), m_waiting.end(), [](const Change &change) { return change.isResize; });
    if (m_apart) {
        for (const auto &change : m_waiting) {
            if (!change.isLost) {
                apply(m_durable, change);
            }
        }
    } else if (anyResize) {
        m_durable = m_now;
    } else {
        for (const auto &change : m_waiting) {
            m_durable.takeFrom(m_now, change.offset, change.bytes.size());
        }
    }
    m_waiting.clear();
}

void File::failSync(Chance &chance)
{
    for (auto &change : m_waiting) {
        change.isLost = change.isLost || chance.oneIn(2);
        m_apart = m_apart || change.isLost;
    }
}

void File::cut(Cut cut, Chance &chance)
{
    // Mostly kept, mostly dropped, or half and half: with a fair coin alone long lists all look alike.
    const std::uint64_t keptOfEight = std::array<std::uint64_t, 3> { 1, 4, 7 }.at(chance.below(3));
    for (const auto &change : m_waiting) {
        const bool keep = !change.isLost && (cut == Cut::All || (cut != Cut::None && chance.below(8) < keptOfEight));
        const auto end = change.offset + change.bytes.size();
        if (keep && cut == Cut::Torn && !change.isResize && chance.oneIn(3)) {
            forEachSector(change.offset, change.bytes, [&](std::uint64_t at, std::string_view sector) {
                if (chance.oneIn(2)) {
                    m_durable.write(at, sector);
                }
            });
        } else if (keep) {
            apply(m_durable, change);
        } else if (cut == Cut::Torn && !change.isResize && end > m_durable.size() && chance.oneIn(4)) {
            m_durable.resize(end);
        }
    }
    m_waiting.clear();
    m_now = m_durable;
    m_apart = false;
}

void File::rot(std::uint64_t offset, std::uint8_t bits)
{
    for (auto *content : { &m_durable, &m_now }) {
        char byte = 0;
        if (content->read(offset, &byte, 1) == 1) {
            byte = static_cast<char>(static_cast<std::uint8_t>(byte) ^ bits);
            content->write(offset, { &byte, 1 });
        }
    }
    for (auto &change : m_waiting) {
        if (!change.isResize && offset >= change.offset && offset < change.offset + change.bytes.size()) {
            change.bytes[offset - change.offset] =
                static_cast<char>(static_cast<std::uint8_t>(change.bytes[offset - change.offset]) ^ bits);
        }
    }
}

} // namespace sim
