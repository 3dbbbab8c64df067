// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/parts.h"

#include <map>
#include <set>

namespace engine {

/// What waits on this device, as a push carries it, and what comes of the server's answer.
class Outbox {
public:
    explicit Outbox(Device::Parts &parts)
        : m(parts)
    {
    }

    /// Runs for one push, signed; none when nothing waits. What this device carries for others goes
    /// up under their signatures.
    [[nodiscard]] cadre::sync::v1::PushRequest runs();

    struct Settled {
        std::uint64_t changes = 0; ///< Anything that moved: it is worth while to push again.
        std::uint64_t pushed = 0; ///< Taken for the first time.
        std::uint64_t quarantined = 0;
    };
    /// Takes the verdicts in, in one transaction.
    [[nodiscard]] Settled take(const cadre::sync::v1::PushResponse &response);

private:
    struct Answers;
    void takeOne(const cadre::sync::v1::Verdict &verdict, Answers &answers);
    void takeHeld(const cadre::sync::v1::Verdict &verdict, const record::ScopeId &scope, const record::Uuid &site,
                  Answers &answers);

    /// Of what is carried for others, no more waits than can be told under their signatures. True when something else
    /// waits now.
    bool bringVouchers(const std::vector<store::WaitingRun> &runs, const std::vector<record::Uuid> &own);

    Device::Parts &m;
    std::set<std::pair<record::ScopeId, record::Uuid>> m_offeredAgain;
    /// The first change of a chain that has to wait for what a restored server has yet to get back.
    std::map<std::pair<record::ScopeId, record::Uuid>, std::uint64_t> m_early;
};

} // namespace engine
