// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>

namespace record {

/// UTC milliseconds since 1970. Handed in, so that tests and demos own the time.
using Clock = std::function<std::int64_t()>;

/// Fills bytes that nobody can guess. Handed in, so that tests are the same every time.
using Entropy = std::function<void(std::uint8_t *bytes, std::size_t count)>;

[[nodiscard]] Clock systemClock();
[[nodiscard]] Entropy systemEntropy();

} // namespace record
