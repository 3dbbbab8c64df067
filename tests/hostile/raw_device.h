// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/device.h"
#include "sync/merge/change.h"
#include "tests/bench/https_caller.h"
#include "cadre/sync/v1alpha/enrollment.pb.h"

#include <map>
#include <string>

namespace hostile {

/// A device without an engine: it signs what it is told to, right or wrong.
class RawDevice {
public:
    RawDevice();

    [[nodiscard]] cadre::sync::v1alpha::EnrollRequest enrollRequest(const std::string &code) const;
    /// Throws std::runtime_error when the server refuses.
    void enroll(bench::HttpsCaller &caller, const std::string &invite);

    /// A change of this device's own, the next in its chain there: one record made new.
    [[nodiscard]] merge::Change make(const record::ScopeId &place, std::uint32_t type, const record::Message &message);
    /// One run of one change. It is signed by `keys`, the device's own or not.
    [[nodiscard]] cadre::sync::v1::Run run(const merge::Change &change, const merge::KeyPair &keys) const;
    /// The header value for a call.
    [[nodiscard]] std::string prove(const engine::Call &call, const std::string &challenge) const;

    /// The first place of that kind that the server named at enrolment.
    [[nodiscard]] record::ScopeId place(std::uint32_t kind) const;

    record::Uuid site;
    record::Uuid person;
    merge::KeyPair keys;
    std::string token;
    cadre::sync::v1::SignedCertificate certificate;
    std::vector<record::ScopeId> places;
    std::int64_t now = 0;

private:
    std::map<record::ScopeId, merge::Change> m_last;
};

[[nodiscard]] record::Uuid newId();

} // namespace hostile
