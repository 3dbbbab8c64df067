// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"
#include "sync/store/records.h"

#include <optional>
#include <vector>

namespace store {
class Database;
}

namespace server {

class Academy;

/// True when nothing more is taken for the round: it was told, or deleted.
[[nodiscard]] bool isFeedbackOver(store::Database &database, const store::RecordKey &round);

/// From now on nothing more is taken for the round; answers, tokens and who had one are gone. Part of the open
/// transaction.
void endFeedback(store::Database &database, const store::RecordKey &round);

/// A round that is deleted and has answers or tokens left, since a hold kept them; none while it does.
[[nodiscard]] std::optional<store::RecordKey> nextDeletedFeedback(Academy &academy);

/// The id under which it is told what the round came to.
[[nodiscard]] record::Uuid feedbackTotalId(const store::RecordKey &round);

/// Where the changes deleted rounds, those end untold; of what was erased, the key that was shown and what was told are
/// erased as well. Part of the open transaction.
void followFeedbackRounds(Academy &academy, const std::vector<merge::Change> &changes);

} // namespace server
