// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/rules.h"
#include "sync/host/signer.h"

#include <map>

namespace host {

/// A run whose shape holds against itself: one site, one scope, one chain.
struct Run {
    std::vector<merge::Change> changes; ///< At least one.
    /// By seq, for changes without a body: the word that they had been set aside. Not yet verified.
    std::map<std::uint64_t, std::string> setAside;
};

/// Throws Problem with a sentence about what does not hold.
[[nodiscard]] Run readRun(const cadre::sync::v1::Run &run);

/// Who made a run.
struct Origin {
    record::Uuid person;
    bool isHost = false; ///< A server made it, in this epoch or an earlier one.
    bool isCarried = false; ///< Brought by another device than the one that made it.
    bool isSignedOut = false; ///< The device that made it may not write any more.
    /// To be kept, where the site is not an enrolled one.
    std::optional<cadre::sync::v1::SignedCertificate> certificate;
};

/// Proves who made the run: the caller, a branch of the caller's, or somebody whose certificate
/// holds and whose run the caller may read. Throws Problem.
[[nodiscard]] Origin originOf(const cadre::sync::v1::Run &run, const Run &read, const Caller &caller, Rules &rules,
                              const Signer &signer);

} // namespace host
