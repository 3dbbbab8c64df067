// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/plan.pb.h"
#include "src/domain/calendar.h"

#include <string>
#include <vector>

namespace domain {

enum class MilestoneHealth { OnTrack, DueSoon, AtRisk, Overdue, OnTime, OnTimeAfterRevision, Late, Dropped, Unknown };

/// How a milestone stands on a day; computed, never stored.
struct MilestoneStanding {
    MilestoneHealth health = MilestoneHealth::Unknown;
    /// Days after the current due date: of today while open, of the day it was done otherwise;
    /// negative is days left.
    int daysOverdue = 0;
    /// Days from the baseline date to the current due date; 0 when it never moved.
    int daysMoved = 0;
    std::string why; ///< English: "12 days overdue".
};

/// Due within this many days is "due soon".
inline constexpr int dueSoonDays = 14;

/// Unknown when a due date is missing or does not read.
[[nodiscard]] MilestoneStanding standingOf(const cadre::v1::Milestone &milestone, Day today);

/// A milestone with its id, as evidence.
struct MilestoneFact {
    std::string id;
    cadre::v1::Milestone milestone;
    int revisions = 0; ///< Times its date was moved.
};

/// A share with what it counts: `count` of `of`; `ids` are those that count.
struct Rate {
    int count = 0;
    int of = 0;
    std::vector<std::string> ids;
    std::string why;
    /// 0…1; 0 when there is nothing to count.
    [[nodiscard]] double share() const { return of == 0 ? 0 : static_cast<double>(count) / of; }
};

/// I17: done on or before the baseline date, of those with a baseline date in the period.
[[nodiscard]] Rate onTimeRate(const std::vector<MilestoneFact> &milestones, Day from, Day to);
/// I18: the same with the current date; `why` names the number of revisions.
[[nodiscard]] Rate onTimeAfterRevisionRate(const std::vector<MilestoneFact> &milestones, Day from, Day to);
/// I19: median of the days by which milestones slipped past their baseline date; nothing without any.
[[nodiscard]] std::optional<double> medianSlip(const std::vector<MilestoneFact> &milestones, Day today);

} // namespace domain
