// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/commands.h"

namespace server {

/// Adds the commands about the audit log, retention, legal holds and what a person is owed.
void addRights(CLI::App &app, Chosen &chosen);

} // namespace server
