// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/academy.h"
#include "tests/sim/disk.h"

namespace sim {

/// The disk of a member's device just after it enrolled. Made once a process.
[[nodiscard]] const Disk::Image &freshDevice(const Academy &academy, int member);
/// The disk of a server that has taken no change yet.
[[nodiscard]] const Disk::Image &freshServer(const Academy &academy);

} // namespace sim
