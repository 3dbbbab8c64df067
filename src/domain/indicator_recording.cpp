// SPDX-License-Identifier: Apache-2.0
#include "src/domain/indicator_recording.h"

#include "src/domain/check_in_rules.h"

#include <algorithm>

namespace domain {

namespace v1 = cadre::v1;

namespace {

constexpr Formula i11Rate { "I11", "confirmed check-ins / check-ins recorded more than 14 days ago", Unit::Share };
constexpr Formula i11Delay { "I11", "median of confirmed - recorded", Unit::Days };
constexpr Formula i12Median { "I12", "median of the seconds in the form", Unit::Seconds };
constexpr Formula i12Most { "I12", "90th percentile of the seconds in the form", Unit::Seconds };
constexpr Formula i13Lag { "I13", "median of entered - end of the meeting", Unit::Minutes };
constexpr Formula i13SameDay { "I13", "check-ins entered on their day / check-ins", Unit::Share };
constexpr Formula i14Rate { "I14", "steps done when they were due / steps that were due", Unit::Share };
constexpr Formula i14Carried { "I14", "median of how often a step was carried over", Unit::Times };

constexpr double millisecondsAMinute = 60'000;
constexpr double millisecondsADay = 24 * 60 * millisecondsAMinute;

/// Recorded or locked, of a day in the period.
std::vector<const Contact *> recordedIn(const std::vector<Contact> &contacts, Period period)
{
    std::vector<const Contact *> recorded;
    for (const auto &contact : contacts) {
        const auto status = contact.checkIn.status();
        const auto on = parseDay(contact.checkIn.on());
        if ((status == v1::CHECK_IN_STATUS_RECORDED || status == v1::CHECK_IN_STATUS_LOCKED) && on
            && period.contains(*on)) {
            recorded.push_back(&contact);
        }
    }
    return recorded;
}

bool isConfirmed(const Contact &contact)
{
    return answered(contact) == Answered::Agrees;
}

/// Due in the period, on a day that is over, and not dropped with a reason.
std::vector<const v1::ActionItem *> dueIn(const std::vector<v1::ActionItem> &steps, Period period, Day today)
{
    std::vector<const v1::ActionItem *> wereDue;
    for (const auto &step : steps) {
        const auto due = parseDay(step.due());
        const bool isExcused = step.status() == v1::ACTION_STATUS_DROPPED && !step.reason().empty();
        if (due && period.contains(*due) && *due < today && !isExcused) {
            wereDue.push_back(&step);
        }
    }
    return wereDue;
}

bool isDoneInTime(const v1::ActionItem &step)
{
    const auto doneOn = parseDay(step.done_on());
    return step.status() == v1::ACTION_STATUS_DONE && doneOn && *doneOn <= *parseDay(step.due());
}

} // namespace

Indicator confirmationRate(const std::vector<Contact> &contacts, Period period, Day today)
{
    int confirmed = 0;
    int old = 0;
    for (const auto *contact : recordedIn(contacts, period)) {
        if (daysBetween(*parseDay(contact->checkIn.on()), today) > answerDays) {
            ++old;
            confirmed += isConfirmed(*contact) ? 1 : 0;
        }
    }
    return ratioOf(i11Rate, confirmed, old, old, period);
}

Indicator confirmationDelay(const std::vector<Contact> &contacts, Period period)
{
    std::vector<double> delays;
    for (const auto *contact : recordedIn(contacts, period)) {
        if (isConfirmed(*contact) && contact->checkIn.has_entered_at() && contact->answer->has_at()
            && contact->answer->at() >= contact->checkIn.entered_at()) {
            delays.push_back(static_cast<double>(contact->answer->at() - contact->checkIn.entered_at())
                             / millisecondsADay);
        }
    }
    return medianOf(i11Delay, delays, period);
}

RecordingEffort recordingEffort(const std::vector<Contact> &contacts, v1::CheckInKind kind, Period period)
{
    std::vector<double> seconds;
    for (const auto *contact : recordedIn(contacts, period)) {
        if (contact->checkIn.kind() == kind && contact->checkIn.has_form_seconds()) {
            seconds.push_back(contact->checkIn.form_seconds());
        }
    }
    return { .median = medianOf(i12Median, seconds, period),
             .ninetiethPercentile = percentileOf(i12Most, seconds, 90, period) };
}

std::optional<int> targetSeconds(v1::CheckInKind kind)
{
    switch (kind) {
    case v1::CHECK_IN_KIND_QUICK:
        return 60;
    case v1::CHECK_IN_KIND_CONVERSATION:
        return 240;
    default:
        return std::nullopt;
    }
}

Indicator entryLag(const std::vector<Contact> &contacts, Period period)
{
    std::vector<double> lags;
    for (const auto *contact : recordedIn(contacts, period)) {
        const auto &checkIn = contact->checkIn;
        if (checkIn.has_start() && checkIn.has_minutes() && checkIn.has_entered_at()) {
            const auto sinceStart = static_cast<double>(checkIn.entered_at() - checkIn.start()) / millisecondsAMinute;
            lags.push_back(std::max(0.0, sinceStart - checkIn.minutes()));
        }
    }
    return medianOf(i13Lag, lags, period);
}

Indicator sameDayShare(const std::vector<Contact> &contacts, Period period, const LocalDayOf &localDayOf)
{
    int sameDay = 0;
    int known = 0;
    for (const auto *contact : recordedIn(contacts, period)) {
        const auto &checkIn = contact->checkIn;
        if (checkIn.has_entered_at()) {
            ++known;
            sameDay += localDayOf(checkIn.entered_at(), checkIn.tz()) == *parseDay(checkIn.on()) ? 1 : 0;
        }
    }
    return ratioOf(i13SameDay, sameDay, known, known, period);
}

Indicator followThrough(const std::vector<v1::ActionItem> &steps, Period period, Day today)
{
    const auto wereDue = dueIn(steps, period, today);
    const auto inTime =
        std::count_if(wereDue.begin(), wereDue.end(), [](const auto *step) { return isDoneInTime(*step); });
    const auto n = static_cast<int>(wereDue.size());
    return ratioOf(i14Rate, static_cast<double>(inTime), n, n, period);
}

Indicator timesCarried(const std::vector<v1::ActionItem> &steps, Period period, Day today)
{
    std::vector<double> counts;
    for (const auto *step : dueIn(steps, period, today)) {
        counts.push_back(step->carried_count());
    }
    return medianOf(i14Carried, counts, period);
}

} // namespace domain
