// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/clock.h"

#include <string>
#include <string_view>

namespace server {

/// An invite that a person can read out: 80 random bits as `7KQ2-M9XD-WT4H-C0PA`, no letters that look alike.
[[nodiscard]] std::string newInvite(const record::Entropy &entropy);
/// The hash under which an invite is kept; spaces, dashes and case don't matter.
[[nodiscard]] std::string inviteHash(std::string_view code);

/// `cadre1_` and the secret in URL-safe base 64.
[[nodiscard]] std::string tokenText(std::string_view secret);
[[nodiscard]] std::string tokenHash(std::string_view token);

/// Equal in a time that depends on the length alone.
[[nodiscard]] bool sameSecret(std::string_view one, std::string_view other);
[[nodiscard]] std::string base64(std::string_view bytes);

} // namespace server
