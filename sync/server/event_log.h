// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <spdlog/common.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <variant>

namespace server {

/// From now on what is logged goes to standard error, one JSON object a line: `time`, `level`, `event` and what
/// belongs to it, or `message`. `level` as spdlog names them.
void logAsJson(spdlog::level::level_enum level);

using EventField = std::pair<const char *, std::variant<std::int64_t, double, std::string>>;
/// Logs that something happened. Fields hold no name, no login, no address and nothing of a record.
void logEvent(spdlog::level::level_enum level, const char *event, std::initializer_list<EventField> fields = {});

} // namespace server
