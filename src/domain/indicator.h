// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/period.h"
#include "src/domain/suppression.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

enum class Unit {
    Minutes,
    Seconds,
    Days,
    SchoolDays,
    Times,
    Share, ///< 1 is the whole; more than 1 where more was done than promised.
};

/// A formula of the reference: its number, its words on one line, and what its value is measured in.
struct Formula {
    std::string_view number; ///< "I3"
    std::string_view words; ///< English: "contact minutes / sanctioned minutes".
    Unit unit;
};

/// A number with all that is needed to check it.
struct Indicator {
    Formula formula;
    std::optional<double> value; ///< Nothing as long as there is not enough to tell: never a 0 in its place.
    int n = 0; ///< What was looked at: check-ins, weeks, teachers, steps, as each formula says.
    double numerator = 0;
    std::optional<double> denominator; ///< Nothing where the formula divides by nothing: sums, medians, gaps.
    Period period;
};

/// What to write for the value: "0.75", or "not enough yet (n = 2)". English.
[[nodiscard]] std::string valueText(const Indicator &indicator);

/// numerator / denominator. No value when n or the denominator is 0 or the period is empty.
[[nodiscard]] Indicator ratioOf(Formula formula, double numerator, double denominator, int n, Period period);
/// A sum or a count of n things. No value when n is 0 or the period is empty.
[[nodiscard]] Indicator amountOf(Formula formula, double amount, int n, Period period);
/// The middle value, or the mean of the two in the middle. No value of none, or when the period is empty.
[[nodiscard]] Indicator medianOf(Formula formula, std::vector<double> values, Period period);
/// The smallest value that `percent` (1 to 100) of the values do not exceed. No value of none, or when the period is
/// empty.
[[nodiscard]] Indicator percentileOf(Formula formula, std::vector<double> values, int percent, Period period);

/// A share of people as it may be told above their school (domain.md 7.3, rules 1 and 2). Of fewer than `minimumGroup`
/// people nothing is told, not even how many they are; a number of people below three, or of all but fewer than three,
/// is not told. What it returns then has no value. Rule 3, on groups told side by side, is `publish`'s.
[[nodiscard]] Indicator publishedShare(const Indicator &shareOfPeople, int minimumGroup = usualMinimumGroup);

} // namespace domain
