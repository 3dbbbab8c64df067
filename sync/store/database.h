// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace store {

class StatementCache;

enum class Fault { Other, Full, Damaged, Newer, InUse, NotOurs, Unreadable, Sealed };

/// A broken world. what() is a sentence for people: what happened, what is safe, what to do.
class Error : public std::runtime_error {
public:
    Error(Fault fault, const std::string &sentence)
        : std::runtime_error(sentence)
        , m_fault(fault)
    {
    }
    [[nodiscard]] Fault fault() const { return m_fault; }

private:
    Fault m_fault;
};

/// A record or a request that its author can mend. what() is a sentence for people.
class Invalid : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The right of one process to a data directory, held by a lock file until destruction.
class DirectoryLock {
public:
    /// Makes the directory if need be, for its owner alone. Throws Error{InUse} naming the process that holds it.
    explicit DirectoryLock(const std::string &directory);
    ~DirectoryLock();
    DirectoryLock(const DirectoryLock &) = delete;
    DirectoryLock &operator=(const DirectoryLock &) = delete;

private:
    int m_file = -1;
};

/// One SQLite file and its one writing connection (WAL, full sync). One thread at a time.
class Database {
public:
    /// Opens or makes the file. Throws Error{Newer} when a later version wrote it, {Damaged} when
    /// it is truncated or fails its quick check, {NotOurs} for another program's file.
    /// `vfs` names a registered SQLite VFS to open it through; empty for the system's files.
    explicit Database(const std::string &path, const std::string &vfs = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs statements that return nothing.
    void run(const std::string &sql);
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }
    [[nodiscard]] std::int64_t lastRowId() const;
    [[nodiscard]] int changes() const;
    /// Makes tables that are missing; `version` is what this program writes.
    void migrate(int version, std::string_view schema);
    /// SQLite's own integrity check; empty when sound.
    [[nodiscard]] std::string integrityProblem();
    /// Writes the file anew, without a byte of what was deleted, and empties its log. Outside of a transaction;
    /// needs room for the file once more.
    void writeAnew();
    /// From now on a commit does not wait until the log is brought into the file, which takes longer than the commit
    /// itself: whoever calls this calls bringLogIn() when nobody waits. Only a log of 64 MiB that is longer than the
    /// file is brought in at once.
    void bringLogInLater();
    /// True once the log is so long that it should be brought in.
    [[nodiscard]] bool isLogLong() const;
    /// Brings what can be brought in. Outside of a transaction. What fails is tried again after the next commit.
    void bringLogIn();
    /// A consistent copy while in use. Returns its size in bytes.
    std::uint64_t backupTo(const std::string &path);

    /// Grows with each rollback: what was remembered of rows written since may be untrue.
    [[nodiscard]] std::uint64_t rollbacks() const { return m_rollbacks; }
    /// What was read of records in this transaction holds while this is the same number; 0 outside of one, where
    /// nothing can be said.
    [[nodiscard]] std::uint64_t recordState() const
    {
        return m_inTransaction ? m_begun + m_rollbacks + m_recordWrites : 0;
    }
    /// The same of what was forgotten and erased: hardly any place has any of that.
    [[nodiscard]] std::uint64_t exceptionState() const
    {
        return m_inTransaction ? m_begun + m_rollbacks + m_exceptionWrites : 0;
    }
    void recordsChange() { ++m_recordWrites; }
    void exceptionsChange() { ++m_exceptionWrites; }

    [[noreturn]] void fail(const char *doing) const;

private:
    friend class Statement;
    friend class Transaction;
    friend class Savepoint;
    friend class Rehearsal;
    /// A sync that failed may leave pages that the system shows and never writes. A process that
    /// finds a WAL cannot know, so it writes the WAL's bytes again before it adds to them.
    void settleLog();
    [[noreturn]] void fail(int extendedCode, const char *doing, const char *message) const;
    void close();
    std::uint64_t m_rollbacks = 0;
    std::uint64_t m_begun = 0; ///< Transactions.
    std::uint64_t m_recordWrites = 0;
    std::uint64_t m_exceptionWrites = 0;
    int m_logPages = 0; ///< At the last commit; known after bringLogInLater().
    bool m_inTransaction = false;
    bool m_rehearses = false;
    std::string m_vfs;
    sqlite3 *m_handle = nullptr;
    std::unique_ptr<StatementCache> m_statements;
};

/// A prepared statement, cached by its text; reset and given back at destruction.
class Statement {
public:
    Statement(Database &database, std::string_view sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(int index, std::int64_t value);
    Statement &bindText(int index, std::string_view value);
    Statement &bindBlob(int index, std::string_view value);
    /// The same without a copy: the bytes live until the statement has been run.
    Statement &lendText(int index, std::string_view value);
    Statement &lendBlob(int index, std::string_view value);
    Statement &bindReal(int index, double value);
    Statement &bindNull(int index);

    /// True while there is a row.
    bool step();
    /// Steps to the end and resets, to be bound again.
    void run();
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string blob(int column) const; ///< Text or blob; empty for NULL.
    /// The same without a copy: until the next step.
    [[nodiscard]] std::string_view lentBlob(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    Database &m_database;
    std::vector<sqlite3_stmt *> &m_idle; ///< Of the same text.
    sqlite3_stmt *m_statement = nullptr;
};

/// Commits by commit(), else rolls back. Nested ones are part of the outermost.
class Transaction {
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();

private:
    Database &m_database;
    bool m_outermost = false;
    bool m_open = true;
};

/// A part of a transaction that can be undone alone. Rolls back unless kept.
class Savepoint {
public:
    explicit Savepoint(Database &database);
    ~Savepoint();
    Savepoint(const Savepoint &) = delete;
    Savepoint &operator=(const Savepoint &) = delete;

    void keep();

private:
    Database &m_database;
    bool m_kept = false;
};

/// Nothing that happens to the database while it lives stays: transactions in it begin, commit and roll
/// back as ever, within one that is undone at its end. Begins outside of any transaction.
class Rehearsal {
public:
    explicit Rehearsal(Database &database);
    ~Rehearsal();
    Rehearsal(const Rehearsal &) = delete;
    Rehearsal &operator=(const Rehearsal &) = delete;

private:
    Database &m_database;
};

} // namespace store
