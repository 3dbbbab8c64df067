// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/feedback.h"
#include "sync/server/rpc.h"

namespace server {

/// FeedbackService: tokens for those who take part, and answers from whoever has one. One thread at a time.
class FeedbackService {
public:
    /// The academy outlives it.
    explicit FeedbackService(Academy &academy);

    /// Adds the methods to a table; the service outlives it.
    void addTo(RpcTable &table);

private:
    cadre::sync::v1alpha::IssueTokenResponse issue(const RpcCall &call,
                                                   const cadre::sync::v1alpha::IssueTokenRequest &request);
    cadre::sync::v1alpha::HandInResponse handIn(const RpcCall &call,
                                                const cadre::sync::v1alpha::HandInRequest &request);

    Academy &m_academy;
    Feedback m_feedback;
};

} // namespace server
