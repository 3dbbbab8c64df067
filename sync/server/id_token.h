// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/struct.pb.h>

#include <cstdint>
#include <stdexcept>
#include <string>

namespace server {

/// The token is not what it has to be. What it says is for the log, and holds no value of the token.
class TokenRefused : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What an ID token has to say.
struct ExpectedToken {
    std::string issuer;
    std::string clientId;
    std::string nonce;
    std::int64_t now = 0; ///< UTC milliseconds; clocks may differ by a minute.
};

/// The subject of an OpenID Connect ID token that one of `keys` has signed and that says all that is expected. Throws
/// TokenRefused.
[[nodiscard]] std::string subjectOf(const std::string &token, const google::protobuf::Struct &keys,
                                    const ExpectedToken &expected);

} // namespace server
