// SPDX-License-Identifier: Apache-2.0
#include "sync/server/accounts.h"

#include "sync/server/problem.h"
#include "sync/server/secrets.h"

#include <algorithm>

namespace server {

namespace {

constexpr std::int64_t dayMilliseconds = 24LL * 60 * 60 * 1000;
constexpr std::int64_t inviteDays = 30;
constexpr std::int64_t seenEvery = 5LL * 60 * 1000;
constexpr std::size_t mostNameBytes = 120;

constexpr const char *deviceColumns = "d.site, d.login, d.person, d.public_key, d.certificate, d.name, d.platform, "
                                      "d.enrolled_at, d.last_seen, d.revoked_at";

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
    return device;
}

Account readAccount(const store::Statement &row)
{
    return { row.blob(0), record::Uuid::fromRaw(row.blob(1)).value_or(record::Uuid {}), row.integer(2) != 0 };
}

std::string clipped(const std::string &text)
{
    if (text.size() <= mostNameBytes) {
        return text;
    }
    std::size_t end = mostNameBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end;
    }
    return text.substr(0, end);
}

void requireLogin(const std::string &login)
{
    const bool plain = std::all_of(login.begin(), login.end(), [](unsigned char c) { return c > 0x20 && c != 0x7F; });
    if (login.empty() || login.size() > 100 || !plain) {
        throw Problem(Code::InvalidArgument, "A login has 1 to 100 characters and no spaces, such as m.rivera.");
    }
}

} // namespace

Accounts::Accounts(store::Database &database, const Keys &keys, record::Clock clock, record::Entropy entropy)
    : m_database(database)
    , m_keys(keys)
    , m_clock(std::move(clock))
    , m_entropy(std::move(entropy))
{
}

void Accounts::add(const std::string &login, const record::Uuid &person)
{
    requireLogin(login);
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
    transaction.commit();
}

std::string Accounts::invite(const std::string &login)
{
    store::Transaction transaction(m_database);
    const Account account = get(login);
    if (account.suspended) {
        throw Problem(Code::FailedPrecondition,
                      "The account " + account.login + " is suspended, so it gets no invite.");
    }
    const std::string code = newInvite(m_entropy);
    store::Statement add(m_database,
                         "INSERT INTO server_invite (hash, login, created_at, expires_at) VALUES (?, ?, ?, ?)");
    add.bindBlob(1, inviteHash(code)).bindText(2, account.login).bind(3, m_clock());
    add.bind(4, m_clock() + inviteDays * dayMilliseconds).run();
    transaction.commit();
    return code;
}

Accounts::Enrolled Accounts::enroll(const cadre::sync::v1alpha::EnrollRequest &request)
{
    const auto site = record::Uuid::fromRaw(request.site());
    if (!site || site->isNull() || request.key_algorithm() != 1 || request.public_key().size() != 32)
        throw Problem(Code::InvalidArgument,
                      "The device's keys cannot be read. Update the app and try again; the invite is still good.");
    if (!merge::isSigned(merge::enrollDomain, request.invite() + request.site(), request.proof(), request.public_key()))
        throw Problem(Code::InvalidArgument,
                      "The device did not prove that it holds its key. Try again; the invite is still good.");

    store::Transaction transaction(m_database);
    const std::string hash = inviteHash(request.invite());
    std::string login;
    std::string usedBy;
    std::int64_t expiresAt = 0;
    {
        store::Statement read(m_database, "SELECT login, expires_at, site FROM server_invite WHERE hash = ?");
        read.bindBlob(1, hash);
        if (!read.step()) {
            throw Problem(Code::PermissionDenied,
                          "This invite is not known here. Check each letter, or ask for a new one.");
        }
        login = read.blob(0);
        expiresAt = read.integer(1);
        usedBy = read.blob(2);
    }
    const Account account = get(login);
    if (account.suspended) {
        throw Problem(Code::PermissionDenied, "This account is suspended. Ask who runs the server.");
    }

    const std::string token = tokenText(m_keys.secretOf("cadre.token.v1", { hash, request.public_key() }));
    if (!usedBy.empty()) {
        const auto before = usedBy == request.site() ? bySite(*site) : std::nullopt;
        if (!before || before->publicKey != request.public_key()) {
            throw Problem(Code::PermissionDenied, "This invite has been used already. Ask for a new one.");
        }
        if (before->revokedAt != 0)
            throw Problem(Code::PermissionDenied, "This device has been signed out. Ask for a new invite.");
        return { *before, token };
    }
    if (expiresAt < m_clock()) {
        throw Problem(Code::PermissionDenied, "This invite is too old. Ask for a new one.");
    }
    if (bySite(*site) || *site == m_keys.site())
        throw Problem(Code::FailedPrecondition,
                      "This device is enrolled already, perhaps with another invite. Start it anew to enroll again.");

    EnrolledDevice device;
    device.site = *site;
    device.login = account.login;
    device.person = account.person;
    device.publicKey = request.public_key();
    device.certificate = m_keys.certify(*site, request.public_key(), account.person);
    device.name = clipped(request.device_name());
    device.platform = clipped(request.platform());
    device.enrolledAt = m_clock();
    store::Statement add(m_database,
                         "INSERT INTO server_device (site, login, person, public_key, certificate, token_hash, "
                         "name, platform, enrolled_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    add.bindBlob(1, device.site.raw()).bindText(2, device.login).bindBlob(3, device.person.raw());
    add.bindBlob(4, device.publicKey).bindBlob(5, device.certificate.SerializeAsString()).bindBlob(6, tokenHash(token));
    add.bindText(7, device.name).bindText(8, device.platform).bind(9, device.enrolledAt).run();
    store::Statement use(m_database, "UPDATE server_invite SET site = ? WHERE hash = ?");
    use.bindBlob(1, device.site.raw()).bindBlob(2, hash).run();
    transaction.commit();
    return { device, token };
}

std::optional<EnrolledDevice> Accounts::byToken(const std::string &token) const
{
    store::Statement read(m_database,
                          std::string("SELECT ") + deviceColumns
                              + " FROM server_device d JOIN server_account a ON a.login = d.login "
                                "WHERE d.token_hash = ? AND d.revoked_at = 0 AND a.suspended = 0");
    read.bindBlob(1, tokenHash(token));
    if (!read.step()) {
        return {};
    }
    return readDevice(read);
}

std::optional<EnrolledDevice> Accounts::bySite(const record::Uuid &site) const
{
    store::Statement read(m_database,
                          std::string("SELECT ") + deviceColumns + " FROM server_device d WHERE d.site = ?");
    read.bindBlob(1, site.raw());
    if (!read.step()) {
        return {};
    }
    return readDevice(read);
}

std::vector<EnrolledDevice> Accounts::devices() const
{
    std::vector<EnrolledDevice> result;
    store::Statement read(
        m_database, std::string("SELECT ") + deviceColumns + " FROM server_device d ORDER BY d.login, d.enrolled_at");
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

void Accounts::revoke(const record::Uuid &site)
{
    store::Transaction transaction(m_database);
    if (!bySite(site)) {
        throw Problem(Code::NotFound, "There is no device " + site.text() + ". List the devices to see their ids.");
    }
    store::Statement revoke(m_database, "UPDATE server_device SET revoked_at = ? WHERE site = ? AND revoked_at = 0");
    revoke.bind(1, m_clock()).bindBlob(2, site.raw()).run();
    transaction.commit();
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
