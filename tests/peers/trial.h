// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/peers/rule.h"

#include <cstdint>

namespace peers {

/// Edits of one sort, and how many of them a rule lost silently: at the end such an edit is not the
/// current value, nobody who had it on screen replaced it, and no person is shown it.
struct Count {
    std::uint64_t edits = 0;
    std::uint64_t lost = 0;

    [[nodiscard]] double lostPerThousand() const
    {
        return edits == 0 ? 0 : 1000.0 * static_cast<double>(lost) / static_cast<double>(edits);
    }
};

/// What a rule did with all the histories it was given.
struct Score {
    Count sameField; ///< Edits with a concurrent edit of the same field.
    Count otherField; ///< The rest of those with a concurrent edit of another field of the record.
    Count alone; ///< Edits that nobody else's work crossed.
    std::uint64_t truePairs = 0; ///< Pairs with unlike values that stood against each other on a replica.
    std::uint64_t reported = 0;
    std::uint64_t falsePairs = 0; ///< Reported, though one author knew of the other's edit.
    std::uint64_t missedPairs = 0;

    [[nodiscard]] std::uint64_t lost() const { return sameField.lost + otherField.lost + alone.lost; }
};

/// Runs the history under the rule and adds what came of it. Throws std::logic_error when the
/// replicas do not agree at the end: then the model of the rule is wrong.
void play(const History &history, Rule &rule, Score &score);

} // namespace peers
