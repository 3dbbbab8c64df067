// SPDX-License-Identifier: Apache-2.0
#include "src/domain/sanctioned_time.h"
#include "tests/unit/check_ins.h"

#include <QTest>

using namespace domain;

namespace {

/// 60 minutes a week for a match from Monday 3 November 2025 on, asked for the four weeks up to Friday the 28th, which
/// have 20 school days. Each row changes what it is about.
struct Case {
    SanctionedTimePolicy policy;
    PromiseTerms terms;
    Period asked = period("2025-11-03", "2025-11-28");

    Case(PolicyUnit unit, int minutes)
    {
        policy.unit = unit;
        policy.minutes = minutes;
        terms.match = period("2025-11-03", "2027-06-30");
        terms.whole = asked;
    }
    Case from(const char *start) const
    {
        return with([&](Case &one) { one.terms.match.from = day(start); });
    }
    Case until(const char *end) const
    {
        return with([&](Case &one) { one.terms.match.to = day(end); });
    }
    Case in(const char *from, const char *to) const
    {
        return with([&](Case &one) { one.asked = period(from, to); });
    }
    Case over(const char *from, const char *to) const
    {
        return with([&](Case &one) { one.terms.whole = period(from, to); });
    }
    Case off(const char *from, const char *to) const
    {
        return with([&](Case &one) { one.terms.holidays.merge(daysOff(from, to)); });
    }
    Case weeks(int count) const
    {
        return with([&](Case &one) { one.policy.weeks = count; });
    }
    Case phase(int weeks, int minutes) const
    {
        return with([&](Case &one) {
            one.policy.phaseWeeks = weeks;
            one.policy.phaseMinutes = minutes;
        });
    }
    Case prorated(double fullTimeShare) const
    {
        return with([&](Case &one) {
            one.policy.prorate = true;
            one.terms.fullTimeShare = fullTimeShare;
        });
    }
    Case partTime(double fullTimeShare) const
    {
        return with([&](Case &one) { one.terms.fullTimeShare = fullTimeShare; });
    }

private:
    template <typename Change>
    Case with(Change change) const
    {
        auto changed = *this;
        change(changed);
        return changed;
    }
};

constexpr double notYet = -1;

void row(const char *name, const Case &one, double minutes, int weeks)
{
    QTest::newRow(name) << one << minutes << weeks;
}

} // namespace

class TestSanctionedTime : public QObject {
    Q_OBJECT

private slots:
    void schoolWeeksAreThoseWithASchoolDay();
    void whatIsPromisedIsSpreadOverSchoolDays_data();
    void whatIsPromisedIsSpreadOverSchoolDays();
    void withoutAPolicyNothingIsPromised();
    void presetsSayWhatTheirSourcesSay_data();
    void presetsSayWhatTheirSourcesSay();
    void thePresetsOfTheReferenceAreEight();
};

void TestSanctionedTime::schoolWeeksAreThoseWithASchoolDay()
{
    const auto count = [](const char *from, const char *to, const Holidays &holidays) {
        return schoolWeeks(period(from, to), holidays).size();
    };
    QCOMPARE(count("2025-11-03", "2025-11-28", {}), std::size_t { 4 });
    QCOMPARE(count("2025-11-03", "2025-11-28", daysOff("2025-11-24", "2025-11-28")), std::size_t { 3 });
    QCOMPARE(count("2025-11-03", "2025-11-28", daysOff("2025-11-24", "2025-11-27")), std::size_t { 4 });
    QCOMPARE(count("2025-11-08", "2025-11-09", {}), std::size_t { 0 }); // A weekend.
    QCOMPARE(count("2025-11-07", "2025-11-10", {}), std::size_t { 2 }); // Friday to Monday.
    QCOMPARE(count("2025-11-10", "2025-11-09", {}), std::size_t { 0 });
    QCOMPARE(schoolWeeks(period("2025-12-31", "2026-01-06"), {}),
             (std::vector { day("2025-12-29"), day("2026-01-05") }));
}

