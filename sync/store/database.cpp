// SPDX-License-Identifier: Apache-2.0
#include "sync/store/database.h"

#include "sync/record/plant.h"
#include "sync/store/database_file.h"
#include "sync/store/statement_cache.h"

#include <filesystem>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <fmt/format.h>

namespace store {

namespace {

constexpr int applicationId = 0x43414452; // "CADR"

constexpr std::int64_t pageSize = 4096;
// In pages.
constexpr int longLog = 1000;
constexpr int longestLog = 16'000;

constexpr auto fullSentence =
    "There is no room left on this device. Everything saved before is safe; this last step was "
    "not kept. Free some space and do it again.";

std::string damagedSentence(const std::string &path)
{
    return fmt::format(
        "The data file {} is damaged or cut short. What the server has is safe there. Keep a copy of this "
        "file, then move it away and enroll this device again.",
        path);
}

int integerPragma(Database &database, const std::string &name)
{
    Statement select(database, "PRAGMA " + name);
    return select.step() ? static_cast<int>(select.integer(0)) : 0;
}

} // namespace

DirectoryLock::DirectoryLock(const std::string &directory)
{
    std::error_code problem;
    if (std::filesystem::create_directories(directory, problem)) {
        std::filesystem::permissions(directory, std::filesystem::perms::owner_all, problem);
    }
    const auto path = directory + "/lock";
    m_file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_file < 0) {
        throw Error(Fault::Unreadable,
                    fmt::format("The folder {} can't be written. Nothing was changed. Choose another one, or give this "
                                "user the right to write there.",
                                directory));
    }
    if (::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
        char holder[32] = {};
        (void)!::pread(m_file, holder, sizeof holder - 1, 0);
        ::close(m_file);
        throw Error(
            Fault::InUse,
            fmt::format("Another program is using {} (process {}). Its data is safe. Close that one, or wait until "
                        "it has finished.",
                        directory, holder));
    }
    const auto process = std::to_string(::getpid());
    (void)!::ftruncate(m_file, 0);
    (void)!::pwrite(m_file, process.data(), process.size(), 0);
}

DirectoryLock::~DirectoryLock()
{
    ::close(m_file);
}

Database::Database(const std::string &path, const std::string &vfs)
    : m_vfs(vfs)
    , m_statements(std::make_unique<StatementCache>())
{
    leaveMemoryUncounted();
    if (vfs.empty() && isCutShort(path)) {
        throw Error(Fault::Damaged, damagedSentence(path));
    }
    try {
        // One thread at a time: SQLite needn't lock at each call.
        if (sqlite3_open_v2(path.c_str(), &m_handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                            vfs.empty() ? nullptr : vfs.c_str())
            != SQLITE_OK) {
            fail("opening the data file");
        }
        sqlite3_extended_result_codes(m_handle, 1);
        sqlite3_busy_timeout(m_handle, 5000);
        const int owner = integerPragma(*this, "application_id");
        if (owner != 0 && owner != applicationId) {
            throw Error(Fault::NotOurs,
                        fmt::format("The file {} belongs to another program. It was left as it is.", path));
        }
        run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = "
            "-32000;");
        if (CADRE_PLANT("commit_without_sync")) {
            run("PRAGMA synchronous = NORMAL");
        }
        if (owner == 0) {
            run(fmt::format("PRAGMA application_id = {}", applicationId));
        }
        settleLog();
    } catch (...) {
        close();
        throw;
    }
}

Database::~Database()
{
    close();
}

void Database::close()
{
    m_statements.reset();
    sqlite3_close_v2(m_handle);
}

void Database::settleLog()
{
    const auto size = logSize(m_handle);
    if (size == 0 || CADRE_PLANT("log_is_not_written_again")) {
        return;
    }
    Transaction alone(*this);
    if (const int code = writeLogAgain(m_handle, size); code != SQLITE_OK) {
        fail(code, "making sure of what it holds", sqlite3_errstr(code));
    }
    alone.commit();
}

void Database::fail(const char *doing) const
{
    fail(sqlite3_extended_errcode(m_handle), doing, sqlite3_errmsg(m_handle));
}

