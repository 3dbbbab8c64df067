// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/struct.pb.h>

#include <optional>
#include <string>

namespace server {

/// A JSON object of somebody else's, within bounds; nothing when it is none.
[[nodiscard]] std::optional<google::protobuf::Struct> parseObject(const std::string &json);
/// The member's text; empty when there is none.
[[nodiscard]] std::string textOf(const google::protobuf::Struct &object, const std::string &name);

/// True when one of the keys of that JSON Web Key Set made the signature: RS256 with at least 2048 bits, or ES256. No
/// other algorithm counts. A key whose `kid`, `use` or `alg` says that it is for something else is left out. `keyId`
/// may be empty.
[[nodiscard]] bool isSignedByOneOf(const google::protobuf::Struct &keys, const std::string &algorithm,
                                   const std::string &keyId, const std::string &content, const std::string &signature);

} // namespace server
