// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/parts.h"

#include <optional>

namespace engine {

/// The server's answer to a change of this device, or to one that it carried. What the server set
/// aside is taken out of the records again, and what it had covered comes back.
/// Returns the verdict that it had, 0 for none. Inside a transaction; does nothing for a change that does
/// not wait, and returns nothing.
std::optional<std::uint32_t> settle(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &dot,
                                    const cadre::sync::v1::Verdict &verdict);

/// Merges a change that waits into the records, keeping what they were. Inside a transaction.
void applyWaiting(Device::Parts &m, const store::LoggedChange &waiting);

/// Takes the scope's rows away; what the server has not answered for stays in the outbox. Inside a
/// transaction.
void leave(Device::Parts &m, const record::ScopeId &scope);

/// Takes away the rows of places that this person may not read and whose log was not read, once the
/// server has all that was written there, as the history it tells now has it; where the server has just
/// told where this person belongs, the rows of work that waits as well. Inside a transaction.
void leaveWhatIsSent(Device::Parts &m, bool isNews);

} // namespace engine