void TestSanctionedTime::whatIsPromisedIsSpreadOverSchoolDays_data()
{
    QTest::addColumn<Case>("one");
    QTest::addColumn<double>("minutes");
    QTest::addColumn<int>("weeks");
    const Case week(PolicyUnit::Week, 60);
    row("four weeks: 4 x 60", week, 240, 4);
    row("two days off make no week shorter: 4 x 60", week.off("2025-11-27", "2025-11-28"), 240, 4);
    row("a week off is none: 3 x 60", week.off("2025-11-24", "2025-11-28"), 180, 3);
    row("begun on a Wednesday: 3/5 x 60 + 3 x 60", week.from("2025-11-05"), 216, 4);
    row("ended on a Wednesday: 60 + 3/5 x 60", week.until("2025-11-12"), 96, 2);
    row("begun on the third of four school days: 2/4 x 60",
        week.from("2025-11-26").off("2025-11-28", "2025-11-28").in("2025-11-24", "2025-11-30"), 30, 1);
    const auto newYear = week.off("2026-01-01", "2026-01-01");
    row("the old year's days of a week: 3/4 x 60", newYear.in("2025-12-29", "2025-12-31"), 45, 1);
    row("the new year's days of that week: 1/4 x 60", newYear.in("2026-01-01", "2026-01-04"), 15, 1);
    row("the week after the clocks change: 60", week.from("2026-01-05").in("2026-03-08", "2026-03-15"), 60, 1);
    row("half time, prorated: 240 / 2", week.prorated(0.5), 120, 4);
    row("half time, not prorated: 240", week.partTime(0.5), 240, 4);
    row("no time at all: 240 x 0", week.prorated(0), 0, 4);
    row("for two weeks alone: 2 x 60", week.weeks(2), 120, 2);
    row("the two weeks begin after a week off: 2 x 60", week.weeks(2).off("2025-11-03", "2025-11-07"), 120, 2);
    row("after the promised weeks", week.weeks(2).in("2025-11-17", "2025-11-28"), notYet, 0);
    row("two weeks of 120, then 60: 240 + 120", week.phase(2, 120), 360, 4);
    row("asked from the second week on: 120 + 60 + 60", week.phase(2, 120).in("2025-11-10", "2025-11-28"), 240, 3);
    row("a week off is none of the phase: 0 + 120 + 120 + 60", week.phase(2, 120).off("2025-11-03", "2025-11-07"), 300,
        3);

    const Case month(PolicyUnit::Month, 180);
    row("a whole month: 180", month.in("2025-11-01", "2025-11-30"), 180, 4);
    row("begun after 10 of 20 school days: 10/20 x 180", month.from("2025-11-17"), 90, 2);
    const auto february = Case(PolicyUnit::Month, 210).from("2024-01-01");
    row("a leap February's last 4 of 21 school days: 4/21 x 210", february.in("2024-02-26", "2024-02-29"), 40, 1);
    row("another February's last 4 of 20 school days: 4/20 x 210", february.in("2025-02-25", "2025-02-28"), 42, 1);
    row("the end of one month and the next: 5/20 x 180 + 5/23 x 180 = 45 + 39.13", month.in("2025-11-24", "2025-12-05"),
        45 + 900.0 / 23, 2);

    const Case year(PolicyUnit::Year, 200);
    row("a year: 200", year, 200, 4);
    row("begun after half of it, prorated: 10/20 x 200", year.from("2025-11-17").prorated(1), 100, 2);
    row("begun after half of it, half time: 10/20 x 200 / 2", year.from("2025-11-17").prorated(0.5), 50, 2);
    row("begun after half of it, due in full: 200", year.from("2025-11-17"), 200, 2);
    row("due within two weeks: 5/10 x 200", year.weeks(2).in("2025-11-03", "2025-11-07"), 100, 1);
    row("days outside the year", year.in("2025-12-01", "2025-12-05"), notYet, 0);
    row("across the turn of the year: 5/7 x 70",
        Case(PolicyUnit::Year, 70)
            .over("2025-12-22", "2026-01-09")
            .off("2025-12-24", "2026-01-02")
            .in("2026-01-01", "2026-01-31")
            .until("2026-01-09"),
        50, 1);
    row("in all, one week of four: 5/20 x 600", Case(PolicyUnit::Total, 600).in("2025-11-10", "2025-11-14"), 150, 1);

    row("no school in the period", week.off("2025-11-03", "2025-11-28"), notYet, 0);
    row("before the match", week.in("2025-10-01", "2025-10-31"), notYet, 0);
    row("an empty period", week.in("2025-11-28", "2025-11-03"), notYet, 0);
}

