// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/round.h"
#include "tests/sim/oracle.h"
#include "tests/sim/rules.h"

namespace store {
class Database;
}

namespace sim {

/// Looks in a reply for places that the caller could never read: a value's mark, or the place's id,
/// unless the request itself named it.
[[nodiscard]] std::vector<Broken> leaksIn(const engine::Reply &reply, const engine::Call &call,
                                          const host::Caller &caller, const Academy &academy, const Rights &rights);

/// Looks through every table of a device for the bytes of places that its person could never read, and
/// of those they have left: there only their own work that waits or was set aside may be, and drafts.
[[nodiscard]] std::vector<Broken> leaksOn(store::Database &database, int person, const std::string &replica,
                                          const Rights &rights);

} // namespace sim
