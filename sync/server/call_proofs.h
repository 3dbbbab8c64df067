// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/call_proof.h"
#include "sync/record/clock.h"

#include <string>
#include <unordered_set>

namespace server {

/// Knows which signed calls are new. Every five minutes it gives out another challenge and goes on taking the one
/// before; within the two it remembers every call, and a call under any other is told to be signed again. Challenges
/// are random and kept in memory alone, so nothing that was sent before a restart, or before a restore, is new again.
/// One thread at a time.
class CallProofs {
public:
    CallProofs(record::Clock clock, record::Entropy entropy);

    /// The challenge that calls should be signed over from now on.
    [[nodiscard]] const std::string &challenge();

    enum class Answer {
        Taken,
        Wanted, ///< Signed over another challenge, or not at all: the device signs the call again.
        Wrong, ///< Not by that key, or it has been here before.
    };
    /// `content` is what was signed (merge::callContent).
    [[nodiscard]] Answer take(const merge::CallProof &proof, const std::string &content, const std::string &publicKey);

private:
    struct Period {
        std::string challenge;
        std::int64_t begun = 0;
        std::unordered_set<std::string> taken;
    };
    void begin();

    record::Clock m_clock;
    record::Entropy m_entropy;
    Period m_current;
    Period m_before;
};

} // namespace server
