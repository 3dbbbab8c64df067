// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/parts.h"

namespace engine {

/// What came of one page of a scope's log.
struct AppliedPage {
    std::uint64_t pulled = 0;
    bool moreFollows = false;
    /// The log does not lead there from here: a snapshot has to.
    bool snapshotWanted = false;
    /// The server tells another history than before: what it may lack waits again.
    bool pushFirst = false;
    std::string problem; ///< One sentence; then nothing of the page may be kept.
};

/// Checks a page against what is here (order, chains, certificates, signatures, log hash) and
/// applies it. Inside a transaction; the caller undoes it when there is a problem.
[[nodiscard]] AppliedPage applyPage(Device::Parts &m, const cadre::sync::v1::ScopePage &page);

} // namespace engine
