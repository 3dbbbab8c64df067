// SPDX-License-Identifier: Apache-2.0
#include "src/reports/frame.h"
#include "src/reports/words.h"

#include <algorithm>

namespace reports {

namespace {

namespace v1 = cadre::v1;

/// A pair in which this person is the teacher.
struct Own {
    const domain::MatchFact *match = nullptr;
    const PairHeld *held = nullptr;
};

std::vector<Own> ownPairs(const Holdings &held)
{
    std::vector<Own> own;
    for (const auto *match : held.facts.matchesOf(held.person)) {
        const auto pair = held.pairs.find(match->id);
        if (match->teacher == held.person && pair != held.pairs.end()
            && (pair->second.hasLog || pair->second.hasConversation)) {
            own.push_back({ match, &pair->second });
        }
    }
    std::sort(own.begin(), own.end(), [](const Own &a, const Own &b) {
        return std::pair(a.match->from, a.match->id) < std::pair(b.match->from, b.match->id);
    });
    return own;
}

/// What stands in the pair's own notes of a check-in; several are set one below the other.
Cell notesOf(const PairHeld &pair, const std::string &checkIn, v1::NotePart part, const std::string &author = {})
{
    std::string words;
    for (const auto &note : pair.notes) {
        if (note.check_in() == checkIn && note.part() == part && (author.empty() || note.author() == author)
            && !note.body().empty()) {
            words += (words.empty() ? "" : "\n") + note.body();
        }
    }
    return words.empty() ? Cell(Text {}) : Cell(textCell(words));
}

Text activitiesOf(const v1::CheckIn &checkIn)
{
    std::vector<Text> activities;
    for (const int activity : checkIn.activities()) {
        activities.push_back(choiceCell(*v1::Activity_descriptor(), activity));
    }
    return joined(activities);
}

Text standardsOf(const PairHeld &pair, const std::string &checkIn)
{
    std::vector<Text> standards;
    for (const auto &[id, detail] : pair.details) {
        if (detail.check_in() == checkIn) {
            for (const auto &standard : detail.standards()) {
                standards.push_back(textCell(standard));
            }
        }
    }
    return joined(standards);
}

constexpr std::size_t myStepColumn = 7;
constexpr std::size_t dueColumn = 9;

/// A step may have no such day: that is known.
Cell dayOrNone(const std::string &isoDay)
{
    return isoDay.empty() ? Cell(Text {}) : dayCell(isoDay);
}

void addStep(std::vector<Cell> &row, const v1::ActionItem &step, const record::Uuid &teacher)
{
    row[step.owner() == teacher.text() ? myStepColumn : myStepColumn + 1] = textCell(step.text());
    row[dueColumn] = dayOrNone(step.due());
    row[dueColumn + 1] = dayOrNone(step.done_on());
}

std::vector<Cell> emptyRow(const Cell &date)
{
    std::vector<Cell> row(12, Text {});
    row.front() = date;
    return row;
}

/// One row a check-in and one more for each further step, so that no column holds two promises.
void addRows(Table &table, const Own &own, const domain::Contact &contact)
{
    const auto &checkIn = contact.checkIn;
    const auto &pair = *own.held;
    auto row = emptyRow(dayCell(checkIn.on()));
    row[1] = Count { domain::countedMinutes(contact) };
    row[2] = choiceCell(*v1::ContactMode_descriptor(), checkIn.mode());
    row[3] = activitiesOf(checkIn);
    row[4] = standardsOf(pair, contact.id);
    row[5] = notesOf(pair, contact.id, v1::NOTE_PART_WORKS);
    row[6] = notesOf(pair, contact.id, v1::NOTE_PART_CHALLENGE);
    row[11] = notesOf(pair, contact.id, v1::NOTE_PART_REFLECTION, own.match->teacher.text());
    bool isFirst = true;
    for (const auto &[id, step] : pair.steps) {
        if (step.check_in() != contact.id) {
            continue;
        }
        if (!isFirst) {
            table.rows.push_back(row);
            row = emptyRow(dayCell(checkIn.on()));
        }
        addStep(row, step, own.match->teacher);
        isFirst = false;
    }
    table.rows.push_back(row);
}

bool isIn(const Request &request, const std::string &isoDay)
{
    const auto day = domain::parseDay(isoDay);
    return !request.window || (day && request.window->period.contains(*day));
}

/// The check-ins of all her pairs by day, without unfinished ones.
std::vector<std::pair<Own, domain::Contact>> checkInsOf(const std::vector<Own> &pairs, const Request &request)
{
    std::vector<std::pair<Own, domain::Contact>> checkIns;
    for (const auto &own : pairs) {
        for (const auto &contact : own.held->contacts) {
            if (contact.checkIn.status() != v1::CHECK_IN_STATUS_DRAFT && isIn(request, contact.checkIn.on())) {
                checkIns.emplace_back(own, contact);
            }
        }
    }
    std::stable_sort(checkIns.begin(), checkIns.end(),
                     [](const auto &a, const auto &b) { return a.second.checkIn.on() < b.second.checkIn.on(); });
    return checkIns;
}

Table recordOf(const std::vector<Own> &pairs, const std::vector<std::pair<Own, domain::Contact>> &checkIns,
               const Request &request)
{
    Table table { .heading = Reports::tr("Check-ins and steps"),
                  .caption = Reports::tr("One row is one check-in; each further step of it has a row of its own."),
                  .columns = { { "date", Reports::tr("Date") },
                               { "minutes", Reports::tr("Minutes") },
                               { "mode", Reports::tr("How") },
                               { "activities", Reports::tr("What we did") },
                               { "standards", Reports::tr("Standards") },
                               { "works", Reports::tr("What works") },
                               { "challenge", Reports::tr("Challenge") },
                               { "my_step", Reports::tr("My step") },
                               { "mentor_step", Reports::tr("Mentor’s step") },
                               { "due", Reports::tr("Due") },
                               { "done_on", Reports::tr("Done on") },
                               { "my_reflection", Reports::tr("My reflection") } } };
    std::set<std::string> told;
    for (const auto &[own, contact] : checkIns) {
        addRows(table, own, contact);
        told.insert(contact.id);
    }
    for (const auto &own : pairs) {
        for (const auto &[id, step] : own.held->steps) {
            const bool stands = told.contains(step.check_in());
            if (!stands && isIn(request, step.due().empty() ? step.done_on() : step.due())) {
                auto row = emptyRow(Text {});
                addStep(row, step, own.match->teacher);
                table.rows.push_back(row);
            }
        }
    }
    return table;
}

/// What the columns of the record have no room for.
Table conversationsOf(const std::vector<std::pair<Own, domain::Contact>> &checkIns)
{
    Table table { .heading = Reports::tr("What each conversation was about"),
                  .caption = Reports::tr("One row is one check-in of which this was written down."),
                  .columns = { { "date", Reports::tr("Date") },
                               { "focus", Reports::tr("Focus") },
                               { "evidence", Reports::tr("Evidence") },
                               { "confidence", Reports::tr("Confidence, 1 to 5") },
                               { "next_on", Reports::tr("Next meeting") },
                               { "next_focus", Reports::tr("Next focus") } } };
    for (const auto &[own, contact] : checkIns) {
        for (const auto &[id, detail] : own.held->details) {
            if (detail.check_in() != contact.id) {
                continue;
            }
            std::vector<Text> evidence;
            for (const int kind : detail.evidence()) {
                evidence.push_back(choiceCell(*v1::Evidence_descriptor(), kind));
            }
            table.rows.push_back({ dayCell(contact.checkIn.on()), textCell(detail.focus()), joined(evidence),
                                   detail.has_pulse() ? Cell(Count { detail.pulse() }) : Cell(Unknown {}),
                                   dayOrNone(detail.next_on()), textCell(detail.next_focus()) });
        }
    }
    return table;
}

bool isInRecord(const v1::CheckInNote &note, const Own &own)
{
    return note.part() == v1::NOTE_PART_WORKS || note.part() == v1::NOTE_PART_CHALLENGE
        || (note.part() == v1::NOTE_PART_REFLECTION && note.author() == own.match->teacher.text());
}

Table otherNotesOf(const Holdings &held, const std::vector<std::pair<Own, domain::Contact>> &checkIns)
{
    Table table { .heading = Reports::tr("Other notes"),
                  .caption = Reports::tr("One row is one note that you or your mentor wrote for both."),
                  .columns = { { "date", Reports::tr("Date") },
                               { "part", Reports::tr("Part") },
                               { "author_id", Reports::tr("Author") },
                               { "text", Reports::tr("Text") } } };
    for (const auto &[own, contact] : checkIns) {
        for (const auto &note : own.held->notes) {
            const auto author = record::Uuid::parse(note.author());
            if (note.check_in() == contact.id && !isInRecord(note, own) && !note.body().empty()) {
                table.rows.push_back(
                    { dayCell(contact.checkIn.on()), choiceCell(*v1::NotePart_descriptor(), note.part()),
                      author ? Cell(Text { author->text(), plain(held.nameOf(*author)) }) : Cell(Unknown {}),
                      textCell(note.body()) });
            }
        }
    }
    return table;
}

} // namespace

Document myRecord(const Holdings &held, const Request &request)
{
    const auto pairs = ownPairs(held);
    if (pairs.empty()) {
        throw NotHere(
            "This record is the teacher's own, and this device's person has no mentor here. The teacher makes "
            "hers on her own device.");
    }
    auto document = begun(held, request, Reports::tr("My record"),
                          Reports::tr("What you and your mentors wrote for one another. It is yours to keep"),
                          request.window ? windowWords(*request.window, request.language)
                                         : Reports::tr("all that this device holds"));
    const auto checkIns = checkInsOf(pairs, request);
    document.tables = { recordOf(pairs, checkIns, request), conversationsOf(checkIns), otherNotesOf(held, checkIns) };
    document.notes.push_back(Reports::tr("Your private notes are not in it; “cadrectl export” has those, too."));
    document.notes.push_back(Reports::tr("Minutes of which the two remember different times count with the smaller "
                                         "value. What the teacher has not answered counts."));
    for (const auto &own : pairs) {
        document.sources.insert({ v1::SCOPE_KIND_PAIR_LOG, own.match->id, 0 });
        document.sources.insert({ v1::SCOPE_KIND_PAIR, own.match->id, 0 });
    }
    return document;
}

} // namespace reports
