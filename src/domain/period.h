// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/calendar.h"

#include <vector>

namespace domain {

/// A run of days; both ends belong to it. Empty when `to` comes before `from`.
struct Period {
    Day from;
    Day to;

    [[nodiscard]] bool isEmpty() const { return to < from; }
    [[nodiscard]] bool contains(Day day) const { return from <= day && day <= to; }
    bool operator==(const Period &) const = default;
};

/// The days that belong to both; empty when there are none.
[[nodiscard]] Period overlapOf(Period a, Period b);
/// The month's first to last day.
[[nodiscard]] Period periodOf(Month month);
/// Monday to Sunday of the week that begins on this Monday.
[[nodiscard]] Period weekFrom(Day monday);

/// Monday to Friday, but for holidays; 0 of an empty period.
[[nodiscard]] int schoolDaysIn(Period period, const Holidays &holidays);
/// W(T) of the formulas: the Mondays of the weeks with a school day in the period, in order. A week across its border
/// counts where one of its school days lies inside.
[[nodiscard]] std::vector<Day> schoolWeeks(Period period, const Holidays &holidays);

} // namespace domain
