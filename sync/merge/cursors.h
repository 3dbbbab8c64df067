// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"

#include <optional>
#include <vector>

namespace merge {

/// Where a replica stands in one place, with the hash by which that counts in a digest.
struct Position {
    record::ScopeId scope;
    std::uint64_t epoch = 0;
    std::uint64_t rev = 0;
    std::string logHash;
    std::string hash;
};
/// By place, each once.
using Positions = std::vector<Position>;

[[nodiscard]] Position position(const record::ScopeId &scope, std::uint64_t epoch, std::uint64_t rev,
                                std::string logHash);
/// In their order; nothing when one names a place that can't be read. Of two for one place the later counts.
[[nodiscard]] std::optional<Positions>
positionsOf(const google::protobuf::RepeatedPtrField<cadre::sync::v1::Cursor> &cursors);
[[nodiscard]] cadre::sync::v1::Cursor cursorOf(const Position &position);

/// Null when there is none of that place.
[[nodiscard]] const Position *find(const Positions &positions, const record::ScopeId &scope);
/// True when both say the same of their place.
[[nodiscard]] bool isSame(const Position &a, const Position &b);
/// cursorDigest() of them.
[[nodiscard]] std::string digestOf(const Positions &positions);
/// Those that are not as they were; with rev 0 for one that is gone.
[[nodiscard]] Positions changedPositions(const Positions &before, const Positions &after);
/// What changedPositions() was made from.
[[nodiscard]] Positions withChanged(const Positions &before, const Positions &changed);

} // namespace merge
