// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/indicator.h"

#include <optional>
#include <vector>

namespace domain {

/// When a teacher began, and when she had a mentor.
struct InductionStart {
    Day start;
    std::optional<Day> matched; ///< The first day of her first active match.
};

/// Within so many days of the start a teacher should have a mentor; a setting.
inline constexpr int usualMatchDays = 30;

/// I9, a share: teachers matched within `days` days of their start, of those who began in the period and whose last
/// such day is over. n is the latter; no value when there are none.
[[nodiscard]] Indicator matchedOnTime(const std::vector<InductionStart> &teachers, Period period, Day today,
                                      int days = usualMatchDays);

/// I10, a share: a mentor's active matches of those she can take; above 1 is too many. n is the former. No value while
/// it is not known how many she can take, or that is 0; then n tells.
[[nodiscard]] Indicator mentorLoad(int activeMatches, std::optional<int> capacity, Day day);

/// I33, a share: teachers in their second or a later year of support, of those eligible. One entry a teacher: her year
/// of support, 0 when she has none. n is their number; no value when there are none.
[[nodiscard]] Indicator multiyearRate(const std::vector<int> &yearsOfSupport, Period period);

} // namespace domain
