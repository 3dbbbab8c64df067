// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace server {

/// True when the JSON text has at most so many values and so many levels, counted on the bytes before anything
/// is made of them. What is no JSON may pass.
[[nodiscard]] bool isJsonWithin(std::string_view text, std::size_t mostValues, std::size_t mostLevels);

} // namespace server
