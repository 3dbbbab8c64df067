// SPDX-License-Identifier: Apache-2.0
#include "sync/server/person_service.h"

#include "sync/server/disclosures.h"

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr const char *service = "cadre.sync.v1alpha.PersonService";

v1alpha::OwnDevice toProto(const EnrolledDevice &device, const EnrolledDevice &caller)
{
    v1alpha::OwnDevice result;
    result.set_site(device.site.raw());
    result.set_name(device.name);
    result.set_platform(device.platform);
    result.set_enrolled_at(device.enrolledAt);
    result.set_last_seen(device.lastSeen);
    result.set_revoked(device.revokedAt != 0);
    result.set_is_this(device.site == caller.site);
    return result;
}

Actor actorOf(const EnrolledDevice &device)
{
    return { device.person, device.site };
}

} // namespace

PersonService::PersonService(Academy &academy)
    : m_academy(academy)
    , m_setAside(academy)
{
}

template <class Request, class Response>
void PersonService::add(RpcTable &table, const char *method,
                        Response (PersonService::*handler)(const EnrolledDevice &, const Request &))
{
    table.add<Request, Response>(service, method, [this, handler](const RpcCall &call, const Request &request) {
        return (this->*handler)(callerOf(call), request);
    });
}

EnrolledDevice PersonService::callerOf(const RpcCall &call)
{
    const auto device = m_academy.accounts().byToken(call.caller.bearer);
    if (!device) {
        throw Problem(Code::Unauthenticated, unknownDeviceSentence);
    }
    m_academy.accounts().seen(*device);
    return *device;
}

void PersonService::addTo(RpcTable &table)
{
    add(table, "ListOwnDevices", &PersonService::list);
    add(table, "RevokeOwnDevice", &PersonService::revoke);
    add(table, "MakeDeviceCode", &PersonService::makeDeviceCode);
    add(table, "MakeRecoveryCodes", &PersonService::makeRecoveryCodes);
    add(table, "TellOpened", &PersonService::tellOpened);
    add(table, "ListSetAside", &PersonService::listSetAside);
    add(table, "ReleaseSetAside", &PersonService::releaseSetAside);
    table.add<v1alpha::SetPassphraseRequest, v1alpha::SetPassphraseResponse>(
        service, "SetPassphrase", [this](const RpcCall &call, const v1alpha::SetPassphraseRequest &request) {
            return setPassphrase(call, request);
        });
}

v1alpha::ListOwnDevicesResponse PersonService::list(const EnrolledDevice &caller,
                                                    const v1alpha::ListOwnDevicesRequest &)
{
    v1alpha::ListOwnDevicesResponse response;
    for (const auto &device : m_academy.accounts().devices()) {
        if (device.person == caller.person) {
            *response.add_devices() = toProto(device, caller);
        }
    }
    response.set_recovery_codes_left(m_academy.accounts().recoveryCodesLeft(caller.login));
    response.set_has_passphrase(m_academy.accounts().hasPassphrase(caller.login));
    return response;
}

v1alpha::RevokeOwnDeviceResponse PersonService::revoke(const EnrolledDevice &caller,
                                                       const v1alpha::RevokeOwnDeviceRequest &request)
{
    const auto site = record::Uuid::fromRaw(request.site());
    const auto device = site ? m_academy.accounts().bySite(*site) : std::nullopt;
    if (!device || device->person != caller.person) {
        // Whether it is another person's is nobody's business.
        throw Problem(Code::NotFound, "You have no such device. List your devices to see their ids.");
    }
    Work work(m_academy);
    m_academy.accounts().revoke(*site, actorOf(caller));
    work.commit();
    m_academy.signedOut(caller.person);
    v1alpha::RevokeOwnDeviceResponse response;
    *response.mutable_device() = toProto(*m_academy.accounts().bySite(*site), caller);
    return response;
}

v1alpha::MakeDeviceCodeResponse PersonService::makeDeviceCode(const EnrolledDevice &caller,
                                                              const v1alpha::MakeDeviceCodeRequest &)
{
    const auto code = m_academy.accounts().deviceCode(caller.login, actorOf(caller));
    v1alpha::MakeDeviceCodeResponse response;
    response.set_code(code.text);
    response.set_expires_at(code.expiresAt);
    return response;
}

v1alpha::MakeRecoveryCodesResponse PersonService::makeRecoveryCodes(const EnrolledDevice &caller,
                                                                    const v1alpha::MakeRecoveryCodesRequest &)
{
    v1alpha::MakeRecoveryCodesResponse response;
    for (const auto &code : m_academy.accounts().recoveryCodes(caller.login, actorOf(caller))) {
        response.add_codes(code);
    }
    return response;
}

v1alpha::SetPassphraseResponse PersonService::setPassphrase(const RpcCall &call,
                                                            const v1alpha::SetPassphraseRequest &request)
{
    const auto caller = callerOf(call);
    m_academy.accounts().setPassphrase(caller.login, request.passphrase(), call.prepared, actorOf(caller));
    return {};
}

v1alpha::TellOpenedResponse PersonService::tellOpened(const EnrolledDevice &caller,
                                                      const v1alpha::TellOpenedRequest &request)
{
    m_academy.disclosures().opened(caller, request);
    return {};
}

v1alpha::ListSetAsideResponse PersonService::listSetAside(const EnrolledDevice &caller,
                                                          const v1alpha::ListSetAsideRequest &)
{
    v1alpha::ListSetAsideResponse response;
    for (auto &waiting : m_setAside.waitingFor(caller.person)) {
        *response.add_changes() = std::move(waiting);
    }
    return response;
}

v1alpha::ReleaseSetAsideResponse PersonService::releaseSetAside(const EnrolledDevice &caller,
                                                                const v1alpha::ReleaseSetAsideRequest &request)
{
    const auto scope = merge::fromProto(request.scope());
    if (!scope) {
        throw Problem(Code::InvalidArgument, "A change that was set aside is named by its place, its site and number.");
    }
    m_setAside.release(*scope, merge::fromProto(request.dot()), actorOf(caller));
    return {};
}

} // namespace server
