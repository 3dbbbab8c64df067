// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/plain_copy.h"

#include <zstd.h>

#include <chrono>
#include <cstring>
#include <filesystem>
#include <future>
#include <stdexcept>

#include <fcntl.h>
#include <unistd.h>

namespace bench {

namespace {

constexpr int compressionLevel = 3;

std::string compressed(const std::string &block)
{
    std::string out(ZSTD_compressBound(block.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), block.data(), block.size(), compressionLevel));
    return out;
}

std::string expanded(const std::string &packed)
{
    std::string out(ZSTD_getFrameContentSize(packed.data(), packed.size()), '\0');
    if (ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size()) != out.size())
        throw std::runtime_error("A block did not come through.");
    return out;
}

std::string sizeBytes(std::uint32_t size)
{
    std::string bytes(sizeof size, '\0');
    std::memcpy(bytes.data(), &size, sizeof size);
    return bytes;
}

} // namespace

std::uint64_t sendRows(PlainDatabase &source, const PlainJob &job, TlsEnd &line)
{
    std::uint64_t bytes = 0;
    source.read(job.table, { job.afterRow, job.blockRows }, [&](const std::string &block) {
        const auto packed = compressed(block);
        line.write(sizeBytes(static_cast<std::uint32_t>(packed.size())) + packed);
        bytes += packed.size() + sizeof(std::uint32_t);
        if (!job.oneTransaction)
            (void)line.read(1);
    });
    line.write(sizeBytes(0));
    return bytes;
}

std::uint64_t receiveRows(PlainDatabase &target, const PlainJob &job, TlsEnd &line, const EachRow &each)
{
    std::uint64_t rows = 0;
    for (;;) {
        std::uint32_t size = 0;
        std::memcpy(&size, line.read(sizeof size).data(), sizeof size);
        if (size == 0)
            return rows;
        rows += target.write(job.table, expanded(line.read(size)), job.intoExisting, each);
        if (!job.oneTransaction) {
            target.run("COMMIT; BEGIN IMMEDIATE");
            line.write("+");
        }
    }
}

PlainCopy copyPlain(const PlainJob &job)
{
    PlainDatabase source(job.from);
    const auto line = connectLoopback();
    auto begin = std::chrono::steady_clock::now();
    PlainDatabase target(job.to);
    target.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    if (!job.intoExisting) {
        for (const auto &statement : source.schemaOf(job.table))
            target.run(statement);
        begin = std::chrono::steady_clock::now();
    }

    PlainCopy copy;
    auto sent = std::async(std::launch::async, [&] { return sendRows(source, job, *line.server); });
    target.run("BEGIN IMMEDIATE");
    copy.rows = receiveRows(target, job, *line.client);
    target.run("COMMIT");
    copy.bytes = sent.get();
    copy.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return copy;
}

double insertPlain(const PlainJob &job)
{
    PlainDatabase source(job.from);
    PlainDatabase target(job.to);
    target.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    for (const auto &statement : source.schemaOf(job.table))
        target.run(statement);
    std::vector<std::string> rows;
    source.read(job.table, { job.afterRow, 1 }, [&](const std::string &row) { rows.push_back(row); });
    const auto begin = std::chrono::steady_clock::now();
    target.writeEach(job.table, rows);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void copyDurably(const std::string &from, const std::string &to)
{
    std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
    const int file = ::open(to.c_str(), O_RDONLY | O_CLOEXEC);
    const bool isDurable = file >= 0 && ::fsync(file) == 0;
    ::close(file);
    if (!isDurable)
        throw std::runtime_error("The copy of a store did not reach the disk.");
}

std::int64_t lastRowOf(const std::string &file, const std::string &table)
{
    return PlainDatabase(file).lastRowOf(table);
}

} // namespace bench
