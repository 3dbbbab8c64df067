// SPDX-License-Identifier: Apache-2.0
#include "src/domain/milestone.h"

#include <fmt/format.h>

#include <algorithm>

namespace domain {

namespace v1 = cadre::v1;

namespace {

std::string daysText(int days)
{
    return fmt::format("{} day{}", days, days == 1 ? "" : "s");
}

MilestoneStanding doneStanding(MilestoneStanding standing, Day baseline, Day current, Day doneOn)
{
    standing.daysOverdue = daysBetween(current, doneOn);
    if (doneOn <= baseline) {
        standing.health = MilestoneHealth::OnTime;
        standing.why = "done on time";
    } else if (doneOn <= current) {
        standing.health = MilestoneHealth::OnTimeAfterRevision;
        standing.why = "done by the date to which it was moved";
    } else {
        standing.health = MilestoneHealth::Late;
        standing.why = "done " + daysText(standing.daysOverdue) + " late";
    }
    return standing;
}

MilestoneStanding openStanding(MilestoneStanding standing, const v1::Milestone &milestone, Day current, Day today)
{
    standing.daysOverdue = daysBetween(current, today);
    const int left = -standing.daysOverdue;
    if (left < 0) {
        standing.health = MilestoneHealth::Overdue;
        standing.why = daysText(standing.daysOverdue) + " overdue";
    } else if (milestone.at_risk()) {
        standing.health = MilestoneHealth::AtRisk;
        standing.why = "marked at risk, due in " + daysText(left);
    } else if (left <= dueSoonDays) {
        standing.health = MilestoneHealth::DueSoon;
        standing.why = left == 0 ? "due today" : "due in " + daysText(left);
    } else {
        standing.health = MilestoneHealth::OnTrack;
        standing.why = "due in " + daysText(left);
    }
    return standing;
}

template <typename DueOf>
Rate rateOf(const std::vector<MilestoneFact> &milestones, Day from, Day to, DueOf dueOf)
{
    Rate rate;
    for (const auto &[id, milestone, revisions] : milestones) {
        const auto due = dueOf(milestone);
        if (!due || *due < from || *due > to || milestone.status() == v1::MILESTONE_STATUS_DROPPED) {
            continue;
        }
        ++rate.of;
        const auto doneOn = parseDay(milestone.done_on());
        if (doneOn && *doneOn <= *due) {
            ++rate.count;
            rate.ids.push_back(id);
        }
    }
    return rate;
}

} // namespace

MilestoneStanding standingOf(const v1::Milestone &milestone, Day today)
{
    MilestoneStanding standing;
    const auto current = parseDay(milestone.current_due());
    const auto baseline = milestone.has_baseline_due() ? parseDay(milestone.baseline_due()) : current;
    if (!current || !baseline) {
        standing.why = "no due date";
        return standing;
    }
    standing.daysMoved = daysBetween(*baseline, *current);
    if (milestone.status() == v1::MILESTONE_STATUS_DROPPED) {
        standing.health = MilestoneHealth::Dropped;
        standing.why = "dropped";
        return standing;
    }
    if (const auto doneOn = parseDay(milestone.done_on())) {
        return doneStanding(standing, *baseline, *current, *doneOn);
    }
    if (milestone.status() == v1::MILESTONE_STATUS_DONE) {
        standing.why = "done, without a day";
        return standing;
    }
    return openStanding(standing, milestone, *current, today);
}

Rate onTimeRate(const std::vector<MilestoneFact> &milestones, Day from, Day to)
{
    auto rate =
        rateOf(milestones, from, to, [](const v1::Milestone &milestone) { return parseDay(milestone.baseline_due()); });
    rate.why = fmt::format("{} of {} done by their baseline date", rate.count, rate.of);
    return rate;
}

Rate onTimeAfterRevisionRate(const std::vector<MilestoneFact> &milestones, Day from, Day to)
{
    auto rate =
        rateOf(milestones, from, to, [](const v1::Milestone &milestone) { return parseDay(milestone.current_due()); });
    int revisions = 0;
    for (const auto &fact : milestones) {
        revisions += fact.revisions;
    }
    rate.why = fmt::format("{} of {} done by their current date; dates were moved {} time{}", rate.count, rate.of,
                           revisions, revisions == 1 ? "" : "s");
    return rate;
}

std::optional<double> medianSlip(const std::vector<MilestoneFact> &milestones, Day today)
{
    std::vector<int> slips;
    for (const auto &fact : milestones) {
        const auto baseline = parseDay(fact.milestone.baseline_due());
        if (baseline && fact.milestone.status() != v1::MILESTONE_STATUS_DROPPED) {
            slips.push_back(std::max(0, daysBetween(*baseline, parseDay(fact.milestone.done_on()).value_or(today))));
        }
    }
    if (slips.empty()) {
        return std::nullopt;
    }
    std::sort(slips.begin(), slips.end());
    const auto middle = slips.size() / 2;
    return slips.size() % 2 == 1 ? slips[middle] : (slips[middle - 1] + slips[middle]) / 2.0;
}

} // namespace domain
