// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/counters.h"
#include "sync/server/grants.h"
#include "sync/server/hand_in_quota.h"
#include "sync/server/rpc.h"
#include "cadre/sync/v1/sync_service.pb.h"
#include "cadre/sync/v1alpha/enrollment.pb.h"

namespace server {

/// SyncService and EnrollmentService over one academy. One thread at a time.
class Services {
public:
    Services(Academy &academy, Counters &counters);

    /// Adds the methods to a table; the services outlive it.
    void addTo(RpcTable &table);

    [[nodiscard]] cadre::sync::v1::PushResponse push(const RpcCall &call, const cadre::sync::v1::PushRequest &request);
    [[nodiscard]] cadre::sync::v1::PullResponse pull(const RpcCall &call, const cadre::sync::v1::PullRequest &request);
    /// Throws NoNews when the call may wait and there is none.
    [[nodiscard]] cadre::sync::v1::PollResponse poll(const RpcCall &call, const cadre::sync::v1::PollRequest &request);
    [[nodiscard]] cadre::sync::v1alpha::FetchResponse fetch(const RpcCall &call,
                                                            const cadre::sync::v1alpha::FetchRequest &request);
    [[nodiscard]] cadre::sync::v1alpha::EnrollResponse enroll(const RpcCall &call,
                                                              const cadre::sync::v1alpha::EnrollRequest &request);

private:
    enum class Access {
        Full,
        HandIn, ///< A device that is signed out may, too.
    };
    /// The device that calls. Throws unauthenticated.
    [[nodiscard]] EnrolledDevice deviceOf(const RpcCall &call, Access access = Access::Full);

    Academy &m_academy;
    Counters &m_counters;
    Grants m_grants;
    HandInQuota m_handInQuota;
};

} // namespace server
