// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/command_parts.h"

namespace server {

/// `key show`, `key recovery` and `key rotate`: what the server signs with. The last two need the store for themselves.
void addKeys(CLI::App &app, Chosen &chosen);

} // namespace server
