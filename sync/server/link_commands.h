// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/command_parts.h"
#include "cadre/sync/v1alpha/admin.pb.h"

#include <functional>

namespace server {

/// `account link` and `account unlink`: who signs in with the identity provider as whom. `show` prints an account.
void addLinks(CLI::App &accounts, Chosen &chosen, std::function<void(const cadre::sync::v1alpha::Account &)> show);

} // namespace server
