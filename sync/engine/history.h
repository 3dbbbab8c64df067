// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/parts.h"

#include <map>
#include <optional>

namespace engine {

/// The server's answer to a change of this device, or to one that it carried. What the server set
/// aside is taken out of the records again, and what it had covered comes back.
/// Returns the verdict that it had, 0 for none. Inside a transaction; does nothing for a change that does
/// not wait, and returns nothing.
std::optional<std::uint32_t> settle(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &dot,
                                    const cadre::sync::v1::Verdict &verdict);

/// The device's chain has a twin from this seq on, as after a copy of its data: what waits goes on
/// under a site of its own. Inside a transaction.
void branch(Device::Parts &m, const record::ScopeId &scope, std::uint64_t first);

/// What a change was made from was erased before the server had the change: it and what waits after it in its chain
/// go on without those words, under the same names. False where there is nothing to take out. Inside a transaction.
bool tellWithoutBase(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &dot);

/// The server can't take what this device carries for another site, from there on: it took another
/// change under that name (a twin), as when a device went back to what it was and the server as
/// well, or nobody has what came before. It is set aside here. Inside a transaction.
void putAside(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &first, bool isTwin);

/// Where the server lost changes of this device's chain that are not kept here either, the chain
/// goes on under another site, since its numbers are taken. Inside a transaction.
void goOnAfterGap(Device::Parts &m, const record::ScopeId &scope,
                  const std::map<record::Uuid, store::ChainHead> &heads);

/// Merges a change that waits into the records, keeping what they were. Inside a transaction.
void applyWaiting(Device::Parts &m, const store::LoggedChange &waiting);

/// Takes the scope's rows away; what the server has not answered for stays in the outbox. Inside a
/// transaction.
void leave(Device::Parts &m, const record::ScopeId &scope);

/// Takes away the rows of places that this person may not read and whose log was not read, once the
/// server has all that was written there, as the history it tells now has it; where the server has just
/// told where this person belongs, the rows of work that waits as well. Inside a transaction.
void leaveWhatIsSent(Device::Parts &m, bool isNews);

/// What the server had of another site from `first` on is gone with an older server, and its author goes on under a
/// branch's name: what waits here was made from that. Inside a transaction.
void renameSeen(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &first, const record::Uuid &branch);

} // namespace engine
