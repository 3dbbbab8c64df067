// SPDX-License-Identifier: Apache-2.0
#include "src/domain/sanctioned_time_record.h"

namespace domain {

namespace {

std::optional<PolicyUnit> unitOf(cadre::v1::TimeUnit unit)
{
    switch (unit) {
    case cadre::v1::TIME_UNIT_WEEK:
        return PolicyUnit::Week;
    case cadre::v1::TIME_UNIT_MONTH:
        return PolicyUnit::Month;
    case cadre::v1::TIME_UNIT_YEAR:
        return PolicyUnit::Year;
    case cadre::v1::TIME_UNIT_TOTAL:
        return PolicyUnit::Total;
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<SanctionedTimePolicy> promiseOf(const cadre::v1::SanctionedTimePolicy &record)
{
    const auto unit = unitOf(record.unit());
    if (!unit || !record.has_minutes()) {
        return std::nullopt;
    }
    SanctionedTimePolicy policy;
    policy.name = record.name();
    policy.unit = *unit;
    policy.minutes = record.minutes();
    if (record.has_weeks()) {
        policy.weeks = record.weeks();
    }
    if (record.has_phase_weeks() && record.has_phase_minutes()) {
        policy.phaseWeeks = record.phase_weeks();
        policy.phaseMinutes = record.phase_minutes();
    }
    policy.prorate = record.prorate();
    for (const int activity : record.counts()) {
        policy.counts.insert(static_cast<cadre::v1::Activity>(activity));
    }
    policy.protectedOnly = record.protected_only();
    return policy;
}

std::optional<SanctionedTimePolicy> promiseFor(int monthlyMinutes,
                                               const std::vector<cadre::v1::SanctionedTimePolicy> &policies, Day day)
{
    if (monthlyMinutes > 0) {
        return SanctionedTimePolicy { .unit = PolicyUnit::Month, .minutes = monthlyMinutes };
    }
    const cadre::v1::SanctionedTimePolicy *inForce = nullptr;
    for (const auto &policy : policies) {
        const auto from = parseDay(policy.from());
        const auto to = parseDay(policy.to());
        const bool holds = from && *from <= day && (!to || *to >= day);
        const auto order = [](const auto &one) { return std::pair(one.from(), one.SerializeAsString()); };
        if (holds && (inForce == nullptr || order(*inForce) < order(policy))) {
            inForce = &policy;
        }
    }
    return inForce == nullptr ? std::nullopt : promiseOf(*inForce);
}

} // namespace domain
