// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/cut_header.h"

#include "sync/merge/change.h"

namespace merge {

namespace {

constexpr std::size_t hashSize = 32;
constexpr char fieldHead(int number)
{
    return static_cast<char>(number << 3 | 2);
}
constexpr char previousHead[] = { fieldHead(cadre::sync::v1::Header::kPreviousFieldNumber), hashSize, '\0' };
constexpr char rootHead[] = { fieldHead(cadre::sync::v1::Header::kBodyRootFieldNumber), hashSize, '\0' };

std::uint32_t cut(std::string &header, const std::string &field)
{
    const auto found = header.find(field);
    if (found == std::string::npos) {
        return 0;
    }
    header.erase(found, field.size());
    return static_cast<std::uint32_t>(found) + 1;
}

bool restore(std::string &header, std::uint32_t at, const std::string &field)
{
    if (at == 0) {
        return true;
    }
    if (at - 1 > header.size()) {
        return false;
    }
    header.insert(at - 1, field);
    return true;
}

} // namespace

CutHeader cutHeader(std::string header, bool cutPrevious, bool cutRoot)
{
    CutHeader result { std::move(header) };
    cadre::sync::v1::Header read;
    if (!read.ParseFromString(result.bytes) || read.body_root().size() != hashSize) {
        return result;
    }
    if (cutPrevious && read.previous().size() == hashSize) {
        result.previousCut = cut(result.bytes, previousHead + read.previous());
    }
    if (cutRoot) {
        result.rootCut = cut(result.bytes, rootHead + read.body_root());
    }
    return result;
}

std::optional<std::string> wholeHeader(CutHeader cut, const std::string &previous, const std::string &body)
{
    if (cut.rootCut != 0) {
        const auto root = rootOf(body);
        if (!root || !restore(cut.bytes, cut.rootCut, rootHead + *root)) {
            return std::nullopt;
        }
    }
    if (!restore(cut.bytes, cut.previousCut, previousHead + previous)) {
        return std::nullopt;
    }
    return std::move(cut.bytes);
}

std::optional<std::string> PageHeaders::next(const cadre::sync::v1::LogEntry &entry)
{
    cadre::sync::v1::Header read;
    const auto site = read.ParseFromString(entry.header()) ? record::Uuid::fromRaw(read.site()) : std::nullopt;
    if (!site) {
        return std::nullopt;
    }
    auto &hash = m_hashes[*site];
    if (entry.previous_cut() != 0 && hash.empty()) {
        return std::nullopt;
    }
    auto header = wholeHeader({ entry.header(), entry.previous_cut(), entry.root_cut() }, hash, entry.body());
    if (header) {
        hash = merge::hash(headerDomain, { *header });
    }
    return header;
}

} // namespace merge
