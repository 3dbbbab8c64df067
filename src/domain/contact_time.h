// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/check_in.pb.h"
#include "cadre/v1/mentoring.pb.h"
#include "src/domain/calendar.h"
#include "sync/record/id.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace domain {

/// A check-in with its id and the teacher's answer that counts.
struct Contact {
    std::string id;
    cadre::v1::CheckIn checkIn;
    std::optional<cadre::v1::Acknowledgement> answer;
};

/// Gives each check-in the latest of the answers that name it; what the teacher answered herself comes before what she
/// said in person to who wrote it down.
[[nodiscard]] std::vector<Contact> contactsOf(const std::vector<std::pair<std::string, cadre::v1::CheckIn>> &checkIns,
                                              const std::vector<cadre::v1::Acknowledgement> &answers);

enum class Answered {
    No,
    Agrees, ///< She confirmed these minutes; or those that she had said are there by now.
    OtherTime, ///< She said, or had confirmed, other minutes than are there now.
    NotHeld,
};
/// How the teacher's answer stands to the check-in as it is now: what was confirmed and then corrected is not
/// confirmed.
[[nodiscard]] Answered answered(const Contact &contact);

/// What a check-in counts for, with its answer: 0 for a draft, a withdrawn one or one that did
/// not happen; the smaller value where the two of the pair differ.
[[nodiscard]] int countedMinutes(const Contact &contact);

struct ContactTotal {
    int minutes = 0; ///< Clock times that overlap count once.
    int sessions = 0;
    int ownTimeMinutes = 0; ///< Outside working hours; overlapping time is shared out to the earlier start.
    int sanctionedMinutes = 0; ///< In time set aside for it; shared out likewise.
    std::vector<std::string> evidence; ///< Ids of the check-ins that count.
    std::set<Day> days; ///< On which they took place.
};

/// I1 for the check-ins of one pair whose day lies in [from, to].
[[nodiscard]] ContactTotal contactTotal(const std::vector<Contact> &contacts, Day from, Day to);
/// Totals of every month in which one pair met.
[[nodiscard]] std::map<Month, ContactTotal> monthTotals(const std::vector<Contact> &contacts);

[[nodiscard]] cadre::v1::PairMonth pairMonth(const std::string &matchId, Month month, const ContactTotal &total);
[[nodiscard]] cadre::v1::SchoolMonth schoolMonth(const std::string &schoolId, Month month,
                                                 const std::vector<ContactTotal> &pairs);

enum class Pace { TooEarly, OnPace, Behind, FarBehind, NothingAgreed };

struct PaceStanding {
    Pace pace = Pace::NothingAgreed;
    int minutes = 0; ///< Held so far.
    int expected = 0; ///< Of the month's minutes, up to the day.
    std::string why;
};

/// The borders of I6, which an academy may set.
struct PaceThresholds {
    int onPacePercent = 90; ///< From here on pace …
    int behindPercent = 60; ///< … from here behind, and below it far behind.
    int quietDays = 14; ///< So many days of a match have no pace yet.
};

/// I6: the pace that these minutes, held of those expected, mean on that day of the match, the first being 0. TooEarly
/// when none are expected.
[[nodiscard]] Pace paceFor(double minutes, double expected, int daysOfMatch, const PaceThresholds &thresholds = {});

/// I6 within the day's month: held minutes against the share of `monthlyMinutes` for the school
/// days gone by. No status in the first two weeks of the match.
[[nodiscard]] PaceStanding paceOf(const std::vector<Contact> &contacts, int monthlyMinutes, Day matchFrom, Day today,
                                  const Holidays &holidays = {});

/// I8: the longest run of school days without contact since `from`, today included.
struct ContactGap {
    int schoolDays = 0;
    /// School days since the last contact, or since `from` when there was none.
    int current = 0;
    std::optional<Day> lastContact;
    bool isLong = false; ///< The current one is more than ten.
};
[[nodiscard]] ContactGap contactGap(const std::vector<Contact> &contacts, Day from, Day today,
                                    const Holidays &holidays = {});

} // namespace domain
