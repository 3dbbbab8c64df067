// SPDX-License-Identifier: Apache-2.0
#include "src/domain/indicator_matching.h"
#include "tests/unit/check_ins.h"

#include <QTest>

using namespace domain;

namespace {

const auto schoolYear = period("2025-07-01", "2026-06-30");
constexpr double notYet = -1;
constexpr Formula formula { "I33", "some / all", Unit::Share };

InductionStart began(const char *start, const char *matched = "")
{
    return { .start = day(start), .matched = parseDay(matched) };
}

} // namespace

class TestIndicatorMatching : public QObject {
    Q_OBJECT

private slots:
    void teachersAreMatchedWithinThirtyDays_data();
    void teachersAreMatchedWithinThirtyDays();
    void loadIsMatchesOfCapacity();
    void laterYearsAreCountedOfAllWhoAreEligible();
    void mediansAndPercentilesAreOfWhatThereIs();
    void aValueIsWrittenOrSaidToBeMissing();
    void sharesOfFewPeopleAreNotTold_data();
    void sharesOfFewPeopleAreNotTold();
};

void TestIndicatorMatching::teachersAreMatchedWithinThirtyDays_data()
{
    QTest::addColumn<std::vector<InductionStart>>("teachers");
    QTest::addColumn<std::string>("today");
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("n");
    const auto row = [](const char *name, const std::vector<InductionStart> &teachers, const char *today, double share,
                        int n) { QTest::newRow(name) << teachers << std::string(today) << share << n; };
    row("1 September + 30 is 1 October, in time: 1/1", { began("2025-09-01", "2025-10-01") }, "2025-10-02", 1, 1);
    row("on 2 October, late: 0/1", { began("2025-09-01", "2025-10-02") }, "2025-10-03", 0, 1);
    row("never: 0/1", { began("2025-09-01") }, "2025-10-02", 0, 1);
    row("on 1 October day 30 is not over", { began("2025-09-01", "2025-09-02") }, "2025-10-01", notYet, 0);
    row("matched before she began: 1/1", { began("2025-09-01", "2025-08-15") }, "2025-10-02", 1, 1);
    row("15 December + 30 is 14 January: 1/2", { began("2025-12-15", "2026-01-14"), began("2025-12-15", "2026-01-15") },
        "2026-01-20", 0.5, 2);
    row("of another school year", { began("2025-06-30", "2025-07-01") }, "2026-01-20", notYet, 0);
    row("none", {}, "2026-01-20", notYet, 0);
}

void TestIndicatorMatching::teachersAreMatchedWithinThirtyDays()
{
    QFETCH(std::vector<InductionStart>, teachers);
    QFETCH(std::string, today);
    QFETCH(double, share);
    QFETCH(int, n);
    const auto result = matchedOnTime(teachers, schoolYear, day(today));
    QCOMPARE(result.value.value_or(notYet), share);
    QCOMPARE(result.n, n);
    // 30 January + 30 is 29 February in a leap year and 1 March in another.
    const auto leap = period("2024-01-01", "2024-12-31");
    QCOMPARE(matchedOnTime({ began("2024-01-30", "2024-03-01") }, leap, day("2024-03-02")).value, std::optional(0.0));
    QCOMPARE(matchedOnTime({ began("2026-01-30", "2026-03-01") }, schoolYear, day("2026-03-02")).value,
             std::optional(1.0));
    QCOMPARE(matchedOnTime({ began("2025-09-01", "2025-09-15") }, schoolYear, day("2025-10-02"), 10).value,
             std::optional(0.0));
}

void TestIndicatorMatching::loadIsMatchesOfCapacity()
{
    const auto today = day("2025-11-03");
    QCOMPARE(mentorLoad(2, 4, today).value, std::optional(0.5));
    QCOMPARE(mentorLoad(5, 4, today).value, std::optional(1.25));
    QCOMPARE(mentorLoad(0, 4, today).value, std::optional(0.0));
    QCOMPARE(valueText(mentorLoad(2, 0, today)), std::string("not enough yet (n = 2)"));
    QCOMPARE(valueText(mentorLoad(2, std::nullopt, today)), std::string("not enough yet (n = 2)"));
    QVERIFY(!mentorLoad(0, 0, today).value);
}

