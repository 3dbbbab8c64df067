// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/type.h"

#include <string>
#include <string_view>

namespace record {

/// Canonical protobuf JSON on one line.
[[nodiscard]] std::string toJson(const Message &message);

/// Merges a JSON object into `message`; null clears a field. Empty on success, else one sentence
/// that says what is wrong; `message` is then unchanged.
[[nodiscard]] std::string mergeJson(std::string_view json, Message &message);

} // namespace record
