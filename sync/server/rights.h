// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/rpc.h"
#include "cadre/sync/v1alpha/rights.pb.h"

namespace server {

/// RightsService: the audit log, retention, legal holds and a person's own copy, for who runs the server. Answered as
/// AdminService is.
class Rights {
public:
    Rights(Academy &academy, std::string secret);

    /// Adds the methods to a table; the service outlives it.
    void addTo(RpcTable &table);

private:
    template <class Request, class Response>
    void add(RpcTable &table, const char *method, Response (Rights::*handler)(const Request &));

    cadre::sync::v1alpha::ListAuditResponse listAudit(const cadre::sync::v1alpha::ListAuditRequest &request);
    cadre::sync::v1alpha::VerifyAuditResponse verifyAudit(const cadre::sync::v1alpha::VerifyAuditRequest &request);
    cadre::sync::v1alpha::PlanRetentionResponse
    planRetention(const cadre::sync::v1alpha::PlanRetentionRequest &request);
    cadre::sync::v1alpha::ApplyRetentionResponse
    applyRetention(const cadre::sync::v1alpha::ApplyRetentionRequest &request);
    cadre::sync::v1alpha::AddHoldResponse addHold(const cadre::sync::v1alpha::AddHoldRequest &request);
    cadre::sync::v1alpha::RemoveHoldResponse removeHold(const cadre::sync::v1alpha::RemoveHoldRequest &request);
    cadre::sync::v1alpha::ListHoldsResponse listHolds(const cadre::sync::v1alpha::ListHoldsRequest &request);
    cadre::sync::v1alpha::ExportPersonResponse exportPerson(const cadre::sync::v1alpha::ExportPersonRequest &request);

    Academy &m_academy;
    std::string m_secret;
};

} // namespace server
