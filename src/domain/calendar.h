// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace domain {

/// A school day: a date without a zone.
using Day = std::chrono::sys_days;

/// Reads YYYY-MM-DD; nothing on any other input or a day that does not exist.
[[nodiscard]] std::optional<Day> parseDay(std::string_view text);
/// YYYY-MM-DD.
[[nodiscard]] std::string dayText(Day day);
/// Days from `from` to `to`; negative when `to` is earlier.
[[nodiscard]] int daysBetween(Day from, Day to);
/// 1 Monday … 7 Sunday.
[[nodiscard]] int weekdayOf(Day day);
/// The Monday of the day's week.
[[nodiscard]] Day weekOf(Day day);

/// A month of a year.
struct Month {
    int year = 0;
    int month = 0; ///< 1…12.

    /// Reads YYYY-MM; nothing on any other input.
    [[nodiscard]] static std::optional<Month> parse(std::string_view text);
    [[nodiscard]] static Month of(Day day);
    [[nodiscard]] std::string text() const;
    [[nodiscard]] Day firstDay() const;
    [[nodiscard]] Day lastDay() const;
    [[nodiscard]] Month next() const;
    [[nodiscard]] Month previous() const;
    auto operator<=>(const Month &) const = default;
};

/// The UTC day of UTC milliseconds. The local day is the caller's to know: pass local
/// milliseconds (UTC plus offset) to get it.
[[nodiscard]] Day dayOfMilliseconds(std::int64_t milliseconds);

/// Days without school beside weekends.
using Holidays = std::set<Day>;

/// Monday to Friday, but for holidays.
[[nodiscard]] bool isSchoolDay(Day day, const Holidays &holidays = {});
/// School days after `from` up to and including `to`; 0 when `to` is not later.
[[nodiscard]] int schoolDaysAfter(Day from, Day to, const Holidays &holidays = {});

} // namespace domain
