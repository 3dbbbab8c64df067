// SPDX-License-Identifier: Apache-2.0
#include "src/domain/check_in_rules.h"
#include "src/domain/monthly_statement.h"
#include "src/reports/frame.h"
#include "src/reports/pair_figures.h"
#include "src/reports/words.h"

#include <algorithm>
#include <stdexcept>

namespace reports {

namespace {

namespace v1 = cadre::v1;

struct Line {
    const domain::MatchFact *match = nullptr;
    PairFigures figures;
    std::optional<domain::StatementStanding> standing; ///< Where the log is held, and with it who signed.
    std::string order; ///< School, mentor, teacher by name.
};

std::optional<domain::StatementStanding> standingOf(const Holdings &held, const domain::MatchFact &match,
                                                    const PairFigures &figures, const Window &window)
{
    const auto month = domain::Month::of(window.period.from);
    if (!figures.isFromLog) {
        return std::nullopt;
    }
    const auto &pair = held.pairs.at(match.id);
    const auto total = domain::contactTotal(pair.contacts, month.firstDay(), month.lastDay());
    return domain::statementStanding({ match.id.text(), match.mentor.text(), match.teacher.text() }, month, total,
                                     pair.signatures);
}

std::vector<Line> linesOf(const Holdings &held, const Window &window)
{
    std::vector<Line> lines;
    for (const auto &[id, match] : held.facts.matches()) {
        const auto figures = figuresOf(held, match, window);
        if (figures && (figures->sessions > 0 || isPairIn(match, window.period))) {
            lines.push_back({ &match, *figures, standingOf(held, match, *figures, window),
                              held.nameOf(match.school) + '\n' + held.nameOf(match.mentor) + '\n'
                                  + held.nameOf(match.teacher) + '\n' + id.text() });
        }
    }
    std::sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return a.order < b.order; });
    return lines;
}

Cell nameCell(const Holdings &held, const record::Uuid &id)
{
    return Text { .code = id.text(), .words = plain(held.nameOf(id)) };
}

Cell sumCell(const std::optional<domain::Indicator> &indicator)
{
    return indicator ? Cell(Count { std::lround(indicator->numerator) }) : Cell(Unknown {});
}

/// The day here on which somebody signed the minutes that stand there; empty where she signed others.
Cell signedCell(const domain::SignatureStanding &signature)
{
    return signature.standing == domain::Signed::Yes ? Cell(dayHere(signature.at)) : Cell(Unknown {});
}

Cell statusCell(const std::optional<domain::StatementStanding> &standing)
{
    if (!standing) {
        return Unknown {};
    }
    switch (standing->status) {
    case domain::StatementStatus::SignedByMentor:
        return Text { .code = "signed_mentor", .words = Reports::tr("Signed by the mentor") };
    case domain::StatementStatus::SignedByTeacher:
        return Text { .code = "signed_teacher", .words = Reports::tr("Signed by the teacher") };
    case domain::StatementStatus::SignedByBoth:
        return Text { .code = "signed_both", .words = Reports::tr("Signed by both") };
    case domain::StatementStatus::Received:
        return Text { .code = "received", .words = Reports::tr("Signed by both, and seen") };
    case domain::StatementStatus::Reopened:
        return Text { .code = "reopened", .words = Reports::tr("Signed before this changed") };
    case domain::StatementStatus::Open:
        break;
    }
    return Text { .code = "open", .words = Reports::tr("Open", "state of a monthly statement") };
}

std::vector<Cell> rowOf(const Holdings &held, const Line &line, const Text &month)
{
    const auto &[match, figures, standing, order] = line;
    return { nameCell(held, match->school),
             nameCell(held, match->mentor),
             nameCell(held, match->teacher),
             month,
             Count { figures.sessions },
             sumCell(figures.contact),
             sumCell(figures.protectedTime),
             sumCell(figures.borrowed),
             sumCell(figures.weeks),
             figures.sanctioned.value ? sumCell(figures.sanctioned) : Cell(Unknown {}),
             percentCell(figures.attainment),
             standing ? signedCell(standing->mentor) : Unknown {},
             standing ? signedCell(standing->teacher) : Unknown {},
             standing ? signedCell(standing->seen) : Unknown {},
             statusCell(standing) };
}

Table statementOf(const Holdings &held, const std::vector<Line> &lines, const Text &month)
{
    Table table { .heading = Reports::tr("Minutes of each pair"),
                  .caption = Reports::tr("One row is one pair in this month. Times that overlap count once."),
                  .columns = { { "school_id", Reports::tr("School") },
                               { "mentor_id", Reports::tr("Mentor") },
                               { "teacher_id", Reports::tr("Teacher") },
                               { "month", Reports::tr("Month") },
                               { "sessions", Reports::tr("Meetings") },
                               { "minutes", Reports::tr("Minutes") },
                               { "protected_minutes", Reports::tr("In sanctioned time") },
                               { "own_time_minutes", Reports::tr("Outside hours") },
                               { "weeks_with_contact", Reports::tr("Weeks with contact") },
                               { "policy_minutes", Reports::tr("Minutes agreed") },
                               { "attainment_pct", Reports::tr("Held of agreed") },
                               { "mentor_signed_on", Reports::tr("Mentor signed") },
                               { "teacher_signed_on", Reports::tr("Teacher signed") },
                               { "admin_seen_on", Reports::tr("Seen") },
                               { "status", Reports::tr("Status") } },
                  .rowHeader = 2 };
    for (const auto &line : lines) {
        table.rows.push_back(rowOf(held, line, month));
    }
    return table;
}

