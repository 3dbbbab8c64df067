// SPDX-License-Identifier: Apache-2.0
#include "sync/server/accounts.h"

#include "sync/server/passphrases.h"
#include "sync/server/problem.h"
#include "sync/server/secrets.h"
#include "sync/server/slow_work.h"

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr std::int64_t hourMilliseconds = 60LL * 60 * 1000;
constexpr std::int64_t shortCodeMilliseconds = 10LL * 60 * 1000;
constexpr int recoveryCodeCount = 8;
/// A recovery code is good until it is used or replaced.
constexpr std::int64_t never = 0;

} // namespace

std::string Accounts::newCodeFor(const Account &account, CodeKind kind, std::int64_t expiresAt)
{
    if (account.suspended) {
        throw Problem(Code::FailedPrecondition,
                      "The account " + account.login + " is suspended, so it gets no invite.");
    }
    constexpr std::size_t inviteLetters = 16;
    constexpr std::size_t deviceLetters = 10;
    constexpr std::size_t recoveryLetters = 24;
    const auto code = newCode(m_entropy,
                              kind == CodeKind::Device         ? deviceLetters
                                  : kind == CodeKind::Recovery ? recoveryLetters
                                                               : inviteLetters);
    store::Statement add(m_database,
                         "INSERT INTO server_invite (hash, login, created_at, expires_at) VALUES (?, ?, ?, ?)");
    add.bindBlob(1, inviteHash(code)).bindText(2, account.login).bind(3, m_clock()).bind(4, expiresAt).run();
    if (kind != CodeKind::Invite) {
        store::Statement note(m_database, "INSERT INTO server_invite_kind (hash, kind) VALUES (?, ?)");
        note.bindBlob(1, inviteHash(code)).bind(2, static_cast<int>(kind)).run();
    }
    return code;
}

void Accounts::endCodes(const std::string &login, CodeKind kind)
{
    store::Statement end(m_database,
                         "DELETE FROM server_invite WHERE login = ? AND site IS NULL "
                         "AND hash IN (SELECT hash FROM server_invite_kind WHERE kind = ?)");
    end.bindText(1, login).bind(2, static_cast<int>(kind)).run();
    m_database.run("DELETE FROM server_invite_kind WHERE hash NOT IN (SELECT hash FROM server_invite)");
}

std::optional<Accounts::OpenCode> Accounts::codeOf(const std::string &text) const
{
    OpenCode code;
    code.hash = inviteHash(text);
    store::Statement read(m_database,
                          "SELECT i.login, i.expires_at, i.site, coalesce(k.kind, 0) FROM server_invite i "
                          "LEFT JOIN server_invite_kind k ON k.hash = i.hash WHERE i.hash = ?");
    read.bindBlob(1, code.hash);
    if (!read.step()) {
        return std::nullopt;
    }
    code.login = read.blob(0);
    code.expiresAt = read.integer(1);
    code.usedBy = read.blob(2);
    code.kind = static_cast<CodeKind>(read.integer(3));
    return code;
}

std::string Accounts::invite(const std::string &login, std::uint32_t hours, const Actor &by)
{
    if (hours == 0 || hours > longestInviteHours) {
        throw Problem(Code::InvalidArgument, "An invite is good for 1 hour to 720, which are 30 days.");
    }
    store::Transaction transaction(m_database);
    const auto account = get(login);
    auto code = newCodeFor(account, CodeKind::Invite, m_clock() + hours * hourMilliseconds);
    note(v1alpha::AUDIT_KIND_INVITED, account.person, by);
    transaction.commit();
    return code;
}

void Accounts::endInvites(const std::string &login)
{
    store::Statement end(m_database,
                         "DELETE FROM server_invite WHERE login = ? AND site IS NULL "
                         "AND hash NOT IN (SELECT hash FROM server_invite_kind)");
    end.bindText(1, login).run();
}

Accounts::ShortCode Accounts::inviteOfSignIn(const std::string &login)
{
    store::Transaction transaction(m_database);
    const auto account = get(login);
    const auto expiresAt = m_clock() + shortCodeMilliseconds;
    ShortCode code { newCodeFor(account, CodeKind::Invite, expiresAt), expiresAt };
    note(v1alpha::AUDIT_KIND_SIGNED_IN, account.person);
    transaction.commit();
    return code;
}

Accounts::ShortCode Accounts::deviceCode(const std::string &login, const Actor &by)
{
    store::Transaction transaction(m_database);
    endCodes(login, CodeKind::Device);
    const auto expiresAt = m_clock() + shortCodeMilliseconds;
    const auto account = get(login);
    ShortCode code { newCodeFor(account, CodeKind::Device, expiresAt), expiresAt };
    note(v1alpha::AUDIT_KIND_DEVICE_CODE_MADE, account.person, by);
    transaction.commit();
    return code;
}

std::vector<std::string> Accounts::recoveryCodes(const std::string &login, const Actor &by)
{
    store::Transaction transaction(m_database);
    endCodes(login, CodeKind::Recovery);
    const auto account = get(login);
    std::vector<std::string> codes;
    for (int i = 0; i < recoveryCodeCount; ++i) {
        codes.push_back(newCodeFor(account, CodeKind::Recovery, never));
    }
    note(v1alpha::AUDIT_KIND_RECOVERY_CODES_MADE, account.person, by);
    transaction.commit();
    return codes;
}

std::uint32_t Accounts::recoveryCodesLeft(const std::string &login) const
{
    store::Statement count(m_database,
                           "SELECT count(*) FROM server_invite i JOIN server_invite_kind k ON k.hash = i.hash "
                           "WHERE i.login = ? AND i.site IS NULL AND k.kind = ?");
    count.bindText(1, login).bind(2, static_cast<int>(CodeKind::Recovery));
    count.step();
    return static_cast<std::uint32_t>(count.integer(0));
}

void Accounts::setPassphrase(const std::string &login, const std::string &passphrase,
                             const std::optional<std::string> &prepared, const Actor &by)
{
    if (passphrase.empty()) {
        store::Transaction transaction(m_database);
        store::Statement take(m_database, "DELETE FROM server_passphrase WHERE login = ?");
        take.bindText(1, login).run();
        note(v1alpha::AUDIT_KIND_PASSPHRASE_SET, get(login).person, by);
        transaction.commit();
        return;
    }
    if (const auto problem = passphraseProblem(passphrase, login); !problem.empty()) {
        throw Problem(Code::InvalidArgument, problem);
    }
    const auto account = get(login);
    if (!prepared) {
        throw NeedsSlowWork { account.login, [passphrase] { return passphraseHash(passphrase); } };
    }
    store::Transaction transaction(m_database);
    store::Statement set(m_database, "INSERT OR REPLACE INTO server_passphrase (login, hash) VALUES (?, ?)");
    set.bindText(1, account.login).bindText(2, *prepared).run();
    note(v1alpha::AUDIT_KIND_PASSPHRASE_SET, account.person, by);
    transaction.commit();
}

bool Accounts::hasPassphrase(const std::string &login) const
{
    return !passphraseHashOf(login).empty();
}

std::string Accounts::passphraseHashOf(const std::string &login) const
{
    store::Statement read(m_database, "SELECT hash FROM server_passphrase WHERE login = ?");
    read.bindText(1, login);
    return read.step() ? std::string(read.blob(0)) : std::string();
}

} // namespace server
