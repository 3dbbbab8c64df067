// SPDX-License-Identifier: Apache-2.0
#include "sync/server/accounts.h"

#include "sync/server/ledger.h"
#include "sync/server/problem.h"
#include "sync/server/secrets.h"

#include <algorithm>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr std::int64_t seenEvery = 5LL * 60 * 1000;

constexpr const char *deviceColumns = "d.site, d.login, d.person, d.public_key, d.certificate, d.name, d.platform, "
                                      "d.enrolled_at, d.last_seen, d.revoked_at, a.suspended";
constexpr const char *deviceTables = " FROM server_device d JOIN server_account a ON a.login = d.login ";

EnrolledDevice readDevice(const store::Statement &row)
{
    EnrolledDevice device;
    device.site = record::Uuid::fromRaw(row.blob(0)).value_or(record::Uuid {});
    device.login = row.blob(1);
    device.person = record::Uuid::fromRaw(row.blob(2)).value_or(record::Uuid {});
    device.publicKey = row.blob(3);
    device.certificate.ParseFromString(row.blob(4));
    device.name = row.blob(5);
    device.platform = row.blob(6);
    device.enrolledAt = row.integer(7);
    device.lastSeen = row.integer(8);
    device.revokedAt = row.integer(9);
    device.suspended = row.integer(10) != 0;
    return device;
}

Account readAccount(const store::Statement &row)
{
    return { row.blob(0), record::Uuid::fromRaw(row.blob(1)).value_or(record::Uuid {}), row.integer(2) != 0 };
}

std::vector<record::Uuid> idsOf(store::Database &database, const std::string &sql)
{
    std::vector<record::Uuid> ids;
    store::Statement read(database, sql);
    while (read.step()) {
        if (const auto id = record::Uuid::fromRaw(read.blob(0))) {
            ids.push_back(*id);
        }
    }
    return ids;
}

} // namespace

bool Accounts::isLogin(const std::string &text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](unsigned char c) { return c > 0x20 && c != 0x7F; });
    return !text.empty() && text.size() <= 100 && plain;
}

Accounts::Accounts(store::Database &database, const Keys &keys, Audit &audit, Ledger &ledger, record::Clock clock,
                   record::Entropy entropy)
    : m_database(database)
    , m_keys(keys)
    , m_audit(audit)
    , m_ledger(ledger)
    , m_clock(std::move(clock))
    , m_entropy(std::move(entropy))
    , m_guesses(m_clock)
{
}

void Accounts::note(v1alpha::AuditKind kind, const record::Uuid &person, const Actor &by, const record::Uuid &site)
{
    auto entry = Audit::entry(kind, by);
    entry.set_person(person.raw());
    if (!site.isNull()) {
        entry.set_site(site.raw());
    }
    m_audit.note(std::move(entry));
}

void Accounts::add(const std::string &login, const record::Uuid &person, const Actor &by)
{
    if (!isLogin(login)) {
        throw Problem(Code::InvalidArgument, "A login has 1 to 100 characters and no spaces, such as m.rivera.");
    }
    store::Transaction transaction(m_database);
    {
        store::Statement taken(m_database, "SELECT login FROM server_account WHERE login = ? OR person = ?");
        taken.bindText(1, login).bindBlob(2, person.raw());
        if (taken.step())
            throw Problem(Code::AlreadyExists,
                          "There is an account for " + login
                              + " already. List the accounts to see it, or choose another login.");
    }
    store::Statement add(m_database, "INSERT INTO server_account (login, person, created_at) VALUES (?, ?, ?)");
    add.bindText(1, login).bindBlob(2, person.raw()).bind(3, m_clock()).run();
    note(v1alpha::AUDIT_KIND_ACCOUNT_ADDED, person, by);
    transaction.commit();
}

Account Accounts::get(const std::string &login) const
{
    store::Statement read(m_database, "SELECT login, person, suspended FROM server_account WHERE login = ?");
    read.bindText(1, login);
    if (!read.step()) {
        throw Problem(Code::NotFound,
                      "There is no account with the login " + login + ". List the accounts to see their logins.");
    }
    return readAccount(read);
}

std::optional<Account> Accounts::of(const record::Uuid &person) const
{
    store::Statement read(m_database, "SELECT login, person, suspended FROM server_account WHERE person = ?");
    read.bindBlob(1, person.raw());
    return read.step() ? std::optional(readAccount(read)) : std::nullopt;
}

bool Accounts::knows(const std::string &login) const
{
    store::Statement read(m_database, "SELECT 1 FROM server_account WHERE login = ?");
    read.bindText(1, login);
    return read.step();
}

