// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace merge {

/// How a device proves that a call is its own and new: a signature over the call and over a challenge that the server
/// gave out within the last minutes. A device's clock has no part in it, since it may be off by days.
///
/// On the wire: `Cadre-Signature: 1.CHALLENGE.NONCE.SIGNATURE`, each but the first in URL-safe base 64 without padding.
struct CallProof {
    std::string challenge;
    std::string nonce; ///< 16 random bytes, as text.
    std::string signature; ///< 64 bytes.
};

inline constexpr std::string_view callDomain = "cadre.call.v1";

/// What is signed under callDomain: method, path, challenge and nonce, each with a line feed behind it, and the hash of
/// the body under `cadre.call-body.v1`. `path` is the service's own, without what a proxy may put in front of it.
[[nodiscard]] std::string callContent(std::string_view method, std::string_view path, std::string_view challenge,
                                      std::string_view nonce, std::string_view body);

/// The header's value for a call made now.
[[nodiscard]] std::string proveCall(std::string_view method, std::string_view path, std::string_view challenge,
                                    std::string_view body, const std::string &secretKey);

/// Reads the header's value; nothing when it is none.
[[nodiscard]] std::optional<CallProof> readCallProof(std::string_view header);

} // namespace merge
