// SPDX-License-Identifier: Apache-2.0
#include "sync/server/accounts.h"
#include "sync/server/administration.h"
#include "sync/server/outgoing_https.h"
#include "sync/server/problem.h"

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr std::size_t mostSubjectBytes = 255;

} // namespace

void Accounts::link(const std::string &login, const std::string &issuer, const std::string &subject)
{
    if (!parseHttpsUrl(issuer) || subject.empty() || subject.size() > mostSubjectBytes) {
        throw Problem(Code::InvalidArgument,
                      "A sign-in is named by the provider's https address, as it writes it itself, and by the subject "
                      "(sub) that it calls the person by.");
    }
    store::Transaction transaction(m_database);
    const auto account = get(login);
    if (const auto other = signedInAs(issuer, subject); other && other->person != account.person) {
        throw Problem(Code::AlreadyExists,
                      "This sign-in is linked with " + other->login + " already. Unlink it there first.");
    }
    store::Statement add(m_database, "INSERT OR REPLACE INTO server_sign_in (issuer, subject, login) VALUES (?, ?, ?)");
    add.bindText(1, issuer).bindText(2, subject).bindText(3, account.login).run();
    note(v1alpha::AUDIT_KIND_SIGN_IN_LINKED, account.person);
    transaction.commit();
}

void Accounts::unlink(const std::string &login, const std::string &issuer, const std::string &subject)
{
    if (issuer.empty() != subject.empty()) {
        throw Problem(Code::InvalidArgument, "Name both the issuer and the subject, or neither for all of them.");
    }
    store::Transaction transaction(m_database);
    const auto account = get(login);
    auto ended = links();
    std::erase_if(ended, [&](const SignInLink &link) {
        const bool isMeant = issuer.empty() || (link.issuer == issuer && link.subject == subject);
        return link.login != account.login || !isMeant;
    });
    for (const auto &link : ended) {
        store::Statement end(m_database, "DELETE FROM server_sign_in WHERE issuer = ? AND subject = ?");
        end.bindText(1, link.issuer).bindText(2, link.subject).run();
        m_ledger.noteUnlinked(link.issuer, link.subject);
    }
    if (ended.empty()) {
        throw Problem(Code::NotFound, "The account " + account.login + " is not linked with such a sign-in.");
    }
    note(v1alpha::AUDIT_KIND_SIGN_IN_UNLINKED, account.person);
    transaction.commit();
}

std::vector<SignInLink> Accounts::links() const
{
    std::vector<SignInLink> result;
    store::Statement read(m_database,
                          "SELECT login, issuer, subject, person FROM server_sign_in JOIN server_account USING (login)"
                          " ORDER BY issuer, subject");
    while (read.step()) {
        const auto person = record::Uuid::fromRaw(read.blob(3));
        result.push_back({ read.blob(0), read.blob(1), read.blob(2), person.value_or(record::Uuid {}) });
    }
    return result;
}

std::optional<Account> Accounts::signedInAs(const std::string &issuer, const std::string &subject) const
{
    store::Statement read(m_database, "SELECT login FROM server_sign_in WHERE issuer = ? AND subject = ?");
    read.bindText(1, issuer).bindText(2, subject);
    return read.step() ? std::optional(get(read.blob(0))) : std::nullopt;
}

v1alpha::LinkAccountResponse Administration::linkAccount(const v1alpha::LinkAccountRequest &request)
{
    m_academy.accounts().link(request.login(), request.issuer(), request.subject());
    v1alpha::LinkAccountResponse response;
    *response.mutable_account() = toProto(m_academy.accounts().get(request.login()));
    return response;
}

v1alpha::UnlinkAccountResponse Administration::unlinkAccount(const v1alpha::UnlinkAccountRequest &request)
{
    m_academy.accounts().unlink(request.login(), request.issuer(), request.subject());
    v1alpha::UnlinkAccountResponse response;
    *response.mutable_account() = toProto(m_academy.accounts().get(request.login()));
    return response;
}

} // namespace server
