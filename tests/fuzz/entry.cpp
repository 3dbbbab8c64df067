// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/mutator.h"
#include "tests/fuzz/target.h"

#include <google/protobuf/stubs/logging.h>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

// One fuzzer of libFuzzer around the target that FUZZ_TARGET names.

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t limit);
extern "C" void *__libc_malloc(std::size_t size);
extern "C" void *__libc_realloc(void *block, std::size_t size);
extern "C" void __libc_free(void *block);

namespace {

/// SQLite itself is not under test: its memory by the plain allocator, each block after its size.
constexpr std::size_t ahead = 16;

int *sizeOf(void *block)
{
    return reinterpret_cast<int *>(static_cast<char *>(block) - ahead);
}

void *take(void *block, int size)
{
    auto *whole =
        static_cast<char *>(block == nullptr ? __libc_malloc(static_cast<std::size_t>(size) + ahead)
                                             : __libc_realloc(sizeOf(block), static_cast<std::size_t>(size) + ahead));
    if (whole == nullptr) {
        return nullptr;
    }
    *reinterpret_cast<int *>(whole) = size;
    return whole + ahead;
}

const sqlite3_mem_methods plainMemory {
    [](int size) { return take(nullptr, size); },
    [](void *block) { __libc_free(sizeOf(block)); },
    &take,
    [](void *block) { return block == nullptr ? 0 : *sizeOf(block); },
    [](int size) { return (size + 7) & ~7; },
    [](void *) { return SQLITE_OK; },
    [](void *) {},
    nullptr,
};

std::string mutateBytes(const std::string &known)
{
    std::string bytes = known;
    bytes.resize(known.size() + 16 + known.size() / 4);
    bytes.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t *>(bytes.data()), known.size(), bytes.size()));
    return bytes;
}

std::unique_ptr<google::protobuf::Message> parse(const std::uint8_t *data, std::size_t size)
{
    std::unique_ptr<google::protobuf::Message> message(FUZZ_TARGET.shape->New());
    (void)message->ParsePartialFromArray(data, static_cast<int>(size));
    return message;
}

std::size_t write(const google::protobuf::Message &message, std::uint8_t *data, std::size_t limit)
{
    const auto bytes = message.SerializePartialAsString();
    if (bytes.size() > limit) {
        return 0;
    }
    std::memcpy(data, bytes.data(), bytes.size());
    return bytes.size();
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    google::protobuf::SetLogHandler(nullptr);
    sqlite3_config(SQLITE_CONFIG_MALLOC, &plainMemory);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    FUZZ_TARGET.run({ reinterpret_cast<const char *>(data), size });
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t limit,
                                               unsigned int seed)
{
    if (FUZZ_TARGET.shape == nullptr || seed % 16 == 0) {
        return LLVMFuzzerMutate(data, size, limit);
    }
    const auto message = parse(data, size);
    fuzz::Mutator mutator(seed, mutateBytes);
    for (unsigned int i = 0; i <= seed / 16 % 4; ++i) {
        mutator.mutate(*message);
    }
    const auto written = write(*message, data, limit);
    return written > 0 ? written : LLVMFuzzerMutate(data, size, limit);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t *one, std::size_t oneSize,
                                                 const std::uint8_t *other, std::size_t otherSize, std::uint8_t *out,
                                                 std::size_t limit, unsigned int seed)
{
    if (FUZZ_TARGET.shape == nullptr) {
        const auto kept = std::min({ oneSize, limit, static_cast<std::size_t>(seed) % (oneSize + 1) });
        std::memcpy(out, one, kept);
        const auto added = std::min(otherSize, limit - kept);
        std::memcpy(out + kept, other + (otherSize - added), added);
        return kept + added;
    }
    const auto message = parse(one, oneSize);
    fuzz::Mutator mutator(seed, mutateBytes);
    mutator.splice(*message, *parse(other, otherSize));
    return write(*message, out, limit);
}
