// SPDX-License-Identifier: Apache-2.0
#include "src/domain/period.h"

#include <algorithm>

namespace domain {

using std::chrono::days;

Period overlapOf(Period a, Period b)
{
    return { .from = std::max(a.from, b.from), .to = std::min(a.to, b.to) };
}

Period periodOf(Month month)
{
    return { .from = month.firstDay(), .to = month.lastDay() };
}

Period weekFrom(Day monday)
{
    return { .from = monday, .to = monday + days(6) };
}

int schoolDaysIn(Period period, const Holidays &holidays)
{
    return schoolDaysAfter(period.from - days(1), period.to, holidays);
}

std::vector<Day> schoolWeeks(Period period, const Holidays &holidays)
{
    std::vector<Day> weeks;
    for (auto monday = weekOf(period.from); monday <= period.to; monday += days(7)) {
        if (schoolDaysIn(overlapOf(period, weekFrom(monday)), holidays) > 0) {
            weeks.push_back(monday);
        }
    }
    return weeks;
}

} // namespace domain
