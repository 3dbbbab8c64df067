// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/place.h"
#include "cadre/sync/v1alpha/admin.pb.h"

#include <string>

namespace server {

/// How `cadred account invite` shows the invite.
struct InviteOptions {
    cadre::sync::v1alpha::InviteAccountRequest request;
    std::string qr; ///< text, svg or png; empty for none.
    std::string out; ///< A file for the picture; empty for standard output.
    std::string server; ///< The address that devices use; empty for the running server's own.
    bool json = false;
};

/// Makes an invite and shows it; `show` prints the account in words or as JSON. Returns the exit status. Throws
/// Problem, WrongUse.
[[nodiscard]] int inviteAccount(const Place &place, const InviteOptions &options,
                                void (*show)(const cadre::sync::v1alpha::Account &, bool json));

} // namespace server
