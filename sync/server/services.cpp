// SPDX-License-Identifier: Apache-2.0
#include "sync/server/services.h"

#include "sync/server/disclosures.h"
#include "sync/server/membership.h"
#include "sync/host/protocol.h"

#include <algorithm>

namespace server {

namespace {

namespace v1 = cadre::sync::v1;
namespace v1alpha = cadre::sync::v1alpha;

constexpr unsigned mostWaitSeconds = 55;

host::Caller callerOf(const EnrolledDevice &device)
{
    return { device.site, device.person, device.publicKey, device.isSignedOut() };
}

} // namespace

Services::Services(Academy &academy, Counters &counters)
    : m_academy(academy)
    , m_counters(counters)
    , m_grants(academy)
    , m_handInQuota(academy.database(), [&academy] { return academy.now(); })
{
}

void Services::addTo(RpcTable &table)
{
    const std::string sync = "cadre.sync.v1.SyncService";
    table.add<v1::PushRequest, v1::PushResponse>(
        sync, "Push", [this](const RpcCall &call, const v1::PushRequest &request) { return push(call, request); });
    table.add<v1::PullRequest, v1::PullResponse>(
        sync, "Pull", [this](const RpcCall &call, const v1::PullRequest &request) { return pull(call, request); });
    table.add<v1::PollRequest, v1::PollResponse>(
        sync, "Poll", [this](const RpcCall &call, const v1::PollRequest &request) { return poll(call, request); });
    table.add<v1alpha::FetchRequest, v1alpha::FetchResponse>(
        "cadre.sync.v1alpha.SnapshotService", "Fetch",
        [this](const RpcCall &call, const v1alpha::FetchRequest &request) { return fetch(call, request); });
    table.add<v1alpha::EnrollRequest, v1alpha::EnrollResponse>(
        "cadre.sync.v1alpha.EnrollmentService", "Enroll",
        [this](const RpcCall &call, const v1alpha::EnrollRequest &request) { return enroll(call, request); });
}

EnrolledDevice Services::deviceOf(const RpcCall &call, Access access)
{
    const auto device = m_academy.accounts().withToken(call.caller.bearer);
    if (!device || (device->isSignedOut() && access == Access::Full)) {
        throw Problem(Code::Unauthenticated, unknownDeviceSentence);
    }
    m_academy.accounts().seen(*device);
    return *device;
}

v1::PushResponse Services::push(const RpcCall &call, const v1::PushRequest &request)
{
    const auto device = deviceOf(call, Access::HandIn);
    const auto caller = callerOf(device);
    Work work(m_academy);
    m_handInQuota.take(device, call.body.size());
    auto response = m_academy.host().push(caller, request);
    for (const auto &[key, reason] : m_academy.ledger().takeReturned()) {
        (void)m_academy.host().erase(key, reason);
    }
    work.commit();
    try {
        m_academy.host().removeLeftovers();
    } catch (const store::Error &) {
        // Still due; what was taken is safe.
    }
    for (const auto &verdict : response.verdicts()) {
        m_counters.changesTaken += verdict.rev() > 0 ? 1 : 0;
        m_counters.changesSetAside += verdict.verdict() == v1::VERDICT_CLASS_QUARANTINED ? 1 : 0;
    }
    return response;
}

v1::PullResponse Services::pull(const RpcCall &call, const v1::PullRequest &request)
{
    const auto device = deviceOf(call);
    auto response = m_academy.host().pull(callerOf(device), request);
    std::vector<Sent> sent;
    for (const auto &page : response.pages()) {
        m_counters.changesSent += static_cast<std::uint64_t>(page.entries_size());
        if (const auto scope = page.entries().empty() ? std::nullopt : merge::fromProto(page.scope())) {
            sent.push_back({ *scope, page.entries().rbegin()->rev() });
        }
    }
    m_academy.disclosures().sent(device, sent);
    return response;
}

v1::PollResponse Services::poll(const RpcCall &call, const v1::PollRequest &request)
{
    const auto device = deviceOf(call);
    if (request.has_earlier_revocations()) {
        m_grants.learnAgain(request.earlier_revocations());
    }
    auto response = m_academy.host().poll(callerOf(device), request);
    if (!response.cursors_wanted() && request.has_held_grant()) {
        m_grants.addTo(response, device.person, request.held_grant());
    }
    const bool isNews = host::isNews(response) || response.has_revocations();
    if (call.mayWait && request.wait_seconds() > 0 && !isNews) {
        throw NoNews { std::min(request.wait_seconds(), mostWaitSeconds), device.person };
    }
    return response;
}

v1alpha::FetchResponse Services::fetch(const RpcCall &call, const v1alpha::FetchRequest &request)
{
    const auto device = deviceOf(call);
    auto response = m_academy.host().fetch(callerOf(device), request);
    std::vector<Sent> sent;
    for (const auto &part : response.parts()) {
        if (const auto scope = merge::fromProto(part.scope())) {
            sent.push_back({ *scope, m_academy.log().cursor(*scope).rev() });
        }
    }
    m_academy.disclosures().sent(device, sent);
    return response;
}

v1alpha::EnrollResponse Services::enroll(const RpcCall &call, const v1alpha::EnrollRequest &request)
{
    host::requireProtocol(request.has_protocol() ? &request.protocol() : nullptr);
    const auto enrolled = m_academy.accounts().enroll(request, call.caller.address, call.prepared);
    ++m_counters.enrollments;

    v1alpha::EnrollResponse response;
    *response.mutable_certificate() = enrolled.device.certificate;
    response.set_token(enrolled.token);
    response.set_person(enrolled.device.person.raw());
    const auto *person = m_academy.membership().facts().person(enrolled.device.person);
    response.set_person_name(person == nullptr ? enrolled.device.login : person->name);
    response.set_server_name(m_academy.name());
    response.set_server_key(m_academy.keys().publicKey());
    response.set_recovery_key(m_academy.keys().known().recoveryKey);
    response.set_keys_changed_at(m_academy.keys().known().changedAt);
    response.set_server_time(m_academy.now());
    for (const auto &membership : m_academy.membership().of(enrolled.device.person)) {
        *response.add_memberships() = toProto(membership);
    }
    return response;
}

} // namespace server
