// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/parts.h"

#include <map>

namespace engine {

/// The device's chain has a twin from this seq on, as after a copy of its data: what waits goes on
/// under a site of its own. Inside a transaction.
void branch(Device::Parts &m, const record::ScopeId &scope, std::uint64_t first);

/// What a change was made from was erased before the server had the change: it and what waits after it in its chain
/// go on without those words, under the same names. False where there is nothing to take out. Inside a transaction.
bool tellWithoutBase(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &dot);

/// A restored server lost what waiting changes of this device had seen from those dots on, and nobody brought it back:
/// from that one on they say nothing of it any more, under the same names, and stand beside what comes under such
/// names; what they quote of it goes with the names. False where there is nothing to take out. Inside a transaction.
bool tellWithoutLost(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &dot,
                     const std::vector<merge::Dot> &lost);

/// What the server had of another site from the branch's first on is gone with an older server, and its author goes on
/// under the branch's name: what waits here, and was made in the branch's epoch if it has one, was made from that.
/// Inside a transaction.
void renameSeen(Device::Parts &m, const record::ScopeId &scope, const Branch &branch);

/// Where the server lost changes of this device's chain that are not kept here either, the chain
/// goes on under another site, since its numbers are taken. Inside a transaction.
void goOnAfterGap(Device::Parts &m, const record::ScopeId &scope,
                  const std::map<record::Uuid, store::ChainHead> &heads);

} // namespace engine
