// SPDX-License-Identifier: Apache-2.0
#include "sync/server/administration.h"

#include "sync/server/holds.h"
#include "sync/server/membership.h"
#include "sync/server/role_names.h"
#include "sync/server/secrets.h"
#include "sync/server/seed/seed.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

cadre::v1::OrganizationKind kindNamed(const std::string &code)
{
    cadre::v1::OrganizationKind kind = cadre::v1::ORGANIZATION_KIND_UNSPECIFIED;
    if (!cadre::v1::OrganizationKind_Parse("ORGANIZATION_KIND_" + code, &kind)
        || kind == cadre::v1::ORGANIZATION_KIND_UNSPECIFIED) {
        throw Problem(Code::InvalidArgument,
                      "There is no kind of organization " + code
                          + ". Kinds are SEA, LEA, SCHOOL, RCC, NATIONAL_PARTNER and ORGANIZER.");
    }
    return kind;
}

} // namespace

Administration::Administration(Academy &academy, std::string secret)
    : m_academy(academy)
    , m_secret(std::move(secret))
{
}

template <class Request, class Response>
void Administration::add(RpcTable &table, const char *method, Response (Administration::*handler)(const Request &))
{
    table.add<Request, Response>("cadre.sync.v1alpha.AdminService", method,
                                 [this, handler](const RpcCall &call, const Request &request) {
                                     requireAdministrator(call.caller, m_secret);
                                     return (this->*handler)(request);
                                 });
}

void Administration::addTo(RpcTable &table)
{
    add(table, "AddOrganization", &Administration::addOrganization);
    add(table, "AddAccount", &Administration::addAccount);
    add(table, "AssignRole", &Administration::assignRole);
    add(table, "EndRole", &Administration::endRole);
    add(table, "ListAccounts", &Administration::listAccounts);
    add(table, "SuspendAccount", &Administration::suspendAccount);
    add(table, "InviteAccount", &Administration::inviteAccount);
    add(table, "LinkAccount", &Administration::linkAccount);
    add(table, "UnlinkAccount", &Administration::unlinkAccount);
    add(table, "ListDevices", &Administration::listDevices);
    add(table, "RevokeDevice", &Administration::revokeDevice);
    add(table, "Seed", &Administration::seed);
    add(table, "Stats", &Administration::stats);
    add(table, "Check", &Administration::check);
    add(table, "Backup", &Administration::backup);
    add(table, "Erase", &Administration::erase);
}

void requireAdministrator(const Caller &caller, const std::string &secret)
{
    if (!caller.loopback) {
        throw Problem(Code::PermissionDenied, "Administrative calls are answered on this machine only.");
    }
    if (!sameSecret(caller.bearer, secret)) {
        throw Problem(Code::Unauthenticated, "This call needs the secret that stands beside the server's store.");
    }
}

v1alpha::Account Administration::toProto(const Account &account)
{
    auto &membership = m_academy.membership();
    v1alpha::Account result;
    result.set_login(account.login);
    result.set_person(account.person.text());
    result.set_status(account.suspended ? "suspended" : "active");
    const auto *person = membership.facts().person(account.person);
    result.set_name(person == nullptr ? account.login : person->name);
    for (const auto &role : membership.facts().rolesOf(account.person, membership.today())) {
        const std::string code = codeOf(role.role);
        if (std::find(result.roles().begin(), result.roles().end(), code) == result.roles().end()) {
            result.add_roles(code);
        }
    }
    if (result.roles_size() > 0) {
        result.set_role(result.roles(0));
    }
    for (const auto &place : membership.of(account.person)) {
        result.add_scopes(place.scope.text());
    }
    return result;
}

v1alpha::Device Administration::toProto(const EnrolledDevice &device) const
{
    v1alpha::Device result;
    result.set_site(device.site.text());
    result.set_login(device.login);
    result.set_name(device.name);
    result.set_platform(device.platform);
    result.set_enrolled_at(device.enrolledAt);
    result.set_last_seen(device.lastSeen);
    result.set_revoked(device.revokedAt != 0);
    return result;
}

v1alpha::AddOrganizationResponse Administration::addOrganization(const v1alpha::AddOrganizationRequest &request)
{
    cadre::v1::Organization organization;
    organization.set_kind(kindNamed(request.kind()));
    organization.set_name(request.name());
    organization.set_active(true);
    if (request.name().empty()) {
        throw Problem(Code::InvalidArgument, "An organization needs a name.");
    }
    if (!request.parent().empty()) {
        const auto parent = record::Uuid::parse(request.parent());
        if (!parent || m_academy.membership().facts().organization(*parent) == nullptr) {
            throw Problem(Code::NotFound,
                          "There is no organization " + request.parent() + " that this one could be part of.");
        }
        organization.set_parent_id(request.parent());
    }
    const record::Uuid id = m_academy.newId();
    Work work(m_academy);
    m_academy.author().write(peopleOf(id), "Organization", id, organization, {}, m_academy.now());
    work.commit();
    v1alpha::AddOrganizationResponse response;
    response.set_id(id.text());
    return response;
}

