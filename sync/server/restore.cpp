// SPDX-License-Identifier: Apache-2.0
#include "sync/server/restore.h"

#include "sync/server/academy.h"
#include "sync/server/schema.h"
#include "sync/store/database.h"
#include "sync/store/log.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

namespace server {

namespace fs = std::filesystem;

namespace {

void requireSound(const std::string &file, const std::string &from)
{
    store::Database database(file);
    const std::string problem = database.integrityProblem();
    bool ours = false;
    if (problem.empty()) {
        store::Statement find(database, "SELECT count(*) FROM sqlite_master WHERE name = 'server_key'");
        ours = find.step() && find.integer(0) == 1;
    }
    if (!ours || !store::Log(database).check().empty()) {
        throw store::Error(store::Fault::Damaged,
                           fmt::format("{} is not a sound backup of a server's store. Nothing was changed.", from));
    }
    // All of it into the one file that is then moved.
    database.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

/// Of a ledger's file, or of a later backup.
std::vector<std::string> ledgerIn(const std::string &file)
{
    std::string begin(15, '\0');
    std::ifstream(file, std::ios::binary).read(begin.data(), static_cast<std::streamsize>(begin.size()));
    if (begin != "SQLite format 3") {
        return LineFile(file).read();
    }
    // A copy, so that the backup stays as it is.
    const std::string copy = file + ".reading";
    std::error_code error;
    fs::copy_file(file, copy, fs::copy_options::overwrite_existing, error);
    std::vector<std::string> lines;
    {
        store::Database database(copy);
        makeServerTables(database);
        lines = Ledger::linesIn(database);
    }
    for (const char *end : { "", "-wal", "-shm" }) {
        fs::remove(copy + end, error);
    }
    return lines;
}

/// Devices meet another history and offer again what it lacks. What was erased, signed out and unlinked since the
/// backup was made is told by the ledgers, and is done here again before anybody is served.
Ledger::Done beginEpoch(const std::string &file, const std::string &directory, const std::string &moreLedger)
{
    store::Database database(file);
    const auto catalogue = record::Catalogue::ofAcademy();
    Ledger::Done done;
    {
        Academy academy(database, catalogue, record::systemClock(), record::systemEntropy(), {});
        academy.beginEpoch();
        if (!moreLedger.empty()) {
            done = academy.ledger().follow(ledgerIn(moreLedger), academy);
        }
        const auto more = academy.keepBeside(directory);
        done.erased += more.erased;
        done.signedOut += more.signedOut;
        done.unlinked += more.unlinked;
        done.isOldKey = !academy.keys().isPresent();
    }
    database.run("PRAGMA wal_checkpoint(TRUNCATE)");
    return done;
}

std::string sentenceOf(const Ledger::Done &done)
{
    std::string sentence;
    if (done.isOldKey) {
        sentence +=
            " The server's key was exchanged since then: sign with another one before you start the server, with "
            "cadred key rotate --recovery-file FILE.";
    }
    if (done.erased > 0) {
        sentence += fmt::format(" Records that were erased since then are erased again: {}.", done.erased);
    }
    if (done.signedOut > 0) {
        sentence += fmt::format(" Devices and accounts that were signed out since then are signed out again: {}.",
                                done.signedOut);
    }
    if (done.unlinked > 0) {
        sentence += fmt::format(" Sign-ins that were unlinked since then are unlinked again: {}.", done.unlinked);
    }
    return sentence;
}

fs::path freeName(const std::string &file)
{
    std::error_code error;
    for (int i = 1;; ++i) {
        const fs::path name = fmt::format("{}.before-restore-{}", file, i);
        if (!fs::exists(name, error)) {
            return name;
        }
    }
}

} // namespace

std::string restoreStore(const Place &place, const std::string &from, const std::string &ledger)
{
    const store::DirectoryLock lock(place.directory);
    const std::string temporary = place.file + ".restoring";
    std::error_code error;
    fs::copy_file(from, temporary, fs::copy_options::overwrite_existing, error);
    if (error) {
        throw store::Error(
            store::Fault::Unreadable,
            fmt::format("The backup {} could not be copied: {}. Nothing was changed.", from, error.message()));
    }
    Ledger::Done done;
    try {
        requireSound(temporary, from);
        done = beginEpoch(temporary, place.directory, ledger);
    } catch (...) {
        for (const char *end : { "", "-wal", "-shm" }) {
            fs::remove(temporary + end, error);
        }
        throw;
    }
    std::string kept;
    if (fs::exists(place.file, error)) {
        {
            // Its log goes into the file before it is set aside; a damaged one is kept as it is.
            try {
                store::Database(place.file).run("PRAGMA wal_checkpoint(TRUNCATE)");
            } catch (const store::Error &) {
            }
        }
        const fs::path aside = freeName(place.file);
        fs::rename(place.file, aside, error);
        for (const char *end : { "-wal", "-shm" }) {
            if (fs::exists(place.file + end, error)) {
                fs::rename(place.file + end, aside.string() + end, error);
            }
        }
        kept = fmt::format(" What was there before is in {}.", aside.string());
    }
    fs::rename(temporary, place.file, error);
    if (error) {
        throw store::Error(
            store::Fault::Unreadable,
            fmt::format("The restored store could not be put in its place: {}.{}", error.message(), kept));
    }
    for (const char *end : { "-wal", "-shm" }) {
        fs::remove(temporary + end, error);
    }
    return fmt::format("The store is as it was in the backup {}.{}{}", from, sentenceOf(done), kept);
}

} // namespace server