Text answerOf(const domain::Contact &contact, domain::Day today)
{
    if (contact.checkIn.status() == v1::CHECK_IN_STATUS_VOID) {
        return choiceCell(*v1::CheckInStatus_descriptor(), v1::CHECK_IN_STATUS_VOID);
    }
    if (contact.answer) {
        return choiceCell(*v1::Confirmation_descriptor(), contact.answer->result());
    }
    return domain::isUnanswered(contact.checkIn, false, today)
        ? Text { .code = "not_answered", .words = Reports::tr("Not answered") }
        : Text { .code = "open", .words = Reports::tr("Open", "an answer is still expected") };
}

/// The days behind the sums. What was said on them, and how they met, is not the reader's.
Table datesOf(const Holdings &held, const std::vector<Line> &lines, const Window &window)
{
    Table table { .heading = Reports::tr("Dates"),
                  .caption = Reports::tr("One row is one meeting, with the minutes that count."),
                  .columns = { { "teacher_id", Reports::tr("Teacher") },
                               { "date", Reports::tr("Date") },
                               { "minutes", Reports::tr("Minutes") },
                               { "time", Reports::tr("Time") },
                               { "answer", Reports::tr("Teacher’s answer") } } };
    for (const auto &line : lines) {
        const auto pair = held.pairs.find(line.match->id);
        if (!line.figures.isFromLog) {
            continue;
        }
        for (const auto &contact : pair->second.contacts) {
            const auto day = domain::parseDay(contact.checkIn.on());
            if (day && window.period.contains(*day) && contact.checkIn.status() != v1::CHECK_IN_STATUS_DRAFT) {
                table.rows.push_back({ nameCell(held, line.match->teacher), *day,
                                       Count { domain::countedMinutes(contact) },
                                       choiceCell(*v1::TimeSource_descriptor(), contact.checkIn.time_source()),
                                       answerOf(contact, held.today) });
            }
        }
    }
    return table;
}

Table signaturesOf(const Holdings &held, const std::vector<Line> &lines)
{
    Table table { .heading = Reports::tr("Signatures"),
                  .caption = Reports::tr("Who has signed in Cadre stands here with the day; the others sign on paper."),
                  .columns = { { "teacher_id", Reports::tr("Pair") },
                               { "mentor_signature", Reports::tr("Mentor") },
                               { "teacher_signature", Reports::tr("Teacher") },
                               { "admin_seen", Reports::tr("Seen by the administrator (minutes only)") } } };
    for (const auto &line : lines) {
        // One below the other: a signature needs the height.
        const auto pair = plain(held.nameOf(line.match->mentor) + '\n' + held.nameOf(line.match->teacher));
        const auto cell = [&](domain::SignatureStanding domain::StatementStanding::*whose) {
            const auto known = line.standing ? signedCell((*line.standing).*whose) : Cell(Unknown {});
            return std::holds_alternative<domain::Day>(known) ? known : Cell(Text {});
        };
        table.rows.push_back({ Text { .code = line.match->teacher.text(), .words = pair },
                               cell(&domain::StatementStanding::mentor), cell(&domain::StatementStanding::teacher),
                               cell(&domain::StatementStanding::seen) });
    }
    return table;
}

void addFormulas(Document &document, const std::vector<Line> &lines)
{
    std::vector<domain::Indicator> contact, sanctioned, attainment, protectedTime, borrowed, weeks;
    for (const auto &[match, figures, standing, order] : lines) {
        contact.push_back(figures.contact);
        sanctioned.push_back(figures.sanctioned);
        attainment.push_back(figures.attainment);
        borrowed.push_back(figures.borrowed);
        if (figures.isFromLog) {
            protectedTime.push_back(*figures.protectedTime);
            weeks.push_back(*figures.weeks);
        }
    }
    for (const auto &one : { contact, sanctioned, attainment, protectedTime, borrowed, weeks }) {
        addFormula(document, one);
    }
}

} // namespace

Document mentoringStatement(const Holdings &held, const Request &request)
{
    const auto window = windowOf(held, request);
    if (!window.isMonth()) {
        throw std::invalid_argument("A mentoring statement is of one month; name it like 2026-10.");
    }
    const auto lines = linesOf(held, window);
    const bool knowsPairs = std::any_of(held.facts.matches().begin(), held.facts.matches().end(),
                                        [&](const auto &entry) { return figuresOf(held, entry.second, window); });
    if (!knowsPairs) {
        throw NotHere(
            "This device holds no pair's minutes. The statement is made by the pair, by the school's team, or "
            "by the district's M&I lead, on a device of theirs.");
    }
    auto document = begun(held, request, Reports::tr("Monthly mentoring statement"),
                          Reports::tr("Time that mentors and teachers spent together, without what they spoke about"),
                          windowWords(window, request.language));
    const Text month { .code = window.code, .words = windowWords(window, request.language) };
    document.tables = { statementOf(held, lines, month), datesOf(held, lines, window), signaturesOf(held, lines) };
    if (held.today <= window.period.to) {
        document.notes.push_back(Reports::tr("The month is not over: minutes are those up to today, and minutes agreed "
                                             "are those of the whole month."));
    }
    document.notes.push_back(Reports::tr("Minutes of which the two remember different times count with the smaller "
                                         "value. What the teacher has not answered counts."));
    document.notes.push_back(Reports::tr("This device knows no holidays: every day from Monday to Friday is taken for "
                                         "a school day."));
    document.notes.push_back(Reports::tr("A signature is to the minutes that stood there. Where they changed since, it "
                                         "is asked for again."));
    addFormulas(document, lines);
    for (const auto &line : lines) {
        if (line.figures.isFromLog) {
            document.sources.insert({ v1::SCOPE_KIND_PAIR_LOG, line.match->id, 0 });
        }
    }
    return document;
}

} // namespace reports
