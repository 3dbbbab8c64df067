// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"

#include <optional>
#include <string>
#include <vector>

namespace host {

/// A change of a device that had been signed out.
inline constexpr auto signedOutReason = "signed_out";

/// Why a change is set aside: a code, and a sentence for its author. Empty: it may be applied.
struct Refusal {
    std::string reason;
    std::string sentence;

    [[nodiscard]] bool empty() const { return reason.empty(); }
};

/// The device that calls, as its token or its certificate proved it.
struct Caller {
    record::Uuid site;
    record::Uuid person;
    std::string publicKey;
    /// The device was signed out: what it made is set aside, and what it brings of others waits for another carrier.
    bool isSignedOut = false;
};

/// What a host asks of those who know what records mean and who people are. It is called inside
/// the transaction of the request.
class Rules {
public:
    virtual ~Rules() = default;

    /// Judges a change whose author has been proven.
    [[nodiscard]] virtual Refusal judge(const merge::Change &change) = 0;
    [[nodiscard]] virtual bool mayRead(const record::Uuid &person, const record::ScopeId &scope) = 0;
    /// Every place that the person may read now, the most urgent first: a new device gets them in this order.
    [[nodiscard]] virtual std::vector<cadre::sync::v1::Membership> memberships(const record::Uuid &person) = 0;
    /// Another number whenever memberships() may give another answer for anybody; nothing where that can't be told.
    [[nodiscard]] virtual std::optional<std::uint64_t> accessVersion() { return std::nullopt; }
    /// The certificate of an enrolled site or of the host's own; nothing when there is none.
    [[nodiscard]] virtual std::optional<cadre::sync::v1::SignedCertificate> certificate(const record::Uuid &site) = 0;
    /// True for an enrolled site that was signed out since.
    [[nodiscard]] virtual bool isSignedOut(const record::Uuid &) { return false; }
    /// A change is about to be set aside.
    virtual void setAside(const merge::Change &, const Refusal &) { }
    /// A change is about to be applied.
    virtual void accept(const merge::Change &change) = 0;
    /// It has been applied and stands in the log.
    virtual void applied(merge::Change change) = 0;
    /// The changes of one run have been applied: what permission follows from them is due before the next.
    virtual void follow() = 0;
};

} // namespace host
