// SPDX-License-Identifier: Apache-2.0
#include "src/reports/frame.h"
#include "src/reports/words.h"

#include <algorithm>

namespace reports {

namespace {

namespace v1 = cadre::v1;

/// Picks what one pair has in its calendar.
class Picked {
public:
    Picked(const Holdings &held, const Request &request)
        : m_held(held)
        , m_from(request.window ? request.window->period.from : domain::Month::of(held.today).firstDay())
        , m_to(request.window ? std::optional(request.window->period.to) : std::nullopt)
    {
    }

    void add(const PairHeld &pair)
    {
        std::set<domain::Day> days;
        for (const auto &contact : pair.contacts) {
            const auto day = domain::parseDay(contact.checkIn.on());
            if (day && isIn(*day) && domain::countedMinutes(contact) > 0) {
                days.insert(*day);
                addMeeting(contact, *day);
            }
        }
        // What several conversations said of one day is one meeting; what was held since is none to come.
        for (const auto &[id, detail] : pair.details) {
            const auto day = domain::parseDay(detail.next_on());
            if (day && *day >= m_held.today && isIn(*day) && days.insert(*day).second) {
                add({ .uid = id, .summary = Reports::tr("Mentoring: next meeting"), .day = *day });
            }
        }
        for (const auto &[id, step] : pair.steps) {
            const auto day = domain::parseDay(step.due());
            const bool isOpen = step.status() != v1::ACTION_STATUS_DONE && step.status() != v1::ACTION_STATUS_DROPPED;
            if (day && isIn(*day) && isOpen && step.owner() == m_held.person.text()) {
                add({ .uid = id, .summary = Reports::tr("Mentoring: my next step is due"), .day = *day });
            }
        }
    }

    std::vector<Appointment> inOrder()
    {
        std::sort(m_picked.begin(), m_picked.end(), [](const Appointment &a, const Appointment &b) {
            return std::tuple(a.day, a.start.value_or(0), a.uid) < std::tuple(b.day, b.start.value_or(0), b.uid);
        });
        return m_picked;
    }

private:
    [[nodiscard]] bool isIn(domain::Day day) const { return m_from <= day && (!m_to || day <= *m_to); }

    void add(Appointment appointment)
    {
        appointment.uid += "@cadre";
        m_picked.push_back(std::move(appointment));
    }

    void addMeeting(const domain::Contact &contact, domain::Day day)
    {
        Appointment meeting { .uid = contact.id, .summary = Reports::tr("Mentoring: meeting"), .day = day };
        if (contact.checkIn.has_start()) {
            meeting.start = contact.checkIn.start();
        }
        meeting.minutes = domain::countedMinutes(contact);
        add(std::move(meeting));
    }

    const Holdings &m_held;
    domain::Day m_from;
    std::optional<domain::Day> m_to;
    std::vector<Appointment> m_picked;
};

Table tableOf(const std::vector<Appointment> &appointments)
{
    Table table { .heading = Reports::tr("Days"),
                  .caption = Reports::tr("One row is one meeting or one day on which a step is due."),
                  .columns = { { "date", Reports::tr("Date") },
                               { "what", Reports::tr("What") },
                               { "minutes", Reports::tr("Minutes") } } };
    for (const auto &one : appointments) {
        table.rows.push_back({ one.day, Text { .code = one.summary.toStdString(), .words = one.summary },
                               one.minutes > 0 ? Cell(Count { one.minutes }) : Cell(Unknown {}) });
    }
    return table;
}

} // namespace

Document myCalendar(const Holdings &held, const Request &request)
{
    Picked picked(held, request);
    auto document = begun(
        held, request, Reports::tr("My calendar"),
        Reports::tr("Meetings and days on which a step is due, without names and subjects"),
        request.window
            ? windowWords(*request.window, request.language)
            : Reports::tr("from %1 on").arg(dayWords(domain::Month::of(held.today).firstDay(), request.language)));
    bool isAnybodys = false;
    for (const auto *match : held.facts.matchesOf(held.person)) {
        const auto pair = held.pairs.find(match->id);
        if (pair == held.pairs.end() || !(pair->second.hasLog || pair->second.hasConversation)) {
            continue;
        }
        isAnybodys = true;
        picked.add(pair->second);
        document.sources.insert({ v1::SCOPE_KIND_PAIR_LOG, match->id, 0 });
        document.sources.insert({ v1::SCOPE_KIND_PAIR, match->id, 0 });
    }
    if (!isAnybodys) {
        throw NotHere("This calendar is of one's own mentoring, and this device's person is in no pair here.");
    }
    document.appointments = picked.inOrder();
    document.tables = { tableOf(document.appointments) };
    return document;
}

} // namespace reports