void TestSanctionedTime::whatIsPromisedIsSpreadOverSchoolDays()
{
    QFETCH(Case, one);
    QFETCH(double, minutes);
    QFETCH(int, weeks);
    const auto promised = sanctionedMinutes(one.policy, one.terms, one.asked);
    QCOMPARE(promised.value.value_or(notYet), minutes);
    QCOMPARE(promised.n, weeks);
    QCOMPARE(promised.period, one.asked);
    QCOMPARE(promised.formula.number, std::string_view("I2"));
}

void TestSanctionedTime::withoutAPolicyNothingIsPromised()
{
    const Case week(PolicyUnit::Week, 60);
    const auto promised = sanctionedMinutes(std::nullopt, week.terms, week.asked);
    QVERIFY(!promised.value);
    QCOMPARE(valueText(promised), std::string("not enough yet (n = 0)"));
}

void TestSanctionedTime::presetsSayWhatTheirSourcesSay_data()
{
    QTest::addColumn<PolicyUnit>("unit");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<std::vector<int>>("sources");
    QTest::newRow("California") << PolicyUnit::Week << 60 << std::vector { 15, 16 };
    QTest::newRow("California, one district") << PolicyUnit::Month << 222 << std::vector { 14 };
    QTest::newRow("Hawaii, Windward") << PolicyUnit::Month << 180 << std::vector { 4 };
    QTest::newRow("Illinois") << PolicyUnit::Week << 90 << std::vector { 17 };
    QTest::newRow("New York City") << PolicyUnit::Year << 2400 << std::vector { 20 };
    QTest::newRow("New Jersey") << PolicyUnit::Week << 60 << std::vector { 12, 13 };
    QTest::newRow("Connecticut") << PolicyUnit::Total << 600 << std::vector { 21 };
    QTest::newRow("Massachusetts") << PolicyUnit::Total << 3000 << std::vector { 22 };
}

void TestSanctionedTime::presetsSayWhatTheirSourcesSay()
{
    QFETCH(PolicyUnit, unit);
    QFETCH(int, minutes);
    QFETCH(std::vector<int>, sources);
    const auto &presets = sanctionedTimePresets();
    const auto found = std::find_if(presets.begin(), presets.end(),
                                    [](const auto &preset) { return preset.policy.name == QTest::currentDataTag(); });
    QVERIFY(found != presets.end());
    QCOMPARE(found->policy.unit, unit);
    QCOMPARE(found->policy.minutes, minutes);
    QCOMPARE(found->sources, sources);
    QVERIFY(!found->rule.empty());
    const bool isNewJersey = found->policy.name == "New Jersey";
    QCOMPARE(found->policy.weeks, isNewJersey ? std::optional(30) : std::nullopt);
    QCOMPARE(found->policy.phaseWeeks, isNewJersey ? std::optional(4) : std::nullopt);
    QCOMPARE(found->policy.phaseMinutes, isNewJersey ? std::optional(120) : std::nullopt);
    QCOMPARE(found->policy.prorate, isNewJersey);
}

void TestSanctionedTime::thePresetsOfTheReferenceAreEight()
{
    QCOMPARE(sanctionedTimePresets().size(), std::size_t { 8 });
}

QTEST_GUILESS_MAIN(TestSanctionedTime)
#include "tst_sanctioned_time.moc"
