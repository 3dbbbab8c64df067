// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/rpc.h"
#include "sync/server/set_aside.h"
#include "cadre/sync/v1alpha/person.pb.h"

namespace server {

/// PersonService: what a person may do about her own devices. One thread at a time.
class PersonService {
public:
    explicit PersonService(Academy &academy);

    /// Adds the methods to a table; the service outlives it.
    void addTo(RpcTable &table);

private:
    template <class Request, class Response>
    void add(RpcTable &table, const char *method,
             Response (PersonService::*handler)(const EnrolledDevice &, const Request &));
    /// Throws unauthenticated.
    [[nodiscard]] EnrolledDevice callerOf(const RpcCall &call);

    cadre::sync::v1alpha::ListOwnDevicesResponse list(const EnrolledDevice &caller,
                                                      const cadre::sync::v1alpha::ListOwnDevicesRequest &request);
    cadre::sync::v1alpha::RevokeOwnDeviceResponse revoke(const EnrolledDevice &caller,
                                                         const cadre::sync::v1alpha::RevokeOwnDeviceRequest &request);
    cadre::sync::v1alpha::MakeDeviceCodeResponse
    makeDeviceCode(const EnrolledDevice &caller, const cadre::sync::v1alpha::MakeDeviceCodeRequest &request);
    cadre::sync::v1alpha::MakeRecoveryCodesResponse
    makeRecoveryCodes(const EnrolledDevice &caller, const cadre::sync::v1alpha::MakeRecoveryCodesRequest &request);
    cadre::sync::v1alpha::SetPassphraseResponse
    setPassphrase(const RpcCall &call, const cadre::sync::v1alpha::SetPassphraseRequest &request);
    cadre::sync::v1alpha::TellOpenedResponse tellOpened(const EnrolledDevice &caller,
                                                        const cadre::sync::v1alpha::TellOpenedRequest &request);

    cadre::sync::v1alpha::ListSetAsideResponse listSetAside(const EnrolledDevice &caller,
                                                            const cadre::sync::v1alpha::ListSetAsideRequest &request);
    cadre::sync::v1alpha::ReleaseSetAsideResponse
    releaseSetAside(const EnrolledDevice &caller, const cadre::sync::v1alpha::ReleaseSetAsideRequest &request);

    Academy &m_academy;
    SetAside m_setAside;
};

} // namespace server
