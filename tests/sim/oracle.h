// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/shown.h"

namespace sim {

/// What was promised.
enum class Promise {
    Lost, ///< An edit that a replica has is neither shown, nor replaced by somebody who saw it, nor set aside.
    FalseConflict, ///< Something stands beside a value whose author had it on screen.
    MissedConflict, ///< Two who did not know of each other, and nobody is told.
    Leaked, ///< Something reached somebody who must not have it, or was taken from somebody who must not give it.
    Stalled, ///< The network is well and a change still waits.
    Twice, ///< Something was applied two times.
    Diverged, ///< Two replicas with the same changes show different things.
    Unsound, ///< A store does not hold together.
};
[[nodiscard]] const char *nameOf(Promise promise);

/// A promise that was not kept: which, where, and what was seen.
struct Broken {
    Promise promise;
    std::string replica;
    std::string what;
    std::uint32_t field = 0;
};

/// Holds what a replica shows against what it must show, from sets of edits alone.
class Oracle {
public:
    explicit Oracle(const Ledger &ledger)
        : m_ledger(ledger)
    {
    }

    /// One record of one replica. Fields that the replica's version of the app does not show are skipped.
    [[nodiscard]] std::vector<Broken> judge(const store::RecordKey &key, const RecordShown &shown,
                                            const Knowledge &known, const std::string &replica) const;
    /// The same of a replica that can't know whether what waits there was made from these saves: they may be hidden.
    [[nodiscard]] std::vector<Broken> judgeInDoubt(const store::RecordKey &key, const RecordShown &shown,
                                                   const Knowledge &known, const IdSet &doubtful,
                                                   const std::string &replica) const;
    /// Two replicas that have the same.
    [[nodiscard]] std::vector<Broken> compare(const store::RecordKey &key, const RecordShown &one,
                                              const RecordShown &other, const std::string &where) const;

private:
    struct Look;
    void judgeRegister(Look &look) const;
    [[nodiscard]] Value textOf(const Look &look) const;
    void judgeSet(Look &look) const;
    void judgeList(Look &look) const;
    void judgeLattice(Look &look) const;

    const Ledger &m_ledger;
};

} // namespace sim
