// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/parts.h"

#include <map>

namespace engine {

/// What a record was before the change in that row of the log.
struct Before {
    std::int64_t row = 0;
    cadre::store::v1::UndoRecord record;
};

/// By type and id.
using RecordName = std::pair<std::uint32_t, std::string>;
using Records = std::map<RecordName, Before>;

/// Out of the bytes that the log keeps with the change in that row.
[[nodiscard]] Records recordsOf(const std::string &undo, std::int64_t row);

/// Those that a change is about, as they are now.
[[nodiscard]] Records asTheyAre(const Device::Parts &m, const merge::Change &change);

/// Makes the records what they were before anything in that row or later, then merges again what was met from there
/// on. Inside a transaction.
void replay(Device::Parts &m, const record::ScopeId &scope, const Records &records, std::int64_t row);

/// Merges a change that was met in that row and not merged then, before what was met since: what the later ones keep
/// for the day they are refused has it as well. Inside a transaction.
void mergeAtItsPlace(Device::Parts &m, const merge::Change &change, std::int64_t row);

} // namespace engine
