// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace roster {

/// What one person gets in her hand.
struct Invite {
    std::string name;
    std::string organization;
    std::string login;
    std::string code;
};

/// A page for A4 or letter paper with a QR code for each, six a sheet to cut apart, to be printed from any browser.
/// `pin` may be empty; `until` is the last day on which the codes are good. Loads nothing from anywhere.
[[nodiscard]] std::string inviteSheet(const std::vector<Invite> &invites, const std::string &server,
                                      const std::string &pin, const std::string &until);

} // namespace roster
