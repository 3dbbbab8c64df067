// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace server {

/// A code that a person can read out, five random bits a letter, no letters that look alike: `7KQ2-M9XD-WT4H-C0PA`.
[[nodiscard]] std::string newCode(const record::Entropy &entropy, std::size_t letters);
/// The code as it is compared: spaces, dashes and case don't matter.
[[nodiscard]] std::string plainCode(std::string_view code);
/// The hash under which a code is kept.
[[nodiscard]] std::string inviteHash(std::string_view code);

/// `cadre1_` and the secret in URL-safe base 64.
[[nodiscard]] std::string tokenText(std::string_view secret);
[[nodiscard]] std::string tokenHash(std::string_view token);

/// Equal in a time that depends on the length alone.
[[nodiscard]] bool sameSecret(std::string_view one, std::string_view other);
[[nodiscard]] std::string base64(std::string_view bytes);
/// URL-safe and without padding.
[[nodiscard]] std::string base64Url(std::string_view bytes);
[[nodiscard]] std::optional<std::string> bytesOfBase64Url(std::string_view text);
/// So many random bytes in URL-safe base 64.
[[nodiscard]] std::string randomText(const record::Entropy &entropy, std::size_t bytes);
/// The challenge of a verifier, as RFC 7636 has it: its SHA-256 in URL-safe base 64.
[[nodiscard]] std::string challengeOf(std::string_view verifier);

} // namespace server
