// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace sim {

/// Shows the oracle histories made by hand, in each of which one promise is broken, and wants each
/// to be named. Returns the exit status.
[[nodiscard]] int testOracle();

} // namespace sim
