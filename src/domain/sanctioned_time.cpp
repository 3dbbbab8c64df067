// SPDX-License-Identifier: Apache-2.0
#include "src/domain/sanctioned_time.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace domain {

namespace {

constexpr Formula i2 { "I2", "sum of the promised minutes over the school days of the period and the match",
                       Unit::Minutes };

/// The match, up to the end of the promised weeks.
Period promisedDays(const SanctionedTimePolicy &policy, const PromiseTerms &terms, Period period)
{
    auto days = overlapOf(terms.match, { .from = terms.match.from, .to = std::max(period.to, terms.whole.to) });
    if (policy.weeks) {
        const auto weeks = schoolWeeks(days, terms.holidays);
        const auto promised = static_cast<std::size_t>(std::max(0, *policy.weeks));
        if (promised < weeks.size()) {
            days.to = weeks[promised] - std::chrono::days(1);
        }
    }
    return days;
}

/// A year's or a total's minutes are due on the days alone over which they are spread.
Period countedDays(const SanctionedTimePolicy &policy, const PromiseTerms &terms, Period days)
{
    const bool isOfAWhole = policy.unit == PolicyUnit::Year || policy.unit == PolicyUnit::Total;
    return isOfAWhole ? overlapOf(days, terms.whole) : days;
}

/// So many minutes are spread over the school days of these days.
using Spread = std::tuple<Day, Day, int>;

class Promise {
public:
    Promise(const SanctionedTimePolicy &policy, const PromiseTerms &terms, Period period)
        : m_policy(policy)
        , m_terms(terms)
        , m_promised(promisedDays(policy, terms, period))
        , m_counted(countedDays(policy, terms, overlapOf(m_promised, period)))
        , m_matchWeeks(schoolWeeks({ .from = m_promised.from, .to = m_counted.to }, terms.holidays))
    {
    }

    [[nodiscard]] double minutes() const
    {
        std::map<Spread, int> daysOf;
        for (auto day = m_counted.from; day <= m_counted.to; day += std::chrono::days(1)) {
            if (isSchoolDay(day, m_terms.holidays)) {
                ++daysOf[spreadOf(day)];
            }
        }
        double sum = 0;
        for (const auto &[spread, days] : daysOf) {
            const auto &[from, to, minutes] = spread;
            const int all = schoolDaysIn({ .from = from, .to = to }, m_terms.holidays);
            sum += all == 0 ? 0.0 : static_cast<double>(minutes) * days / all;
        }
        return m_policy.prorate ? sum * std::clamp(m_terms.fullTimeShare, 0.0, 1.0) : sum;
    }

    [[nodiscard]] int weeks() const { return static_cast<int>(schoolWeeks(m_counted, m_terms.holidays).size()); }

private:
    [[nodiscard]] bool isInPhase(Day day) const
    {
        const auto before = std::lower_bound(m_matchWeeks.begin(), m_matchWeeks.end(), weekOf(day));
        return m_policy.phaseMinutes && before - m_matchWeeks.begin() < m_policy.phaseWeeks.value_or(0);
    }

    [[nodiscard]] Spread spreadOf(Day day) const
    {
        const auto over = [](Period days, int minutes) { return Spread(days.from, days.to, minutes); };
        if (isInPhase(day)) {
            return over(weekFrom(weekOf(day)), *m_policy.phaseMinutes);
        }
        switch (m_policy.unit) {
        case PolicyUnit::Week:
            return over(weekFrom(weekOf(day)), m_policy.minutes);
        case PolicyUnit::Month:
            return over(periodOf(Month::of(day)), m_policy.minutes);
        case PolicyUnit::Year:
        case PolicyUnit::Total:
            break;
        }
        return over(m_policy.prorate ? m_terms.whole : overlapOf(m_terms.whole, m_promised), m_policy.minutes);
    }

    const SanctionedTimePolicy &m_policy;
    const PromiseTerms &m_terms;
    Period m_promised;
    Period m_counted;
    std::vector<Day> m_matchWeeks;
};

} // namespace

Indicator sanctionedMinutes(const std::optional<SanctionedTimePolicy> &policy, const PromiseTerms &terms, Period period)
{
    if (!policy) {
        return amountOf(i2, 0, 0, period);
    }
    const Promise promise(*policy, terms, period);
    return amountOf(i2, promise.minutes(), promise.weeks(), period);
}

} // namespace domain
