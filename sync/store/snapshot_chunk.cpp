// SPDX-License-Identifier: Apache-2.0
#include "sync/store/snapshot.h"

#include <memory>

#include <zstd.h>

namespace store {

namespace {

constexpr int level = 3;
constexpr std::size_t honestRatio = 100;
constexpr std::size_t alwaysAllowed = 64 * 1024;
constexpr std::string_view zstdMagic("\x28\xb5\x2f\xfd", 4);

bool isHonest(std::size_t packed, std::size_t expanded)
{
    return expanded <= alwaysAllowed || expanded / honestRatio <= packed;
}

struct Compression {
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ~Compression() { ZSTD_freeCCtx(context); }
};

struct Expansion {
    ZSTD_DCtx *context = ZSTD_createDCtx();
    ~Expansion() { ZSTD_freeDCtx(context); }
};

} // namespace

std::string packChunk(const std::string &content)
{
    static thread_local const Compression compression;
    std::string packed(ZSTD_compressBound(content.size()), '\0');
    const auto size =
        ZSTD_compressCCtx(compression.context, packed.data(), packed.size(), content.data(), content.size(), level);
    if (ZSTD_isError(size) != 0 || size >= content.size() || !isHonest(size, content.size())) {
        return content;
    }
    packed.resize(size);
    return packed;
}

void unpackChunk(const std::string &chunk, std::string &content)
{
    if (!chunk.starts_with(zstdMagic)) {
        if (chunk.size() > chunkLimit) {
            throw Invalid("A part of the snapshot is larger than a part may be. It was not used.");
        }
        content = chunk;
        return;
    }
    const auto declared = ZSTD_getFrameContentSize(chunk.data(), chunk.size());
    if (declared == ZSTD_CONTENTSIZE_UNKNOWN || declared == ZSTD_CONTENTSIZE_ERROR) {
        throw Invalid("A part of the snapshot is damaged. It was not used.");
    }
    if (declared > chunkLimit || !isHonest(chunk.size(), static_cast<std::size_t>(declared))) {
        throw Invalid("A part of the snapshot would grow far beyond what a part may hold. It was not used.");
    }
    static thread_local const Expansion expansion;
    content.resize(static_cast<std::size_t>(declared));
    const auto size =
        ZSTD_decompressDCtx(expansion.context, content.data(), content.size(), chunk.data(), chunk.size());
    if (ZSTD_isError(size) != 0 || size != declared) {
        throw Invalid("A part of the snapshot is damaged. It was not used.");
    }
}

} // namespace store
