// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/call_proofs.h"
#include "sync/server/counters.h"
#include "sync/server/rpc.h"
#include "sync/server/token_buckets.h"

#include <optional>
#include <string>

namespace server {

/// How often one may ask.
struct AskingLimits {
    Rate ofAddress { 500, 5000 }; ///< A school's devices may share one.
    /// Calls that one with an unknown token, or with a signature that does not hold, counts for.
    double pricePerStranger = 10;
    /// A person's devices together: a first synchronisation takes about ten calls, of a large place more.
    Rate ofPerson { 50, 3000 };
};

/// Who may come in: each address and each person so often, and a device with calls that it signed, each once.
/// One thread at a time but where it says otherwise.
class Admission {
public:
    Admission(Academy &academy, Counters &counters, const AskingLimits &limits);

    /// Counts a request of that address. Returns 0, or after how many milliseconds it may come again. Any thread.
    [[nodiscard]] std::int64_t enter(const std::string &address);
    /// Counts what came of it as a stranger's.
    void wasStranger(const std::string &address);

    /// True for a method that takes calls of devices; the others prove who calls by a code or a secret.
    [[nodiscard]] static bool needsProof(const std::string &path);
    /// The answer to a call that may not pass. Throws store::Error.
    [[nodiscard]] std::optional<RpcReply> refusalOf(const RpcCall &call);
    /// What the caller's next calls are to be signed over, where that is not what this one was; else empty.
    [[nodiscard]] std::string newChallenge(const RpcCall &call);

private:
    Academy &m_academy;
    Counters &m_counters;
    const AskingLimits m_limits;
    TokenBuckets m_addresses;
    TokenBuckets m_persons;
    CallProofs m_proofs;
};

} // namespace server