v1alpha::AddAccountResponse Administration::addAccount(const v1alpha::AddAccountRequest &request)
{
    const auto organization = record::Uuid::parse(request.organization());
    if (!organization || m_academy.membership().facts().organization(*organization) == nullptr) {
        throw Problem(Code::NotFound,
                      "There is no organization " + request.organization()
                          + ". Add it first with cadred organization add.");
    }
    if (request.given().empty() || request.family().empty()) {
        throw Problem(Code::InvalidArgument, "An account needs a person's given and family name.");
    }
    const auto role = roleNamed(request.role());
    const record::Uuid id = m_academy.newId();

    Work work(m_academy);
    m_academy.accounts().add(request.login(), id);
    cadre::v1::Person person;
    person.set_given(request.given());
    person.set_family(request.family());
    person.set_org_id(organization->text());
    person.set_active(true);
    m_academy.author().write(peopleOf(*organization), "Person", id, person, {}, m_academy.now());
    cadre::v1::RoleAssignment assignment;
    assignment.set_person(id.text());
    assignment.set_role(role);
    assignment.set_scope_org(organization->text());
    assignment.set_from(domain::dayText(m_academy.membership().today()));
    m_academy.author().write(peopleOf(*organization), "RoleAssignment", m_academy.newId(), assignment, {},
                             m_academy.now());
    const std::string invite = m_academy.accounts().invite(request.login());
    work.commit();

    v1alpha::AddAccountResponse response;
    *response.mutable_account() = toProto(m_academy.accounts().get(request.login()));
    response.mutable_account()->set_invite(invite);
    return response;
}

v1alpha::ListAccountsResponse Administration::listAccounts(const v1alpha::ListAccountsRequest &)
{
    v1alpha::ListAccountsResponse response;
    for (const auto &account : m_academy.accounts().list()) {
        *response.add_accounts() = toProto(account);
    }
    return response;
}

v1alpha::SuspendAccountResponse Administration::suspendAccount(const v1alpha::SuspendAccountRequest &request)
{
    Work work(m_academy);
    m_academy.accounts().suspend(request.login());
    work.commit();
    m_academy.signedOut(m_academy.accounts().get(request.login()).person);
    v1alpha::SuspendAccountResponse response;
    *response.mutable_account() = toProto(m_academy.accounts().get(request.login()));
    return response;
}

v1alpha::InviteAccountResponse Administration::inviteAccount(const v1alpha::InviteAccountRequest &request)
{
    const std::string invite = m_academy.accounts().invite(
        request.login(), request.hours() == 0 ? Accounts::longestInviteHours : request.hours());
    v1alpha::InviteAccountResponse response;
    *response.mutable_account() = toProto(m_academy.accounts().get(request.login()));
    response.mutable_account()->set_invite(invite);
    return response;
}

v1alpha::ListDevicesResponse Administration::listDevices(const v1alpha::ListDevicesRequest &)
{
    v1alpha::ListDevicesResponse response;
    for (const auto &device : m_academy.accounts().devices()) {
        *response.add_devices() = toProto(device);
    }
    return response;
}

v1alpha::RevokeDeviceResponse Administration::revokeDevice(const v1alpha::RevokeDeviceRequest &request)
{
    const auto site = record::Uuid::parse(request.site());
    if (!site) {
        throw Problem(Code::InvalidArgument, "A device is named by its id. List the devices to see it.");
    }
    Work work(m_academy);
    m_academy.accounts().revoke(*site);
    work.commit();
    m_academy.signedOut(m_academy.accounts().bySite(*site)->person);
    v1alpha::RevokeDeviceResponse response;
    *response.mutable_device() = toProto(*m_academy.accounts().bySite(*site));
    return response;
}

