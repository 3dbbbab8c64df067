// SPDX-License-Identifier: Apache-2.0
#include "sync/server/feedback_service.h"

#include "sync/server/problem.h"

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

} // namespace

FeedbackService::FeedbackService(Academy &academy)
    : m_academy(academy)
    , m_feedback(academy)
{
}

void FeedbackService::addTo(RpcTable &table)
{
    const std::string service = "cadre.sync.v1alpha.FeedbackService";
    table.add<v1alpha::IssueTokenRequest, v1alpha::IssueTokenResponse>(
        service, "IssueToken",
        [this](const RpcCall &call, const v1alpha::IssueTokenRequest &request) { return issue(call, request); });
    table.add<v1alpha::HandInRequest, v1alpha::HandInResponse>(
        service, "HandIn",
        [this](const RpcCall &call, const v1alpha::HandInRequest &request) { return handIn(call, request); });
}

v1alpha::IssueTokenResponse FeedbackService::issue(const RpcCall &call, const v1alpha::IssueTokenRequest &request)
{
    const auto device = m_academy.accounts().byToken(call.caller.bearer);
    if (!device) {
        throw Problem(Code::Unauthenticated, unknownDeviceSentence);
    }
    m_academy.accounts().seen(*device);
    return m_feedback.issue(*device, request);
}

v1alpha::HandInResponse FeedbackService::handIn(const RpcCall &call, const v1alpha::HandInRequest &request)
{
    if (!call.caller.bearer.empty()) {
        // Whoever says who she is by mistake is told before anything is kept.
        throw Problem(Code::InvalidArgument,
                      "Feedback is handed in without saying who one is. Nothing was kept; hand it in again without the "
                      "device's token.");
    }
    m_feedback.handIn(request);
    return {};
}

} // namespace server
