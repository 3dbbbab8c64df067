// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/parts.h"

#include <map>

namespace engine {

/// What records were before a change, by type and id.
using RecordName = std::pair<std::uint32_t, std::string>;
using Records = std::map<RecordName, cadre::store::v1::UndoRecord>;

/// Out of the bytes that the log keeps with a change.
[[nodiscard]] Records recordsOf(const std::string &undo);

/// Makes the records what they were, then merges again what was met from that row on. Inside a transaction.
void replay(Device::Parts &m, const record::ScopeId &scope, const Records &records, std::int64_t row);

} // namespace engine
