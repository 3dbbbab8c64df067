// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace server {

/// Tells systemd, where it started this program, such as `READY=1`, `STOPPING=1` or `WATCHDOG=1`.
void tellServiceManager(const char *state);

} // namespace server
