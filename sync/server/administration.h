// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/rpc.h"
#include "cadre/sync/v1alpha/admin.pb.h"

namespace server {

/// Throws Problem unless the call comes from this machine and carries the secret that stands beside the store.
void requireAdministrator(const Caller &caller, const std::string &secret);

/// AdminService: what who runs the server may ask of it. Over a network it answers on loopback
/// only, to callers that know the secret beside the store.
class Administration {
public:
    Administration(Academy &academy, std::string secret);

    /// Adds the methods to a table; the administration outlives it.
    void addTo(RpcTable &table);

private:
    template <class Request, class Response>
    void add(RpcTable &table, const char *method, Response (Administration::*handler)(const Request &));

    cadre::sync::v1alpha::AddOrganizationResponse
    addOrganization(const cadre::sync::v1alpha::AddOrganizationRequest &request);
    cadre::sync::v1alpha::AddAccountResponse addAccount(const cadre::sync::v1alpha::AddAccountRequest &request);
    cadre::sync::v1alpha::AssignRoleResponse assignRole(const cadre::sync::v1alpha::AssignRoleRequest &request);
    cadre::sync::v1alpha::EndRoleResponse endRole(const cadre::sync::v1alpha::EndRoleRequest &request);
    cadre::sync::v1alpha::ListAccountsResponse listAccounts(const cadre::sync::v1alpha::ListAccountsRequest &request);
    cadre::sync::v1alpha::SuspendAccountResponse
    suspendAccount(const cadre::sync::v1alpha::SuspendAccountRequest &request);
    cadre::sync::v1alpha::InviteAccountResponse
    inviteAccount(const cadre::sync::v1alpha::InviteAccountRequest &request);
    cadre::sync::v1alpha::LinkAccountResponse linkAccount(const cadre::sync::v1alpha::LinkAccountRequest &request);
    cadre::sync::v1alpha::UnlinkAccountResponse
    unlinkAccount(const cadre::sync::v1alpha::UnlinkAccountRequest &request);
    cadre::sync::v1alpha::ListDevicesResponse listDevices(const cadre::sync::v1alpha::ListDevicesRequest &request);
    cadre::sync::v1alpha::RevokeDeviceResponse revokeDevice(const cadre::sync::v1alpha::RevokeDeviceRequest &request);
    cadre::sync::v1alpha::SeedResponse seed(const cadre::sync::v1alpha::SeedRequest &request);
    cadre::sync::v1alpha::StatsResponse stats(const cadre::sync::v1alpha::StatsRequest &request);
    cadre::sync::v1alpha::CheckResponse check(const cadre::sync::v1alpha::CheckRequest &request);
    cadre::sync::v1alpha::BackupResponse backup(const cadre::sync::v1alpha::BackupRequest &request);
    cadre::sync::v1alpha::EraseResponse erase(const cadre::sync::v1alpha::EraseRequest &request);

    [[nodiscard]] cadre::sync::v1alpha::Account toProto(const Account &account);
    [[nodiscard]] cadre::sync::v1alpha::Device toProto(const EnrolledDevice &device) const;

    Academy &m_academy;
    std::string m_secret;
};

} // namespace server
