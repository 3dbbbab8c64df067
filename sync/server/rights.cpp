// SPDX-License-Identifier: Apache-2.0
#include "sync/server/rights.h"

#include "sync/server/administration.h"
#include "sync/server/holds.h"
#include "sync/server/person_export.h"
#include "sync/server/retention.h"

#include <algorithm>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr std::uint32_t mostLines = 5000;

} // namespace

Rights::Rights(Academy &academy, std::string secret)
    : m_academy(academy)
    , m_secret(std::move(secret))
{
}

template <class Request, class Response>
void Rights::add(RpcTable &table, const char *method, Response (Rights::*handler)(const Request &))
{
    table.add<Request, Response>("cadre.sync.v1alpha.RightsService", method,
                                 [this, handler](const RpcCall &call, const Request &request) {
                                     requireAdministrator(call.caller, m_secret);
                                     return (this->*handler)(request);
                                 });
}

void Rights::addTo(RpcTable &table)
{
    add(table, "ListAudit", &Rights::listAudit);
    add(table, "VerifyAudit", &Rights::verifyAudit);
    add(table, "PlanRetention", &Rights::planRetention);
    add(table, "ApplyRetention", &Rights::applyRetention);
    add(table, "AddHold", &Rights::addHold);
    add(table, "RemoveHold", &Rights::removeHold);
    add(table, "ListHolds", &Rights::listHolds);
    add(table, "ExportPerson", &Rights::exportPerson);
}

v1alpha::ListAuditResponse Rights::listAudit(const v1alpha::ListAuditRequest &request)
{
    v1alpha::ListAuditResponse response;
    const auto limit = request.limit() == 0 ? mostLines : std::min(request.limit(), mostLines);
    for (auto &line : m_academy.audit().after(request.after(), limit)) {
        *response.add_lines() = std::move(line);
    }
    const auto last = request.after() + static_cast<std::uint64_t>(response.lines_size());
    for (const auto &given : m_academy.audit().checkpoints()) {
        v1alpha::AuditCheckpoint checkpoint;
        if (checkpoint.ParseFromString(given.checkpoint()) && checkpoint.number() > request.after()
            && checkpoint.number() <= last) {
            *response.add_checkpoints() = given;
        }
    }
    response.set_server_key(m_academy.keys().publicKey());
    for (auto &change : m_academy.keys().changesSince(0)) {
        *response.add_key_changes() = std::move(change);
    }
    return response;
}

v1alpha::VerifyAuditResponse Rights::verifyAudit(const v1alpha::VerifyAuditRequest &request)
{
    auto kept = m_academy.keptCheckpoints();
    kept.insert(kept.end(), request.known().begin(), request.known().end());
    return m_academy.audit().verify(kept);
}

v1alpha::PlanRetentionResponse Rights::planRetention(const v1alpha::PlanRetentionRequest &)
{
    v1alpha::PlanRetentionResponse response;
    for (auto &count : countsOf(dueRecords(m_academy))) {
        *response.add_counts() = std::move(count);
    }
    return response;
}

v1alpha::ApplyRetentionResponse Rights::applyRetention(const v1alpha::ApplyRetentionRequest &)
{
    return server::applyRetention(m_academy);
}

v1alpha::AddHoldResponse Rights::addHold(const v1alpha::AddHoldRequest &request)
{
    v1alpha::AddHoldResponse response;
    *response.mutable_hold() = Holds(m_academy).add(request.target());
    return response;
}

v1alpha::RemoveHoldResponse Rights::removeHold(const v1alpha::RemoveHoldRequest &request)
{
    v1alpha::RemoveHoldResponse response;
    *response.mutable_hold() = Holds(m_academy).remove(request.target());
    return response;
}

v1alpha::ListHoldsResponse Rights::listHolds(const v1alpha::ListHoldsRequest &)
{
    v1alpha::ListHoldsResponse response;
    for (auto &hold : Holds(m_academy).list()) {
        *response.add_holds() = std::move(hold);
    }
    return response;
}

v1alpha::ExportPersonResponse Rights::exportPerson(const v1alpha::ExportPersonRequest &request)
{
    v1alpha::ExportPersonResponse response;
    for (auto &file : server::exportPerson(m_academy, request.login())) {
        auto &added = *response.add_files();
        added.set_name(std::move(file.name));
        added.set_content(std::move(file.content));
    }
    return response;
}

} // namespace server
