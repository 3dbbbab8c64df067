// SPDX-License-Identifier: Apache-2.0
#include "src/domain/contact_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace domain {

namespace v1 = cadre::v1;

namespace {

constexpr std::int64_t millisecondsAMinute = 60'000;
constexpr int longGap = 10;

std::vector<const Contact *> countedIn(const std::vector<Contact> &contacts, Day from, Day to)
{
    std::vector<const Contact *> counted;
    for (const auto &contact : contacts) {
        const auto on = parseDay(contact.checkIn.on());
        if (on && *on >= from && *on <= to && countedMinutes(contact) > 0) {
            counted.push_back(&contact);
        }
    }
    return counted;
}

bool isEarlier(const Contact *a, const Contact *b)
{
    const auto one = a->checkIn.start();
    const auto other = b->checkIn.start();
    return std::tie(one, a->id) < std::tie(other, b->id);
}

/// True when `a` comes before `b`: what the teacher answered herself, then the later.
bool comesBefore(const v1::Acknowledgement &a, const v1::Acknowledgement &b)
{
    if (a.given_to().empty() != b.given_to().empty()) {
        return a.given_to().empty();
    }
    return a.at() > b.at() || (a.at() == b.at() && a.SerializeAsString() > b.SerializeAsString());
}

} // namespace

std::vector<Contact> contactsOf(const std::vector<std::pair<std::string, v1::CheckIn>> &checkIns,
                                const std::vector<v1::Acknowledgement> &answers)
{
    std::map<std::string, const v1::Acknowledgement *> latest;
    for (const auto &answer : answers) {
        auto &known = latest[answer.check_in()];
        if (known == nullptr || comesBefore(answer, *known)) {
            known = &answer;
        }
    }
    std::vector<Contact> contacts;
    for (const auto &[id, checkIn] : checkIns) {
        const auto found = latest.find(id);
        contacts.push_back({ .id = id,
                             .checkIn = checkIn,
                             .answer = found == latest.end() ? std::nullopt : std::optional(*found->second) });
    }
    return contacts;
}

Answered answered(const Contact &contact)
{
    if (!contact.answer) {
        return Answered::No;
    }
    const auto &answer = *contact.answer;
    if (answer.result() == v1::CONFIRMATION_NOT_HELD) {
        return Answered::NotHeld;
    }
    const bool saysOther = answer.has_minutes() ? answer.minutes() != contact.checkIn.minutes()
                                                : answer.result() == v1::CONFIRMATION_TIME_DIFFERS;
    return saysOther ? Answered::OtherTime : Answered::Agrees;
}

int countedMinutes(const Contact &contact)
{
    const auto &checkIn = contact.checkIn;
    if (checkIn.status() != v1::CHECK_IN_STATUS_RECORDED && checkIn.status() != v1::CHECK_IN_STATUS_LOCKED) {
        return 0;
    }
    const int minutes = std::max(0, checkIn.minutes());
    switch (answered(contact)) {
    case Answered::NotHeld:
        return 0;
    case Answered::OtherTime:
        return contact.answer->has_minutes() ? std::min(minutes, std::max(0, contact.answer->minutes())) : minutes;
    case Answered::No:
    case Answered::Agrees:
        break;
    }
    return minutes;
}

ContactTotal contactTotal(const std::vector<Contact> &contacts, Day from, Day to)
{
    auto counted = countedIn(contacts, from, to);
    std::sort(counted.begin(), counted.end(), isEarlier);
    ContactTotal total;
    std::int64_t reached = INT64_MIN;
    for (const auto *contact : counted) {
        int minutes = countedMinutes(*contact);
        if (contact->checkIn.has_start()) {
            const auto end = contact->checkIn.start() + minutes * millisecondsAMinute;
            const auto start = std::max(contact->checkIn.start(), reached);
            minutes = static_cast<int>(std::max<std::int64_t>(0, end - start) / millisecondsAMinute);
            reached = std::max(reached, end);
        }
        total.minutes += minutes;
        const auto source = contact->checkIn.time_source();
        total.ownTimeMinutes += source == v1::TIME_SOURCE_OWN_TIME ? minutes : 0;
        total.sanctionedMinutes += source == v1::TIME_SOURCE_SANCTIONED ? minutes : 0;
        ++total.sessions;
        total.evidence.push_back(contact->id);
        total.days.insert(*parseDay(contact->checkIn.on()));
    }
    return total;
}

