// SPDX-License-Identifier: Apache-2.0
#include "src/domain/sanctioned_time.h"

namespace domain {

namespace {

constexpr int anHour = 60;

SanctionedTimePolicy policyOf(const char *name, PolicyUnit unit, int minutes)
{
    SanctionedTimePolicy policy;
    policy.name = name;
    policy.unit = unit;
    policy.minutes = minutes;
    return policy;
}

/// 1 h twice a week for four weeks, then 1 h a week, thirty weeks in all, less for who starts late.
SanctionedTimePolicy newJersey()
{
    auto policy = policyOf("New Jersey", PolicyUnit::Week, anHour);
    policy.weeks = 30;
    policy.phaseWeeks = 4;
    policy.phaseMinutes = 2 * anHour;
    policy.prorate = true;
    return policy;
}

} // namespace

const std::vector<SanctionedTimePreset> &sanctionedTimePresets()
{
    static const std::vector<SanctionedTimePreset> presets {
        { policyOf("California", PolicyUnit::Week, anHour),
          "On average at least 1 hour a week; matched within 30 days of enrollment",
          { 15, 16 } },
        { policyOf("California, one district", PolicyUnit::Month, 222), "222 minutes a month", { 14 } },
        { policyOf("Hawaii, Windward", PolicyUnit::Month, 180),
          "At least 180 minutes a month, and at least 4 mentor forums a year",
          { 4 } },
        { policyOf("Illinois", PolicyUnit::Week, 90), "At least 1.5 hours a week; 3 observations in 2 years", { 17 } },
        { policyOf("New York City", PolicyUnit::Year, 40 * anHour),
          "2 periods a week, at least 40 hours logged a year",
          { 20 } },
        { newJersey(),
          "At least 30 weeks; in one district 1 hour twice a week for 4 (or 8) weeks, then weekly; pro-rated",
          { 12, 13 } },
        { policyOf("Connecticut", PolicyUnit::Total, 10 * anHour),
          "About 10 hours of mentor support; the source does not say for what",
          { 21 } },
        { policyOf("Massachusetts", PolicyUnit::Total, 50 * anHour), "50 hours beyond the induction year", { 22 } },
    };
    return presets;
}

} // namespace domain
