// SPDX-License-Identifier: Apache-2.0
#include "src/domain/indicator_matching.h"

#include <algorithm>

namespace domain {

namespace {

constexpr Formula i9 { "I9", "teachers matched in time / teachers whose time for it is over", Unit::Share };
constexpr Formula i10 { "I10", "active matches / matches that the mentor can take", Unit::Share };
constexpr Formula i33 { "I33", "teachers in their second or a later year of support / teachers eligible", Unit::Share };

} // namespace

Indicator matchedOnTime(const std::vector<InductionStart> &teachers, Period period, Day today, int days)
{
    int inTime = 0;
    int over = 0;
    for (const auto &teacher : teachers) {
        const auto last = teacher.start + std::chrono::days(days);
        if (period.contains(teacher.start) && last < today) {
            ++over;
            inTime += teacher.matched && *teacher.matched <= last ? 1 : 0;
        }
    }
    return ratioOf(i9, inTime, over, over, period);
}

Indicator mentorLoad(int activeMatches, std::optional<int> capacity, Day day)
{
    const Period period { .from = day, .to = day };
    auto load = ratioOf(i10, activeMatches, capacity.value_or(0), activeMatches, period);
    if (activeMatches == 0 && capacity.value_or(0) > 0) {
        load.value = 0; // Nobody in her care is a number that is known.
    }
    return load;
}

Indicator multiyearRate(const std::vector<int> &yearsOfSupport, Period period)
{
    const auto later = std::count_if(yearsOfSupport.begin(), yearsOfSupport.end(), [](int year) { return year >= 2; });
    const auto n = static_cast<int>(yearsOfSupport.size());
    return ratioOf(i33, static_cast<double>(later), n, n, period);
}

} // namespace domain
