// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/plain_push.h"

#include "tests/bench/plain_copy.h"
#include "tests/bench/plain_rows.h"
#include "tests/bench/plain_tls.h"
#include "cadre/sync/v1/sync_service.pb.h"

#include <fmt/format.h>
#include <sodium.h>
#include <sqlite3.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <future>
#include <stdexcept>

namespace bench {

namespace {

constexpr std::uint64_t changesOfASignature = 256;

using Digest = std::array<unsigned char, 32>;

Digest digestOf(std::string_view bytes)
{
    Digest digest {};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char *>(bytes.data()),
                       bytes.size(), nullptr, 0);
    return digest;
}

std::string_view bytesOf(const Digest &digest)
{
    return { reinterpret_cast<const char *>(digest.data()), digest.size() };
}

/// Decodes what a change says: who knows neither its place nor its fields could keep it and no more.
void decode(std::string_view headerBytes, std::string_view bodyBytes)
{
    namespace wire = cadre::sync::v1;
    const auto read = [](google::protobuf::MessageLite &message, std::string_view bytes) {
        if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
            throw std::runtime_error("A change could not be decoded.");
    };
    wire::Header header;
    wire::Body body;
    read(header, headerBytes);
    read(body, bodyBytes);
    for (const auto &part : body.parts()) {
        wire::RecordEdit edit;
        read(edit, part.content());
    }
}

/// Decodes, hashes and verifies what an honest server has to, for each change.
class Checks {
public:
    Checks()
    {
        crypto_sign_keypair(m_public.data(), m_secret.data());
        crypto_sign_detached(m_signature.data(), nullptr, m_chain.data(), m_chain.size(), m_secret.data());
    }

    void take(std::string_view change)
    {
        const auto columns = bytesIn(change);
        decode(columns.at(0), columns.at(1));
        const auto part = digestOf(change);
        const auto root = digestOf(bytesOf(part));
        const auto header = digestOf(bytesOf(root));
        m_log = digestOf(std::string(bytesOf(m_log)) + std::string(bytesOf(header)));
        if (++m_count % changesOfASignature == 1
            && crypto_sign_verify_detached(m_signature.data(), m_chain.data(), m_chain.size(), m_public.data()) != 0)
            throw std::runtime_error("A signature did not hold.");
    }

private:
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> m_public {};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> m_secret {};
    std::array<unsigned char, crypto_sign_BYTES> m_signature {};
    Digest m_chain {};
    Digest m_log {};
    std::uint64_t m_count = 0;
};

/// The device's store as it was when its changes waited.
std::string waitingCopy(const PlainPush &job)
{
    const auto path = job.folder + "/waiting.db";
    std::filesystem::copy_file(job.device, path, std::filesystem::copy_options::overwrite_existing);
    PlainDatabase waiting(path);
    waiting.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    waiting.run(fmt::format("UPDATE change SET rev = NULL, verdict = 0 WHERE rowid > {}", job.afterChange));
    waiting.run("PRAGMA wal_checkpoint(TRUNCATE)");
    return path;
}

void mark(PlainDatabase &waiting, std::int64_t afterChange)
{
    sqlite3_stmt *update = nullptr;
    sqlite3_prepare_v2(waiting.handle(), "UPDATE change SET rev = ?, verdict = 1 WHERE rowid = ?", -1, &update,
                       nullptr);
    waiting.run("BEGIN IMMEDIATE");
    const auto last = waiting.lastRowOf("change");
    for (auto row = afterChange + 1; row <= last; ++row) {
        sqlite3_bind_int64(update, 1, row);
        sqlite3_bind_int64(update, 2, row);
        if (sqlite3_step(update) != SQLITE_DONE)
            throw std::runtime_error("A change could not be marked.");
        sqlite3_reset(update);
    }
    sqlite3_finalize(update);
    waiting.run("COMMIT");
}

} // namespace

double pushPlain(const PlainPush &job)
{
    PlainDatabase source(job.device);
    PlainDatabase waiting(waitingCopy(job));
    PlainDatabase target(job.folder + "/taken.db");
    target.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    for (const auto *table : { job.table.c_str(), "change" }) {
        for (const auto &statement : source.schemaOf(table))
            target.run(statement);
    }
    Checks checks;
    const auto line = connectLoopback();
    const auto begin = std::chrono::steady_clock::now();
    auto sent = std::async(std::launch::async, [&] {
        sendRows(source, { .table = job.table, .afterRow = job.afterRow }, *line.client);
        sendRows(source, { .table = "change", .afterRow = job.afterChange }, *line.client);
        (void)line.client->read(1);
        mark(waiting, job.afterChange);
    });
    target.run("BEGIN IMMEDIATE");
    (void)receiveRows(target, { .table = job.table }, *line.server);
    (void)receiveRows(target, { .table = "change" }, *line.server,
                      [&](std::string_view change) { checks.take(change); });
    target.run("COMMIT");
    line.server->write("+");
    sent.get();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace bench