void Database::fail(int extendedCode, const char *doing, const char *message) const
{
    const int code = extendedCode & 0xff;
    const char *name = m_handle == nullptr ? "" : sqlite3_db_filename(m_handle, "main");
    const std::string path = name == nullptr ? "" : name;
    if (lacksRoom(m_handle, extendedCode)) {
        throw Error(Fault::Full, fullSentence);
    }
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB || extendedCode == SQLITE_IOERR_DATA) {
        throw Error(Fault::Damaged, damagedSentence(path));
    }
    if (code == SQLITE_CANTOPEN || code == SQLITE_READONLY || code == SQLITE_PERM) {
        throw Error(Fault::Unreadable,
                    fmt::format("The data file {} can't be opened or written. Nothing was changed.", path));
    }
    throw Error(
        Fault::Other,
        fmt::format("The data file could not be used while {}: {}. What was saved before is safe.", doing, message));
}

void Database::run(const std::string &sql)
{
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail("changing it");
    }
}

std::int64_t Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

int Database::changes() const
{
    return sqlite3_changes(m_handle);
}

void Database::migrate(int version, std::string_view schema)
{
    const int found = integerPragma(*this, "user_version");
    if (found > version) {
        throw Error(
            Fault::Newer,
            "A newer version of Cadre wrote this data. It is safe and was left as it is. Update Cadre to open it.");
    }
    Transaction transaction(*this);
    run(std::string(schema));
    if (found != version) {
        run(fmt::format("PRAGMA user_version = {}", version));
    }
    transaction.commit();
}

std::string Database::integrityProblem()
{
    Statement check(*this, "PRAGMA integrity_check(1)");
    const auto answer = check.step() ? check.blob(0) : "no answer";
    return answer == "ok" ? "" : answer;
}

void Database::writeAnew()
{
    run("VACUUM");
    Statement checkpoint(*this, "PRAGMA wal_checkpoint(TRUNCATE)");
    if (!checkpoint.step() || checkpoint.integer(0) != 0) {
        throw Error(Fault::InUse,
                    "The data file is being read, so what was deleted is still in its log. It will be "
                    "removed at the next try.");
    }
}

void Database::bringLogInLater()
{
    const auto committed = [](void *self, sqlite3 *, const char *, int pages) {
        auto &database = *static_cast<Database *>(self);
        database.m_logPages = pages;
        if (pages >= longestLog && pages >= fileSize(database.m_handle) / pageSize) {
            database.bringLogIn();
        }
        return SQLITE_OK;
    };
    sqlite3_wal_hook(m_handle, committed, this);
}

bool Database::isLogLong() const
{
    return m_logPages >= longLog;
}

void Database::bringLogIn()
{
    m_logPages = 0;
    (void)sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

std::uint64_t Database::backupTo(const std::string &path)
{
    std::error_code problem;
    std::filesystem::remove(path, problem);
    Statement copy(*this, "VACUUM INTO ?");
    copy.bindText(1, path).run();
    if (!m_vfs.empty() && beginLog(path, m_vfs) != SQLITE_OK) {
        throw Error(Fault::Other,
                    "The copy could not be finished. What was saved before is safe. Make the copy once more.");
    }
    return std::filesystem::file_size(path, problem);
}

Transaction::Transaction(Database &database)
    : m_database(database)
    , m_outermost(!database.m_inTransaction)
{
    if (m_outermost) {
        database.run(database.m_rehearses ? "SAVEPOINT whole" : "BEGIN IMMEDIATE");
        database.m_inTransaction = true;
        ++database.m_begun;
    }
}

Transaction::~Transaction()
{
    if (!m_open || !m_outermost) {
        return;
    }
    m_database.m_inTransaction = false;
    ++m_database.m_rollbacks;
    const auto *undo = m_database.m_rehearses ? "ROLLBACK TO whole; RELEASE whole" : "ROLLBACK";
    sqlite3_exec(m_database.m_handle, undo, nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    if (m_outermost) {
        m_open = !CADRE_PLANT("failed_commit_is_not_undone");
        m_database.run(m_database.m_rehearses ? "RELEASE whole" : "COMMIT");
        m_database.m_inTransaction = false;
    }
    m_open = false;
}

Savepoint::Savepoint(Database &database)
    : m_database(database)
{
    database.run("SAVEPOINT step");
}

Savepoint::~Savepoint()
{
    if (m_kept) {
        return;
    }
    ++m_database.m_rollbacks;
    sqlite3_exec(m_database.m_handle, "ROLLBACK TO step; RELEASE step", nullptr, nullptr, nullptr);
}

void Savepoint::keep()
{
    m_database.run("RELEASE step");
    m_kept = true;
}

Rehearsal::Rehearsal(Database &database)
    : m_database(database)
{
    database.run("BEGIN IMMEDIATE");
    database.m_rehearses = true;
}

Rehearsal::~Rehearsal()
{
    m_database.m_rehearses = false;
    ++m_database.m_rollbacks;
    sqlite3_exec(m_database.m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace store
