// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/blind/voprf.h"
#include "sync/server/academy.h"
#include "cadre/sync/v1alpha/feedback.pb.h"
#include "cadre/v1/feedback.pb.h"

namespace server {

/// Feedback without names (scopes.md, rule 4): who takes part gets one blind token a round, answers come with a token
/// and nothing else, and what they came to is told once, when the round is closed. Answers stand here alone, in an
/// order that tells nothing, and go when they have been told, or their round is deleted. One thread at a time.
class Feedback {
public:
    /// The academy outlives it.
    explicit Feedback(Academy &academy);

    /// Throws not_found for no such round there, permission_denied for who does not take part, failed_precondition
    /// after its last day or when she has had her token, invalid_argument for what is no element.
    [[nodiscard]] cadre::sync::v1alpha::IssueTokenResponse
    issue(const EnrolledDevice &device, const cadre::sync::v1alpha::IssueTokenRequest &request);
    /// Throws not_found, failed_precondition after the last day, permission_denied for a token that is none of this
    /// round's or was spent on another answer, invalid_argument for an answer that is not from 1 to 5.
    void handIn(const cadre::sync::v1alpha::HandInRequest &request);
    /// Tells what one closed round came to, or ends a deleted one that a hold had kept, in a transaction of its own.
    /// False when there was none.
    bool tellNext();

private:
    struct Round {
        store::RecordKey key;
        cadre::v1::FeedbackRound record;
    };
    [[nodiscard]] Round find(const cadre::sync::v1::ScopeId &scope, const std::string &id);
    [[nodiscard]] bool isOpen(const Round &round) const;
    [[nodiscard]] bool takesPart(const record::Uuid &person, const Round &round);
    [[nodiscard]] blind::KeyPair keysOf(const Round &round) const;
    /// Writes the key where everybody of the place sees it.
    void showKey(const Round &round, const blind::KeyPair &keys);
    void tell(const Round &round);

    Academy &m_academy;
};

} // namespace server
