// SPDX-License-Identifier: Apache-2.0
#include "sync/server/accounts.h"

#include "sync/server/passphrases.h"
#include "sync/server/problem.h"
#include "sync/server/secrets.h"
#include "sync/server/slow_work.h"

#include <fmt/format.h>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

/// Of that many letters, with five bits each, a code can't be guessed at any rate.
constexpr std::size_t lettersBeyondGuessing = 16;
constexpr std::size_t mostNameBytes = 120;

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

Problem toWait(std::int64_t seconds)
{
    return { Code::ResourceExhausted,
             fmt::format("There were many wrong codes. Wait {} {} and try again; a right code stays good.", seconds,
                         seconds == 1 ? "second" : "seconds") };
}

} // namespace

Accounts::Enrolled Accounts::enroll(const cadre::sync::v1alpha::EnrollRequest &request, const std::string &address,
                                    const std::optional<std::string> &prepared)
{
    const auto site = record::Uuid::fromRaw(request.site());
    if (!site || site->isNull() || request.key_algorithm() != 1 || request.public_key().size() != 32)
        throw Problem(Code::InvalidArgument,
                      "The device's keys cannot be read. Update the app and try again; the invite is still good.");
    if (!merge::isSigned(merge::enrollDomain, request.invite() + request.site(), request.proof(), request.public_key()))
        throw Problem(Code::InvalidArgument,
                      "The device did not prove that it holds its key. Try again; the invite is still good.");

    const auto from = Guesses::keyOf(address);
    const auto wait = m_guesses.wait(from);
    const bool isShort = plainCode(request.invite()).size() < lettersBeyondGuessing;
    const auto code = wait > 0 && isShort ? std::nullopt : codeOf(request.invite());
    if (!code) {
        if (wait > 0) {
            throw toWait(wait);
        }
        m_guesses.failed(from);
        throw Problem(Code::PermissionDenied,
                      "This invite is not known here. Check each letter, or ask for a new one.");
    }
    store::Transaction transaction(m_database);
    auto enrolled = enrollWith(*code, request, *site, prepared);
    transaction.commit();
    m_guesses.succeeded(from);
    return enrolled;
}

Accounts::Enrolled Accounts::enrollWith(const OpenCode &code, const cadre::sync::v1alpha::EnrollRequest &request,
                                        const record::Uuid &site, const std::optional<std::string> &prepared)
{
    const Account account = get(code.login);
    if (account.suspended) {
        throw Problem(Code::PermissionDenied, "This account is suspended. Ask who runs the server.");
    }
    const std::string token = tokenText(m_keys.secretOf("cadre.token.v1", { code.hash, request.public_key() }));
    if (!code.usedBy.empty()) {
        const auto before = code.usedBy == request.site() ? bySite(site) : std::nullopt;
        if (!before || before->publicKey != request.public_key()) {
            throw Problem(Code::PermissionDenied, "This invite has been used already. Ask for a new one.");
        }
        if (before->revokedAt != 0)
            throw Problem(Code::PermissionDenied, "This device has been signed out. Ask for a new invite.");
        return { *before, token };
    }
    if (code.expiresAt != 0 && code.expiresAt < m_clock()) {
        throw Problem(Code::PermissionDenied, "This invite is too old. Ask for a new one.");
    }
    if (bySite(site) || site == m_keys.site())
        throw Problem(Code::FailedPrecondition,
                      "This device is enrolled already, perhaps with another invite. Start it anew to enroll again.");
    requirePassphrase(code, request.passphrase(), prepared);

    EnrolledDevice device;
    device.site = site;
    device.login = account.login;
    device.person = account.person;
    device.publicKey = request.public_key();
    device.certificate = m_keys.certify(site, request.public_key(), account.person);
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
    use.bindBlob(1, device.site.raw()).bindBlob(2, code.hash).run();
    note(code.kind == CodeKind::Device         ? v1alpha::AUDIT_KIND_ENROLLED_BY_DEVICE_CODE
             : code.kind == CodeKind::Recovery ? v1alpha::AUDIT_KIND_ENROLLED_BY_RECOVERY_CODE
                                               : v1alpha::AUDIT_KIND_ENROLLED,
         device.person, { device.person, device.site }, device.site);
    return { device, token };
}

void Accounts::requirePassphrase(const OpenCode &code, const std::string &passphrase,
                                 const std::optional<std::string> &prepared)
{
    const std::string hash = code.kind == CodeKind::Recovery ? passphraseHashOf(code.login) : std::string();
    if (hash.empty()) {
        return;
    }
    if (passphrase.empty()) {
        throw Problem(Code::PermissionDenied,
                      "This recovery code needs your passphrase as well. The code is still good.");
    }
    const std::string key = "login " + code.login;
    if (const auto wait = m_guesses.wait(key); wait > 0) {
        throw toWait(wait);
    }
    if (!prepared) {
        throw NeedsSlowWork { code.login,
                              [passphrase, hash] { return isPassphrase(passphrase, hash) ? hash : std::string(); } };
    }
    // Of what was compared meanwhile, only that counts which was this one.
    if (*prepared != hash) {
        m_guesses.failed(key);
        throw Problem(Code::PermissionDenied, "This is not your passphrase. The recovery code is still good.");
    }
    m_guesses.succeeded(key);
}

} // namespace server
