// SPDX-License-Identifier: Apache-2.0
#include "src/domain/indicator_contact.h"

#include "src/domain/group_contact.h"

#include <algorithm>
#include <iterator>

namespace domain {

namespace {

constexpr Formula i1 { "I1", "minutes of all check-ins, where clock times overlap once", Unit::Minutes };
constexpr Formula i3 { "I3", "contact minutes / sanctioned minutes", Unit::Share };
constexpr Formula i4 { "I4", "contact minutes in sanctioned time / sanctioned minutes", Unit::Share };
constexpr Formula i5 { "I5", "contact minutes outside hours / contact minutes", Unit::Share };
constexpr Formula i7 { "I7", "school weeks with a check-in / school weeks", Unit::Share };
constexpr Formula i8 { "I8", "most school days in a row without contact, today included", Unit::SchoolDays };

} // namespace

std::vector<Contact> countingTowards(const SanctionedTimePolicy &policy, const std::vector<Contact> &contacts)
{
    std::vector<Contact> counting;
    std::copy_if(contacts.begin(), contacts.end(), std::back_inserter(counting), [&](const Contact &contact) {
        const auto &named = contact.checkIn.activities();
        const bool isKept =
            policy.counts.empty() || named.empty() || std::any_of(named.begin(), named.end(), [&](int activity) {
                return policy.counts.contains(static_cast<cadre::v1::Activity>(activity));
            });
        return isKept && (!policy.protectedOnly || contact.checkIn.time_source() == cadre::v1::TIME_SOURCE_SANCTIONED);
    });
    return counting;
}

Indicator contactMinutes(const std::vector<Contact> &contactsOfPair, Period period)
{
    const auto total = contactTotal(contactsOfPair, period.from, period.to);
    return amountOf(i1, total.minutes, total.sessions, period);
}

Indicator mentorMinutes(const std::vector<Contact> &contactsOfAllPairs, Period period)
{
    return contactMinutes(onceASession(contactsOfAllPairs), period);
}

Indicator contactAttainment(const Indicator &contact, const Indicator &sanctioned)
{
    const int weeks = contact.period == sanctioned.period ? sanctioned.n : 0;
    return ratioOf(i3, contact.numerator, sanctioned.numerator, weeks, sanctioned.period);
}

Indicator protectedTimeUse(const std::vector<Contact> &contactsOfPair, const Indicator &sanctioned)
{
    const auto total = contactTotal(contactsOfPair, sanctioned.period.from, sanctioned.period.to);
    return ratioOf(i4, total.sanctionedMinutes, sanctioned.numerator, sanctioned.n, sanctioned.period);
}

Indicator borrowedTimeShare(const std::vector<Contact> &contactsOfPair, Period period)
{
    const auto total = contactTotal(contactsOfPair, period.from, period.to);
    return ratioOf(i5, total.ownTimeMinutes, total.minutes, total.sessions, period);
}

Pace paceStatus(const Indicator &attainment, Day matchFrom, Day today, const PaceThresholds &thresholds)
{
    if (!attainment.value) {
        return Pace::NothingAgreed;
    }
    return paceFor(attainment.numerator, *attainment.denominator, daysBetween(matchFrom, today), thresholds);
}

Indicator weeklyContactRate(const std::vector<Contact> &contactsOfPair, Period match, Period period,
                            const Holidays &holidays)
{
    const auto eligible = overlapOf(match, period);
    const auto weeks = schoolWeeks(eligible, holidays);
    const auto total = contactTotal(contactsOfPair, eligible.from, eligible.to);
    std::set<Day> met;
    for (const auto day : total.days) {
        met.insert(weekOf(day));
    }
    const auto held = std::count_if(weeks.begin(), weeks.end(), [&](Day week) { return met.contains(week); });
    const auto n = static_cast<int>(weeks.size());
    return ratioOf(i7, static_cast<double>(held), n, n, period);
}

Indicator longestGap(const std::vector<Contact> &contactsOfPair, Period match, Period period, Day today,
                     const Holidays &holidays)
{
    const auto come = overlapOf(overlapOf(match, period), { .from = period.from, .to = today });
    const auto gap = contactGap(contactsOfPair, come.from, come.to, holidays);
    auto longest = amountOf(i8, gap.schoolDays, contactTotal(contactsOfPair, come.from, come.to).sessions, period);
    longest.value = come.isEmpty() ? std::nullopt : std::optional<double>(gap.schoolDays);
    return longest;
}

} // namespace domain