v1alpha::SeedResponse Administration::seed(const v1alpha::SeedRequest &request)
{
    const auto size = seed::sizeNamed(request.size().empty() ? "small" : request.size());
    if (!size) {
        throw Problem(Code::InvalidArgument,
                      "There is no size " + request.size() + ". Sizes are small, medium and large.");
    }
    if (!m_academy.accounts().list().empty()) {
        throw Problem(
            Code::FailedPrecondition,
            "This store holds accounts already, so no demo academy was added. Name a new store with --store.");
    }
    seed::Options options;
    options.size = *size;
    options.seed = request.seed() == 0 ? 1 : request.seed();
    options.checkIns = request.check_ins();
    options.now = m_academy.now();

    Work work(m_academy);
    const auto planted =
        seed::plant(options,
                    [this](const record::ScopeId &scope, std::string_view typeName, const record::Uuid &id,
                           const record::Message &message, const record::Uuid &author,
                           std::int64_t at) { m_academy.author().write(scope, typeName, id, message, author, at); });
    std::vector<std::string> invites;
    for (const auto &account : planted) {
        m_academy.accounts().add(account.login, account.person);
        invites.push_back(m_academy.accounts().invite(account.login));
    }
    work.commit();

    v1alpha::SeedResponse response;
    for (std::size_t i = 0; i < planted.size(); ++i) {
        auto &account = *response.add_accounts();
        account = toProto(m_academy.accounts().get(planted[i].login));
        account.set_name(planted[i].name);
        account.set_role(planted[i].role);
        account.set_invite(invites[i]);
    }
    return response;
}

v1alpha::StatsResponse Administration::stats(const v1alpha::StatsRequest &)
{
    v1alpha::StatsResponse response;
    response.set_scopes(m_academy.log().scopeCount());
    response.set_records(m_academy.records().recordCount());
    response.set_changes(m_academy.log().changeCount());
    response.set_devices(m_academy.accounts().deviceCount());
    response.set_open_conflicts(m_academy.records().conflictCount());
    response.set_quarantine(m_academy.log().setAsideCount());
    return response;
}

v1alpha::CheckResponse Administration::check(const v1alpha::CheckRequest &)
{
    v1alpha::CheckResponse response;
    if (const std::string problem = m_academy.database().integrityProblem(); !problem.empty()) {
        response.add_problems("The store's file is damaged: " + problem);
    }
    for (const auto &problem : m_academy.log().check()) {
        response.add_problems(problem);
    }
    response.set_scopes(m_academy.log().scopeCount());
    response.set_changes(m_academy.log().changeCount());
    return response;
}

v1alpha::BackupResponse Administration::backup(const v1alpha::BackupRequest &request)
{
    std::error_code error;
    if (request.to().empty() || std::filesystem::exists(request.to(), error)) {
        throw Problem(Code::FailedPrecondition,
                      "The backup needs a file that does not exist yet: " + request.to() + " is there already.");
    }
    Work work(m_academy);
    m_academy.audit().note(Audit::entry(v1alpha::AUDIT_KIND_BACKED_UP));
    work.commit();
    m_academy.settleAccount();
    v1alpha::BackupResponse response;
    response.set_bytes(m_academy.database().backupTo(request.to()));
    return response;
}

v1alpha::EraseResponse Administration::erase(const v1alpha::EraseRequest &request)
{
    const auto *type = m_academy.catalogue().byName(request.type());
    const auto id = record::Uuid::parse(request.id());
    if (type == nullptr || !id) {
        throw Problem(Code::InvalidArgument, "A record is named by its type and its id, such as CheckInNote 0190….");
    }
    if (request.reason() != "retention" && request.reason() != "request") {
        throw Problem(Code::InvalidArgument, "Say why it goes: retention or request.");
    }
    std::set<record::ScopeId> scopes;
    if (!request.scope().empty()) {
        const auto scope = record::ScopeId::parse(request.scope());
        if (!scope) {
            throw Problem(Code::InvalidArgument, "There is no place " + request.scope() + ".");
        }
        scopes.insert(*scope);
    } else {
        for (const auto &found : m_academy.records().get(request.type(), *id)) {
            scopes.insert(found.key.scope);
        }
    }
    v1alpha::EraseResponse response;
    Work work(m_academy);
    for (const auto &scope : scopes) {
        if (Holds(m_academy).holds(scope)) {
            throw Problem(Code::FailedPrecondition,
                          "A legal hold keeps what stands in " + scope.text()
                              + ", so nothing was erased. List the holds to see which.");
        }
        if (const auto parts = m_academy.host().erase({ type->number(), *id, scope }, request.reason())) {
            response.add_scopes(scope.text());
            response.set_parts(response.parts() + static_cast<std::uint64_t>(*parts));
        }
    }
    if (response.scopes().empty()) {
        throw Problem(Code::NotFound,
                      "There is no such record here. One that is deleted is erased with --scope and its place.");
    }
    work.commit();
    m_academy.host().removeLeftovers();
    return response;
}

} // namespace server
