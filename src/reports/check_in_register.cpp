// SPDX-License-Identifier: Apache-2.0
#include "src/domain/indicator_recording.h"
#include "src/domain/suppression.h"
#include "src/reports/frame.h"
#include "src/reports/school_figures.h"
#include "src/reports/words.h"

#include <algorithm>

namespace reports {

namespace {

using domain::Indicator;

constexpr auto theme = "matched";

std::vector<Indicator> each(const School &school, Indicator PairFigures::*which)
{
    std::vector<Indicator> all;
    for (const auto &figures : school.figures) {
        all.push_back(figures.*which);
    }
    return all;
}

std::vector<Indicator> each(const School &school, std::optional<Indicator> PairFigures::*which)
{
    std::vector<Indicator> all;
    for (const auto &figures : school.figures) {
        if (figures.*which) {
            all.push_back(*(figures.*which));
        }
    }
    return all;
}

Cell hidden()
{
    return Withheld { .code = "hidden", .words = Reports::tr("fewer than 5 teachers") };
}

Cell matchedCell(const School &school, const domain::PublishedGroup &told)
{
    const auto cell = told.themes.find(theme);
    if (!school.knowsTeam) {
        return Unknown {};
    }
    if (cell == told.themes.end()) {
        return hidden();
    }
    switch (cell->second.shown) {
    case domain::ThemeCell::Shown::Hidden:
        return Withheld { .code = "hidden", .words = Reports::tr("not told for single schools") };
    case domain::ThemeCell::Shown::FewerThanThree:
        return Withheld { .code = "fewer than 3", .words = Reports::tr("fewer than 3") };
    case domain::ThemeCell::Shown::NearlyAll:
        return Withheld { .code = "nearly all", .words = Reports::tr("nearly all") };
    case domain::ThemeCell::Shown::Exactly:
        break;
    }
    return Count { cell->second.count };
}

/// A rate that tells how few people work: of a large enough school whose pairs are all known here.
Cell rateCell(const School &school, const Cell &rate)
{
    if (!school.knowsTeam || !school.areAllLogsHeld()) {
        return Unknown {};
    }
    return school.isLargeEnough() ? rate : hidden();
}

Indicator medianGap(const School &school, domain::Period period)
{
    std::vector<double> gaps;
    domain::Formula formula {};
    for (const auto &gap : each(school, &PairFigures::gap)) {
        formula = gap.formula;
        if (gap.value) {
            gaps.push_back(*gap.value);
        }
    }
    return domain::medianOf(formula, gaps, period);
}

Cell numberCell(const std::optional<double> &value)
{
    return value ? Cell(Count { std::lround(*value) }) : Cell(Unknown {});
}

Cell idCell(const Holdings &held, const std::optional<record::Uuid> &id)
{
    return id ? Cell(Text { .code = id->text(), .words = plain(held.nameOf(*id)) }) : Cell(Unknown {});
}

std::vector<Cell> rowOf(const Holdings &held, const School &school, const domain::PublishedGroup &told,
                        const Window &window)
{
    const auto period = window.period;
    const auto contact = summed(each(school, &PairFigures::contact), period);
    const auto sanctioned = summed(each(school, &PairFigures::sanctioned), period);
    const auto attainment = summed(each(school, &PairFigures::attainment), period);
    const auto weeks = summed(each(school, &PairFigures::weeks), period);
    const bool isKnown = school.areAllPairsKnown();
    const auto team = [&](std::size_t number) {
        return school.knowsTeam ? Cell(Count { int64_t(number) }) : Unknown {};
    };
    const auto total = [](const std::optional<int> &number) { return number ? Cell(Count { *number }) : Unknown {}; };
    const auto *organization = held.facts.organization(school.id);
    return { idCell(held, organization->parent),
             idCell(held, school.id),
             Text { .code = window.code, .words = QString::fromStdString(window.code) },
             team(school.teachers.size()),
             team(static_cast<std::size_t>(school.pairs)),
             matchedCell(school, told),
             isKnown ? Cell(Count { contact.n }) : total(school.sessions),
             isKnown ? Cell(Count { std::lround(contact.numerator) }) : total(school.minutes),
             isKnown ? numberCell(sanctioned.value) : Unknown {},
             isKnown ? percentCell(attainment) : Unknown {},
             rateCell(school, percentCell(weeks)),
             rateCell(school, numberCell(medianGap(school, period).value)),
             rateCell(school, percentCell(domain::confirmationRate(school.contacts, period, held.today))) };
}

Table registerOf(const Holdings &held, const std::vector<School> &schools, const Window &window)
{
    Table table { .heading = Reports::tr("Check-ins of each school"),
                  .caption = Reports::tr("One row is one school in this period."),
                  .columns = { { "district_id", Reports::tr("District") },
                               { "school_id", Reports::tr("School") },
                               { "period", Reports::tr("Period") },
                               { "active_teachers", Reports::tr("Teachers") },
                               { "active_pairs", Reports::tr("Pairs") },
                               { "matched_in_30d", Reports::tr("Matched within 30 days") },
                               { "sessions", Reports::tr("Meetings") },
                               { "minutes", Reports::tr("Minutes") },
                               { "policy_minutes", Reports::tr("Minutes agreed") },
                               { "attainment_pct", Reports::tr("Held of agreed") },
                               { "weekly_contact_pct", Reports::tr("Weeks with contact") },
                               { "median_gap_days", Reports::tr("Longest gap in school days, median") },
                               { "confirmed_pct", Reports::tr("Confirmed") } },
                  .rowHeader = 1 };
    std::vector<domain::ThemeGroup> groups;
    for (const auto &school : schools) {
        groups.push_back({ .key = school.id.text(),
                           .teachers = school.matched.n,
                           .themes = { { theme, static_cast<int>(std::lround(school.matched.numerator)) } } });
    }
    const auto published = domain::publish(groups);
    for (std::size_t i = 0; i < schools.size(); ++i) {
        table.rows.push_back(rowOf(held, schools[i], published.groups[i], window));
    }
    return table;
}

void addNotes(Document &document, const Holdings &held, const std::vector<School> &schools, const Window &window)
{
    document.notes.push_back(Reports::tr(
        "Rates of a school with fewer than 5 teachers are not told, and of teachers matched in time the number only "
        "where at least 5 began and at least 3 were and 3 were not. Minutes and meetings are told of every school."));
    const bool isPartial =
        std::any_of(schools.begin(), schools.end(), [](const School &school) { return !school.areAllLogsHeld(); });
    if (isPartial) {
        document.notes.push_back(Reports::tr("Where this device does not hold the log of every pair, it has the totals "
                                             "that the server made, and no rates."));
    }
    document.notes.push_back(Reports::tr("This device knows no holidays: every day from Monday to Friday is taken for "
                                         "a school day."));
    for (const auto which : { &PairFigures::contact, &PairFigures::sanctioned, &PairFigures::attainment }) {
        std::vector<Indicator> all;
        for (const auto &school : schools) {
            const auto ofSchool = each(school, which);
            all.insert(all.end(), ofSchool.begin(), ofSchool.end());
        }
        addFormula(document, all);
    }
    std::vector<Indicator> weeks, gaps, confirmed;
    for (const auto &school : schools) {
        if (school.areAllLogsHeld() && school.isLargeEnough()) {
            weeks.push_back(summed(each(school, &PairFigures::weeks), window.period));
            gaps.push_back(medianGap(school, window.period));
            confirmed.push_back(domain::confirmationRate(school.contacts, window.period, held.today));
        }
    }
    for (const auto &one : { weeks, gaps, confirmed }) {
        addFormula(document, one);
    }
}

} // namespace

Document checkInRegister(const Holdings &held, const Request &request)
{
    const auto window = windowOf(held, request);
    const auto schools = schoolsOf(held, window);
    if (schools.empty()) {
        throw NotHere("The check-in register is made by who leads mentoring in a school or a district, or by a "
                      "principal, on a device of theirs; this device holds nothing of that kind.");
    }
    auto document =
        begun(held, request, Reports::tr("Check-in register"),
              Reports::tr("How often and how long pairs met, school by school"), windowWords(window, request.language));
    document.tables = { registerOf(held, schools, window) };
    addNotes(document, held, schools, window);
    return document;
}

} // namespace reports
