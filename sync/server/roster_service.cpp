// SPDX-License-Identifier: Apache-2.0
#include "sync/server/roster_service.h"

#include "sync/server/membership.h"
#include "sync/server/roster_import.h"

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

} // namespace

RosterService::RosterService(Academy &academy)
    : m_academy(academy)
{
}

void RosterService::addTo(RpcTable &table)
{
    const std::string service = "cadre.sync.v1alpha.RosterService";
    table.add<v1alpha::ListRosterStaffRequest, v1alpha::ListRosterStaffResponse>(
        service, "ListRosterStaff",
        [this](const RpcCall &call, const v1alpha::ListRosterStaffRequest &request) { return list(call, request); });
    table.add<v1alpha::ImportRosterRequest, v1alpha::ImportRosterResponse>(
        service, "ImportRoster",
        [this](const RpcCall &call, const v1alpha::ImportRosterRequest &request) { return import(call, request); });
}

EnrolledDevice RosterService::callerOf(const RpcCall &call)
{
    const auto device = m_academy.accounts().byToken(call.caller.bearer);
    if (!device) {
        throw Problem(Code::Unauthenticated, unknownDeviceSentence);
    }
    m_academy.accounts().seen(*device);
    return *device;
}

v1alpha::ListRosterStaffResponse RosterService::list(const RpcCall &call,
                                                     const v1alpha::ListRosterStaffRequest &request)
{
    const auto caller = callerOf(call);
    const RosterReach reach(m_academy.membership(), caller.person, request.district());
    v1alpha::ListRosterStaffResponse response;
    for (const auto &[sourcedId, person] :
         RosterIdentities(m_academy.database(), reach.root(), request.source()).people()) {
        response.add_sourced_ids(sourcedId);
    }
    return response;
}

v1alpha::ImportRosterResponse RosterService::import(const RpcCall &call, const v1alpha::ImportRosterRequest &request)
{
    const auto caller = callerOf(call);
    Work work(m_academy);
    auto response = RosterImport(m_academy, caller, request).run();
    // A preview did all of it, too, and it is undone now.
    if (!request.preview()) {
        work.commit();
    }
    return response;
}

} // namespace server
