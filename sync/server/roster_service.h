// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/rpc.h"
#include "cadre/sync/v1alpha/roster.pb.h"

namespace server {

/// RosterService: a school's or a district's staff, taken in by its lead.
class RosterService {
public:
    explicit RosterService(Academy &academy);

    /// Adds the methods to a table; the service outlives it.
    void addTo(RpcTable &table);

private:
    [[nodiscard]] EnrolledDevice callerOf(const RpcCall &call);
    cadre::sync::v1alpha::ListRosterStaffResponse list(const RpcCall &call,
                                                       const cadre::sync::v1alpha::ListRosterStaffRequest &request);
    cadre::sync::v1alpha::ImportRosterResponse import(const RpcCall &call,
                                                      const cadre::sync::v1alpha::ImportRosterRequest &request);

    Academy &m_academy;
};

} // namespace server
