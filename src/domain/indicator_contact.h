// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/contact_time.h"
#include "src/domain/indicator.h"
#include "src/domain/sanctioned_time.h"

#include <vector>

namespace domain {

/// The check-ins that count towards the policy: one of their activities does, or they name none, for a field that is
/// optional never costs minutes; and in sanctioned time, where the policy counts no other.
[[nodiscard]] std::vector<Contact> countingTowards(const SanctionedTimePolicy &policy,
                                                   const std::vector<Contact> &contacts);

/// I1, in minutes: contact of one pair. Clock times that overlap count once, the smaller value while the two differ,
/// nothing of a draft or a withdrawn check-in. n is the number of check-ins that count; no value when it is 0.
[[nodiscard]] Indicator contactMinutes(const std::vector<Contact> &contactsOfPair, Period period);
/// I1 for a mentor, over all her pairs: a contact with a group counts once, with the longest of its times.
[[nodiscard]] Indicator mentorMinutes(const std::vector<Contact> &contactsOfAllPairs, Period period);

/// I3, a share: held of promised (I1 / I2); above 1 when more was held. n is the school weeks of I2. No value when
/// nothing is promised in the period, or the two are of different periods.
[[nodiscard]] Indicator contactAttainment(const Indicator &contact, const Indicator &sanctioned);
/// I4, a share: contact in sanctioned time of what is promised. n and no value as in I3.
[[nodiscard]] Indicator protectedTimeUse(const std::vector<Contact> &contactsOfPair, const Indicator &sanctioned);
/// I5, a share: contact outside working hours of all contact. n is the number of check-ins that count; no value when
/// they are none.
[[nodiscard]] Indicator borrowedTimeShare(const std::vector<Contact> &contactsOfPair, Period period);

/// I6: the pace that attainment up to today (I3) means. NothingAgreed when I3 has nothing to divide by; TooEarly in the
/// first days of the match.
[[nodiscard]] Pace paceStatus(const Indicator &attainment, Day matchFrom, Day today,
                              const PaceThresholds &thresholds = {});

/// I7, a share: school weeks with a check-in that counts, of all school weeks of the period and the match. n is the
/// latter; no value when there are none.
[[nodiscard]] Indicator weeklyContactRate(const std::vector<Contact> &contactsOfPair, Period match, Period period,
                                          const Holidays &holidays);
/// I8, in school days: the longest run without contact in the period and the match, up to and with today. n is the
/// number of check-ins that count, and may be 0: the run then lasts from the beginning. No value when no day of the
/// period and the match has come.
[[nodiscard]] Indicator longestGap(const std::vector<Contact> &contactsOfPair, Period match, Period period, Day today,
                                   const Holidays &holidays);

} // namespace domain
