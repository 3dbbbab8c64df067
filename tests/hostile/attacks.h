// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/hostile/raw_device.h"

#include <functional>
#include <map>
#include <random>

namespace hostile {

/// Who plays: a mentor's phone that is in order, and hers that was signed out; a district lead's; a device of an
/// account that is suspended; and a teacher's, who would like to be more.
struct Cast {
    RawDevice phone, revoked, lead, suspended, ambitious;
};

/// Makes calls that must not be accepted, one kind after the other.
class Attacks {
public:
    Attacks(bench::HttpsCaller &caller, Cast &cast, std::uint64_t seed);

    /// Makes that many. Throws std::runtime_error when what is in order is refused, since nothing is proven then.
    void make(unsigned calls);

    struct Outcome {
        unsigned calls = 0;
        unsigned accepted = 0;
        unsigned setAside = 0; ///< Kept for a person to look at, as a signed-out device's work is.
        unsigned told = 0; ///< To wait.
    };
    [[nodiscard]] const std::map<std::string, Outcome> &outcomes() const { return m_outcomes; }
    /// One check-in of a device that is in order. Throws std::runtime_error when it is not applied.
    void writeInOrder();

private:
    void revokedDevice(Outcome &outcome, RawDevice &device);
    void replayedCall(Outcome &outcome);
    void forgedSignature(Outcome &outcome);
    void forgedCertificate(Outcome &outcome);
    void forgedGrant(Outcome &outcome);
    void guessedCode(Outcome &outcome);

    /// Sends it as that device and counts what came of it.
    void sendAs(Outcome &outcome, const RawDevice &device, const engine::Call &call);
    void send(Outcome &outcome, const engine::Call &call, const std::string &token, const std::string &proof);
    [[nodiscard]] merge::Change checkIn(RawDevice &device);
    [[nodiscard]] engine::Call anyReading();
    [[nodiscard]] const std::string &challenge();
    [[nodiscard]] unsigned one(unsigned of) { return std::uniform_int_distribution<unsigned>(0, of - 1)(m_random); }

    bench::HttpsCaller &m_caller;
    Cast &m_cast;
    std::mt19937_64 m_random;
    std::map<std::string, Outcome> m_outcomes;
    struct Sent {
        engine::Call call;
        std::string proof;
    };
    std::vector<Sent> m_sent; ///< Calls that were accepted, as they went over the wire.
};

} // namespace hostile