void TestIndicatorMatching::laterYearsAreCountedOfAllWhoAreEligible()
{
    const auto rate = multiyearRate({ 1, 2, 3, 0 }, schoolYear);
    QCOMPARE(rate.value, std::optional(0.5));
    QCOMPARE(rate.numerator, 2.0);
    QCOMPARE(rate.denominator, std::optional(4.0));
    QCOMPARE(valueText(multiyearRate({}, schoolYear)), std::string("not enough yet (n = 0)"));
    QVERIFY(!multiyearRate({ 2 }, period("2025-07-02", "2025-07-01")).value);
}

void TestIndicatorMatching::mediansAndPercentilesAreOfWhatThereIs()
{
    QCOMPARE(medianOf(formula, { 9, 1, 4 }, schoolYear).value, std::optional(4.0));
    QCOMPARE(medianOf(formula, { 9, 1, 4, 6 }, schoolYear).value, std::optional(5.0));
    QVERIFY(!medianOf(formula, {}, schoolYear).value);
    QVERIFY(!medianOf(formula, { 1 }, period("2025-07-02", "2025-07-01")).value);
    QCOMPARE(percentileOf(formula, { 3, 1, 2 }, 90, schoolYear).value, std::optional(3.0));
    QCOMPARE(percentileOf(formula, { 3, 1, 2 }, 1, schoolYear).value, std::optional(1.0));
    QVERIFY(!percentileOf(formula, {}, 90, schoolYear).value);
}

void TestIndicatorMatching::aValueIsWrittenOrSaidToBeMissing()
{
    QCOMPARE(valueText(ratioOf(formula, 3, 4, 4, schoolYear)), std::string("0.75"));
    QCOMPARE(valueText(ratioOf(formula, 0, 4, 4, schoolYear)), std::string("0"));
    QCOMPARE(valueText(ratioOf(formula, 3, 0, 4, schoolYear)), std::string("not enough yet (n = 4)"));
}

void TestIndicatorMatching::sharesOfFewPeopleAreNotTold_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("people");
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("n");
    QTest::newRow("3 of 4: four are too few to say anything of") << 3 << 4 << notYet << 0;
    QTest::newRow("2 of 5: fewer than three") << 2 << 5 << notYet << 5;
    QTest::newRow("3 of 5: all but two") << 3 << 5 << notYet << 5;
    QTest::newRow("3 of 6: exact numbers begin here") << 3 << 6 << 0.5 << 6;
    QTest::newRow("17 of 20: all but three") << 17 << 20 << 0.85 << 20;
    QTest::newRow("18 of 20: nearly all") << 18 << 20 << notYet << 20;
    QTest::newRow("0 of 20: fewer than three") << 0 << 20 << notYet << 20;
    QTest::newRow("0 of 0") << 0 << 0 << notYet << 0;
}

void TestIndicatorMatching::sharesOfFewPeopleAreNotTold()
{
    QFETCH(int, count);
    QFETCH(int, people);
    QFETCH(double, share);
    QFETCH(int, n);
    const auto told = publishedShare(ratioOf(formula, count, people, people, schoolYear));
    QCOMPARE(told.value.value_or(notYet), share);
    QCOMPARE(told.n, n);
    QCOMPARE(told.numerator, share == notYet ? 0.0 : static_cast<double>(count));
    QCOMPARE(told.denominator.value_or(0), static_cast<double>(n));
    QVERIFY(!publishedShare(ratioOf(formula, 5, 12, 12, schoolYear), 13).value);
}

QTEST_GUILESS_MAIN(TestIndicatorMatching)
#include "tst_indicator_matching.moc"
