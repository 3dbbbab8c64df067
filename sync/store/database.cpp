// SPDX-License-Identifier: Apache-2.0
#include "sync/store/database.h"

#include "sync/record/plant.h"
#include "sync/store/database_file.h"

#include <filesystem>
#include <unordered_map>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <fmt/format.h>

namespace store {

namespace {

constexpr int applicationId = 0x43414452; // "CADR"

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

struct Database::Cache {
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, std::vector<sqlite3_stmt *>, Hash, std::equal_to<>> idle;
};

std::vector<sqlite3_stmt *> &Database::idle(std::string_view sql)
{
    const auto known = m_cache->idle.find(sql);
    return known == m_cache->idle.end() ? m_cache->idle[std::string(sql)] : known->second;
}

Database::Database(const std::string &path, const std::string &vfs)
    : m_cache(std::make_unique<Cache>())
{
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
    for (const auto &[sql, statements] : m_cache->idle) {
        for (auto *statement : statements) {
            sqlite3_finalize(statement);
        }
    }
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
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) {
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

std::uint64_t Database::backupTo(const std::string &path)
{
    std::error_code problem;
    std::filesystem::remove(path, problem);
    Statement copy(*this, "VACUUM INTO ?");
    copy.bindText(1, path).run();
    return std::filesystem::file_size(path, problem);
}

Statement::Statement(Database &database, std::string_view sql)
    : m_database(database)
    , m_idle(database.idle(sql))
{
    if (!m_idle.empty()) {
        m_statement = m_idle.back();
        m_idle.pop_back();
        return;
    }
    if (sqlite3_prepare_v3(database.m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &m_statement, nullptr)
        != SQLITE_OK) {
        database.fail("asking it");
    }
}

Statement::~Statement()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_idle.push_back(m_statement);
}

Statement &Statement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, index, value);
    return *this;
}

Statement &Statement::bindText(int index, std::string_view value)
{
    sqlite3_bind_text(m_statement, index, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bindBlob(int index, std::string_view value)
{
    static constexpr char nothing = 0;
    const char *bytes = value.empty() ? &nothing : value.data();
    sqlite3_bind_blob(m_statement, index, bytes, static_cast<int>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bindReal(int index, double value)
{
    sqlite3_bind_double(m_statement, index, value);
    return *this;
}

Statement &Statement::bindNull(int index)
{
    sqlite3_bind_null(m_statement, index);
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        m_database.fail("reading or writing");
    }
    return false;
}

void Statement::run()
{
    while (step()) { }
    reset();
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return bytes == nullptr ? std::string()
                            : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Transaction::Transaction(Database &database)
    : m_database(database)
    , m_outermost(!database.m_inTransaction)
{
    if (m_outermost) {
        database.run(database.m_rehearses ? "SAVEPOINT whole" : "BEGIN IMMEDIATE");
        database.m_inTransaction = true;
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