std::map<Month, ContactTotal> monthTotals(const std::vector<Contact> &contacts)
{
    std::map<Month, std::vector<Contact>> months;
    for (const auto &contact : contacts) {
        if (const auto on = parseDay(contact.checkIn.on())) {
            months[Month::of(*on)].push_back(contact);
        }
    }
    std::map<Month, ContactTotal> totals;
    for (const auto &[month, inMonth] : months) {
        auto total = contactTotal(inMonth, month.firstDay(), month.lastDay());
        if (total.sessions > 0) {
            totals[month] = std::move(total);
        }
    }
    return totals;
}

v1::PairMonth pairMonth(const std::string &matchId, Month month, const ContactTotal &total)
{
    v1::PairMonth record;
    record.set_match_id(matchId);
    record.set_month(month.text());
    record.set_minutes(total.minutes);
    record.set_sessions(total.sessions);
    record.set_own_time_minutes(total.ownTimeMinutes);
    return record;
}

v1::SchoolMonth schoolMonth(const std::string &schoolId, Month month, const std::vector<ContactTotal> &pairs)
{
    v1::SchoolMonth record;
    record.set_school(schoolId);
    record.set_month(month.text());
    int minutes = 0;
    int sessions = 0;
    int ownTime = 0;
    for (const auto &pair : pairs) {
        minutes += pair.minutes;
        sessions += pair.sessions;
        ownTime += pair.ownTimeMinutes;
    }
    record.set_minutes(minutes);
    record.set_sessions(sessions);
    record.set_own_time_minutes(ownTime);
    return record;
}

Pace paceFor(double minutes, double expected, int daysOfMatch, const PaceThresholds &thresholds)
{
    if (daysOfMatch < thresholds.quietDays || expected <= 0) {
        return Pace::TooEarly;
    }
    if (minutes * 100 >= expected * thresholds.onPacePercent) {
        return Pace::OnPace;
    }
    return minutes * 100 >= expected * thresholds.behindPercent ? Pace::Behind : Pace::FarBehind;
}

PaceStanding paceOf(const std::vector<Contact> &contacts, int monthlyMinutes, Day matchFrom, Day today,
                    const Holidays &holidays)
{
    PaceStanding standing;
    if (monthlyMinutes <= 0) {
        standing.why = "no time agreed";
        return standing;
    }
    const auto month = Month::of(today);
    const auto begin = std::max(month.firstDay(), matchFrom);
    const auto before = std::chrono::days(1);
    const int all = schoolDaysAfter(month.firstDay() - before, month.lastDay(), holidays);
    const int gone = schoolDaysAfter(begin - before, today, holidays);
    standing.minutes = contactTotal(contacts, month.firstDay(), today).minutes;
    standing.expected = all == 0 ? 0 : monthlyMinutes * gone / all;
    standing.why = fmt::format("{} of {} minutes up to today", standing.minutes, standing.expected);
    standing.pace = paceFor(standing.minutes, standing.expected, daysBetween(matchFrom, today));
    return standing;
}

ContactGap contactGap(const std::vector<Contact> &contacts, Day from, Day today, const Holidays &holidays)
{
    const auto days = contactTotal(contacts, from, today).days;
    const auto oneDay = std::chrono::days(1);
    ContactGap gap;
    Day last = from - oneDay;
    for (const auto day : days) {
        gap.schoolDays = std::max(gap.schoolDays, schoolDaysAfter(last, day - oneDay, holidays));
        last = day;
        gap.lastContact = day;
    }
    gap.current = schoolDaysAfter(last, today, holidays);
    gap.schoolDays = std::max(gap.schoolDays, gap.current);
    gap.isLong = gap.current > longGap;
    return gap;
}

} // namespace domain
