// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/check_in.pb.h"
#include "src/domain/contact_time.h"
#include "src/domain/indicator.h"

#include <functional>
#include <vector>

namespace domain {

/// I11, a share: check-ins of the period that the teacher confirmed, of those recorded whose day is more than 14 days
/// ago. n is the latter; no value when there are none.
[[nodiscard]] Indicator confirmationRate(const std::vector<Contact> &contacts, Period period, Day today);
/// I11, in days: the median from recording to confirmation, of check-ins of the period. n is those that are confirmed
/// with both times known and in order, for a clock may be wrong; no value when there are none.
[[nodiscard]] Indicator confirmationDelay(const std::vector<Contact> &contacts, Period period);

/// I12, in seconds in the form. n is the check-ins of the kind whose seconds are known; no value when there are none.
struct RecordingEffort {
    Indicator median;
    Indicator ninetiethPercentile;
};
[[nodiscard]] RecordingEffort recordingEffort(const std::vector<Contact> &contacts, cadre::v1::CheckInKind kind,
                                              Period period);
/// I12: the seconds that we aim at: 60 for a quick log, 240 for a conversation, nothing for other kinds.
[[nodiscard]] std::optional<int> targetSeconds(cadre::v1::CheckInKind kind);

/// I13, in minutes: the median from the end of the meeting to its record; 0 for what is written during it. n is the
/// check-ins whose clock time and time of entry are known; no value when there are none.
[[nodiscard]] Indicator entryLag(const std::vector<Contact> &contacts, Period period);

/// The local day of UTC milliseconds in a time zone (IANA name, empty when it is not known).
using LocalDayOf = std::function<Day(std::int64_t milliseconds, const std::string &zone)>;
/// I13, a share: check-ins entered on the day of the meeting, where they were made. n is those whose time of entry is
/// known; no value when there are none.
[[nodiscard]] Indicator sameDayShare(const std::vector<Contact> &contacts, Period period, const LocalDayOf &localDayOf);

/// I14, a share: steps done on or before the day they were due, of those due in the period. Counted are those whose day
/// is over, but for those dropped with a reason. n is their number; no value when there are none.
[[nodiscard]] Indicator followThrough(const std::vector<cadre::v1::ActionItem> &steps, Period period, Day today);
/// I14: the median of how often these steps were carried over. n and no value as in followThrough.
[[nodiscard]] Indicator timesCarried(const std::vector<cadre::v1::ActionItem> &steps, Period period, Day today);

} // namespace domain