std::vector<Account> Accounts::list() const
{
    std::vector<Account> result;
    store::Statement read(m_database, "SELECT login, person, suspended FROM server_account ORDER BY login");
    while (read.step()) {
        result.push_back(readAccount(read));
    }
    return result;
}

void Accounts::suspend(const std::string &login)
{
    store::Transaction transaction(m_database);
    const Account account = get(login);
    store::Statement suspend(m_database, "UPDATE server_account SET suspended = 1 WHERE login = ?");
    suspend.bindText(1, account.login).run();
    store::Statement end(m_database, "DELETE FROM server_invite WHERE login = ? AND site IS NULL");
    end.bindText(1, account.login).run();
    m_ledger.noteSuspended(account.person);
    note(v1alpha::AUDIT_KIND_ACCOUNT_SUSPENDED, account.person);
    transaction.commit();
    ++m_signOuts;
}

std::optional<EnrolledDevice> Accounts::withToken(const std::string &token) const
{
    store::Statement read(m_database, std::string("SELECT ") + deviceColumns + deviceTables + "WHERE d.token_hash = ?");
    read.bindBlob(1, tokenHash(token));
    return read.step() ? std::optional(readDevice(read)) : std::nullopt;
}

std::optional<EnrolledDevice> Accounts::byToken(const std::string &token) const
{
    auto device = withToken(token);
    return device && !device->isSignedOut() ? device : std::nullopt;
}

std::optional<EnrolledDevice> Accounts::bySite(const record::Uuid &site) const
{
    store::Statement read(m_database, std::string("SELECT ") + deviceColumns + deviceTables + "WHERE d.site = ?");
    read.bindBlob(1, site.raw());
    return read.step() ? std::optional(readDevice(read)) : std::nullopt;
}

std::vector<EnrolledDevice> Accounts::devices() const
{
    std::vector<EnrolledDevice> result;
    store::Statement read(m_database,
                          std::string("SELECT ") + deviceColumns + deviceTables + "ORDER BY d.login, d.enrolled_at");
    while (read.step()) {
        result.push_back(readDevice(read));
    }
    return result;
}

std::uint64_t Accounts::deviceCount() const
{
    store::Statement count(m_database, "SELECT count(*) FROM server_device WHERE revoked_at = 0");
    count.step();
    return static_cast<std::uint64_t>(count.integer(0));
}

bool Accounts::hasEnrolled(const std::string &login) const
{
    store::Statement read(m_database, "SELECT 1 FROM server_device WHERE login = ? LIMIT 1");
    read.bindText(1, login);
    return read.step();
}

void Accounts::revoke(const record::Uuid &site, const Actor &by)
{
    store::Transaction transaction(m_database);
    const auto device = bySite(site);
    if (!device) {
        throw Problem(Code::NotFound, "There is no device " + site.text() + ". List the devices to see their ids.");
    }
    store::Statement revoke(m_database, "UPDATE server_device SET revoked_at = ? WHERE site = ? AND revoked_at = 0");
    revoke.bind(1, m_clock()).bindBlob(2, site.raw()).run();
    {
        store::Statement code(m_database, "SELECT hash FROM server_invite WHERE site = ?");
        code.bindBlob(1, site.raw());
        m_ledger.noteRevoked(site, code.step() ? code.blob(0) : std::string());
    }
    note(v1alpha::AUDIT_KIND_DEVICE_REVOKED, device->person, by, site);
    transaction.commit();
    ++m_signOuts;
}

std::vector<record::Uuid> Accounts::signedOutSites() const
{
    return idsOf(m_database,
                 std::string("SELECT d.site") + deviceTables + "WHERE d.revoked_at <> 0 OR a.suspended <> 0");
}

std::vector<record::Uuid> Accounts::suspendedPeople() const
{
    return idsOf(m_database, "SELECT person FROM server_account WHERE suspended <> 0");
}

void Accounts::endCode(const std::string &hash)
{
    store::Statement end(m_database, "DELETE FROM server_invite WHERE hash = ? AND site IS NULL");
    end.bindBlob(1, hash).run();
}

void Accounts::seen(const EnrolledDevice &device)
{
    const std::int64_t now = m_clock();
    if (now - device.lastSeen < seenEvery) {
        return;
    }
    try {
        store::Statement note(m_database, "UPDATE server_device SET last_seen = ? WHERE site = ?");
        note.bind(1, now).bindBlob(2, device.site.raw()).run();
    } catch (const store::Error &) {
        // On a full disk devices can still read.
    }
}

} // namespace server
