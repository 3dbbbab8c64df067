// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/parts.h"

#include <set>
#include <string>
#include <vector>

namespace engine {

/// The chain ends there, or where the server's log is known to have come. Inside a transaction.
void endAt(Device::Parts &m, const record::ScopeId &scope, const record::Uuid &site, const store::ChainHead &head);

/// The same where those that followed turned out to be of another history than the server's. What waits names no
/// more of the chain than that.
void cutAt(Device::Parts &m, const record::ScopeId &scope, const record::Uuid &site, const store::ChainHead &head,
           const std::set<std::string> &followed);

/// Of their headers.
[[nodiscard]] std::set<std::string> hashesOf(const std::vector<merge::Change> &changes);

} // namespace engine
