// SPDX-License-Identifier: Apache-2.0
#include "src/domain/indicator_contact.h"
#include "tests/unit/check_ins.h"

#include <QTest>

using namespace cadre::v1;
using domain::Contact;
using domain::Pace;
using Contacts = std::vector<Contact>;

namespace {

const auto november = period("2025-11-01", "2025-11-30");
constexpr double notYet = -1;
constexpr auto monday = "2025-11-03";

/// Held on that Monday, so many minutes after some instant.
Contact at(int startMinute, int minutes, TimeSource source = TIME_SOURCE_UNSPECIFIED)
{
    return contact("a", inTime(startingAt(monday, startMinute, minutes), source));
}
Contact on(const char *day, int minutes = 30)
{
    return contact("a", checkIn(day, minutes));
}
Contact inSession(const char *session, CheckIn checkIn)
{
    checkIn.set_session_id(session);
    return contact("a", std::move(checkIn));
}
Contact doing(Activity activity)
{
    auto held = checkIn(monday, 30);
    held.add_activities(activity);
    return contact("a", held);
}

domain::Indicator promised(double minutes, domain::Period period = november)
{
    return domain::amountOf({ "I2", "", domain::Unit::Minutes }, minutes, 4, period);
}

} // namespace

class TestIndicatorContact : public QObject {
    Q_OBJECT

private slots:
    void contactIsTheUnionOfItsTimes_data();
    void contactIsTheUnionOfItsTimes();
    void aGroupGivesEachTeacherItsMinutesAndTheMentorOnce();
    void attainmentIsHeldOfPromised_data();
    void attainmentIsHeldOfPromised();
    void protectedAndBorrowedTimeAreSharesOfTheUnion();
    void onlyWhatThePolicyCountsCounts();
    void paceHasItsBordersAndAQuietBeginning_data();
    void paceHasItsBordersAndAQuietBeginning();
    void theBordersOfPaceAreSettings();
    void weeksWithContactAreCountedOfSchoolWeeks_data();
    void weeksWithContactAreCountedOfSchoolWeeks();
    void theLongestGapIsInSchoolDays_data();
    void theLongestGapIsInSchoolDays();
};

void TestIndicatorContact::contactIsTheUnionOfItsTimes_data()
{
    QTest::addColumn<Contacts>("contacts");
    QTest::addColumn<double>("minutes");
    QTest::addColumn<int>("n");
    const auto row = [](const char *name, const Contacts &contacts, double minutes, int n) {
        QTest::newRow(name) << contacts << minutes << n;
    };
    row("apart: 45 + 30", { at(0, 45), at(60, 30) }, 75, 2);
    row("one after the other: 45 + 15", { at(0, 45), at(45, 15) }, 60, 2);
    row("overlapping by 15: 45 + 30 - 15", { at(0, 45), at(30, 30) }, 60, 2);
    row("one within the other: 60", { at(0, 60), at(15, 15) }, 60, 2);
    row("the later is longer, and read first: 0 to 90", { at(30, 60), at(0, 45) }, 90, 2);
    row("the same twice: 45", { at(0, 45), at(0, 45) }, 45, 2);
    row("a long one spans two: 0 to 90, 100 to 110", { at(0, 90), at(10, 10), at(80, 10), at(100, 10) }, 100, 4);
    row("without clock times: 30 + 30", { on(monday), on(monday) }, 60, 2);
    row("with and without: 45 + 30", { at(0, 45), on(monday) }, 75, 2);
    row("withdrawn: 45", { at(0, 45), contact("b", withStatus(checkIn(monday, 30), CHECK_IN_STATUS_VOID)) }, 45, 1);
    row("a draft: 45", { at(0, 45), contact("b", withStatus(checkIn(monday, 30), CHECK_IN_STATUS_DRAFT)) }, 45, 1);
    row("locked counts: 30", { contact("b", withStatus(checkIn(monday, 30), CHECK_IN_STATUS_LOCKED)) }, 30, 1);
    row("disputed, less: 20", { answered(checkIn(monday, 45), CONFIRMATION_TIME_DIFFERS, 20) }, 20, 1);
    row("disputed, more: 45", { answered(checkIn(monday, 45), CONFIRMATION_TIME_DIFFERS, 60) }, 45, 1);
    row("disputed makes room: 0 to 30, 30 to 60",
        { answered(startingAt(monday, 0, 60), CONFIRMATION_TIME_DIFFERS, 30), at(30, 30) }, 60, 2);
    row("did not happen", { answered(checkIn(monday, 45), CONFIRMATION_NOT_HELD, 0) }, notYet, 0);
    row("the month's first and last day: 30 + 30", { on("2025-10-31"), on("2025-11-01"), on("2025-11-30") }, 60, 2);
    row("the days after it", { on("2025-12-01"), on("2026-11-15"), on("2024-11-15") }, notYet, 0);
    // 05:30 and 06:30 UTC are both half past one in New York on the night when summer time ends.
    auto summer = checkIn("2025-11-02", 60);
    summer.set_start(1'762'061'400'000);
    auto winter = summer;
    winter.set_start(1'762'065'000'000);
    row("the hour that comes twice: 60 + 60", { contact("a", summer), contact("b", winter) }, 120, 2);
    row("none", {}, notYet, 0);
}

void TestIndicatorContact::contactIsTheUnionOfItsTimes()
{
    QFETCH(Contacts, contacts);
    QFETCH(double, minutes);
    QFETCH(int, n);
    const auto total = domain::contactMinutes(contacts, november);
    QCOMPARE(total.value.value_or(notYet), minutes);
    QCOMPARE(total.n, n);
    QVERIFY(!total.denominator);
    QVERIFY(!domain::contactMinutes(contacts, period("2025-11-30", "2025-11-01")).value);
}

void TestIndicatorContact::aGroupGivesEachTeacherItsMinutesAndTheMentorOnce()
{
    const auto first = inSession("s", checkIn(monday, 45));
    const auto second = inSession("s", checkIn(monday, 60));
    const auto alone = on("2025-11-04", 20);
    QCOMPARE(domain::contactMinutes({ first }, november).value, std::optional(45.0));
    QCOMPARE(domain::contactMinutes({ second }, november).value, std::optional(60.0));
    const auto mentor = domain::mentorMinutes({ first, second, alone, on("2025-11-05", 10) }, november);
    QCOMPARE(mentor.value, std::optional(60.0 + 20 + 10));
    QCOMPARE(mentor.n, 3);
    // Two pairs at overlapping times, and not as a group: her time passes once all the same.
    QCOMPARE(domain::mentorMinutes({ at(0, 45), at(30, 30) }, november).value, std::optional(60.0));
}

void TestIndicatorContact::attainmentIsHeldOfPromised_data()
{
    QTest::addColumn<int>("held");
    QTest::addColumn<double>("promisedMinutes");
    QTest::addColumn<double>("share");
    QTest::newRow("45 of 60 = 0.75") << 45 << 60.0 << 0.75;
    QTest::newRow("90 of 60 = 1.5") << 90 << 60.0 << 1.5;
    QTest::newRow("0 of 60 = 0: a promise not kept is a number") << 0 << 60.0 << 0.0;
    QTest::newRow("45 of 0: nothing to divide by") << 45 << 0.0 << notYet;
}

void TestIndicatorContact::attainmentIsHeldOfPromised()
{
    QFETCH(int, held);
    QFETCH(double, promisedMinutes);
    QFETCH(double, share);
    const auto contacts = held == 0 ? Contacts {} : Contacts { on(monday, held) };
    const auto attainment =
        domain::contactAttainment(domain::contactMinutes(contacts, november), promised(promisedMinutes));
    QCOMPARE(attainment.value.value_or(notYet), share);
    QCOMPARE(attainment.numerator, static_cast<double>(held));
    QCOMPARE(attainment.denominator, std::optional(promisedMinutes));
    QCOMPARE(attainment.n, 4);
    const auto october = promised(60, period("2025-10-01", "2025-10-31"));
    QVERIFY(!domain::contactAttainment(domain::contactMinutes(contacts, november), october).value);
}

void TestIndicatorContact::protectedAndBorrowedTimeAreSharesOfTheUnion()
{
    const Contacts contacts { at(0, 30, TIME_SOURCE_OWN_TIME), at(15, 30, TIME_SOURCE_SANCTIONED),
                              at(60, 15, TIME_SOURCE_COMMON_PLANNING) };
    // 60 minutes in all: 0 to 30 own, 30 to 45 sanctioned, 60 to 75 planning.
    QCOMPARE(domain::protectedTimeUse(contacts, promised(120)).value, std::optional(15.0 / 120));
    QCOMPARE(domain::borrowedTimeShare(contacts, november).value, std::optional(30.0 / 60));
    QCOMPARE(domain::borrowedTimeShare(contacts, november).n, 3);
    QVERIFY(!domain::protectedTimeUse(contacts, promised(0)).value);
    const Contacts withdrawn { contact(
        "a", inTime(withStatus(checkIn(monday, 30), CHECK_IN_STATUS_VOID), TIME_SOURCE_OWN_TIME)) };
    QVERIFY(!domain::borrowedTimeShare(withdrawn, november).value);
    QCOMPARE(valueText(domain::borrowedTimeShare({}, november)), std::string("not enough yet (n = 0)"));
}

void TestIndicatorContact::onlyWhatThePolicyCountsCounts()
{
    const Contacts contacts { doing(ACTIVITY_PLANNING), doing(ACTIVITY_OTHER), on(monday),
                              contact("b", inTime(checkIn(monday, 30), TIME_SOURCE_SANCTIONED)) };
    domain::SanctionedTimePolicy policy;
    QCOMPARE(domain::countingTowards(policy, contacts).size(), std::size_t { 4 });
    policy.counts = { ACTIVITY_PLANNING, ACTIVITY_REFLECTING };
    QCOMPARE(domain::countingTowards(policy, contacts).size(), std::size_t { 3 });
    policy.protectedOnly = true;
    QCOMPARE(domain::countingTowards(policy, contacts).size(), std::size_t { 1 });
}

void TestIndicatorContact::paceHasItsBordersAndAQuietBeginning_data()
{
    QTest::addColumn<int>("held");
    QTest::addColumn<double>("promisedMinutes");
    QTest::addColumn<std::string>("matchFrom");
    QTest::addColumn<Pace>("pace");
    QTest::newRow("90 of 100") << 90 << 100.0 << std::string("2025-11-01") << Pace::OnPace;
    QTest::newRow("89 of 100") << 89 << 100.0 << std::string("2025-11-01") << Pace::Behind;
    QTest::newRow("60 of 100") << 60 << 100.0 << std::string("2025-11-01") << Pace::Behind;
    QTest::newRow("59 of 100") << 59 << 100.0 << std::string("2025-11-01") << Pace::FarBehind;
    QTest::newRow("0 of 100") << 0 << 100.0 << std::string("2025-11-01") << Pace::FarBehind;
    QTest::newRow("fourteen days after the start") << 0 << 100.0 << std::string("2025-11-16") << Pace::FarBehind;
    QTest::newRow("thirteen days after the start") << 0 << 100.0 << std::string("2025-11-17") << Pace::TooEarly;
    QTest::newRow("nothing promised") << 90 << 0.0 << std::string("2025-11-01") << Pace::NothingAgreed;
}

void TestIndicatorContact::paceHasItsBordersAndAQuietBeginning()
{
    QFETCH(int, held);
    QFETCH(double, promisedMinutes);
    QFETCH(std::string, matchFrom);
    QFETCH(Pace, pace);
    const auto attainment =
        domain::contactAttainment(domain::contactMinutes({ on(monday, held) }, november), promised(promisedMinutes));
    QCOMPARE(domain::paceStatus(attainment, day(matchFrom), day("2025-11-30")), pace);
}

void TestIndicatorContact::theBordersOfPaceAreSettings()
{
    const domain::PaceThresholds gentle { .onPacePercent = 80, .behindPercent = 50, .quietDays = 30 };
    QCOMPARE(domain::paceFor(80, 100, 30, gentle), Pace::OnPace);
    QCOMPARE(domain::paceFor(50, 100, 30, gentle), Pace::Behind);
    QCOMPARE(domain::paceFor(49, 100, 30, gentle), Pace::FarBehind);
    QCOMPARE(domain::paceFor(80, 100, 29, gentle), Pace::TooEarly);
}

void TestIndicatorContact::weeksWithContactAreCountedOfSchoolWeeks_data()
{
    QTest::addColumn<Contacts>("contacts");
    QTest::addColumn<std::string>("matchFrom");
    QTest::addColumn<domain::Holidays>("holidays");
    QTest::addColumn<int>("weeks");
    QTest::addColumn<double>("rate");
    const Contacts contacts { on("2025-11-03"), on("2025-11-04"), on("2025-11-22"), on("2025-11-25") };
    const auto weekOff = daysOff("2025-11-24", "2025-11-28");
    QTest::newRow("weeks of 3, 17 and 24: 3/4")
        << contacts << std::string("2025-09-01") << domain::Holidays() << 4 << 0.75;
    QTest::newRow("the last week is off: 2/3") << contacts << std::string("2025-09-01") << weekOff << 3 << 2.0 / 3;
    QTest::newRow("matched on the 10th: 2/3")
        << contacts << std::string("2025-11-10") << domain::Holidays() << 3 << 2.0 / 3;
    QTest::newRow("no contact: 0/4") << Contacts {} << std::string("2025-09-01") << domain::Holidays() << 4 << 0.0;
    QTest::newRow("withdrawn: 0/4") << Contacts { contact("a", withStatus(checkIn(monday, 30), CHECK_IN_STATUS_VOID)) }
                                    << std::string("2025-09-01") << domain::Holidays() << 4 << 0.0;
    QTest::newRow("no school") << contacts << std::string("2025-09-01") << daysOff("2025-11-01", "2025-11-30") << 0
                               << notYet;
    QTest::newRow("not matched yet") << contacts << std::string("2025-12-01") << domain::Holidays() << 0 << notYet;
}

void TestIndicatorContact::weeksWithContactAreCountedOfSchoolWeeks()
{
    QFETCH(Contacts, contacts);
    QFETCH(std::string, matchFrom);
    QFETCH(domain::Holidays, holidays);
    QFETCH(int, weeks);
    QFETCH(double, rate);
    const auto result = domain::weeklyContactRate(contacts, period(matchFrom, "2027-06-30"), november, holidays);
    QCOMPARE(result.value.value_or(notYet), rate);
    QCOMPARE(result.n, weeks);
    QCOMPARE(result.denominator, std::optional(static_cast<double>(weeks)));
}

void TestIndicatorContact::theLongestGapIsInSchoolDays_data()
{
    QTest::addColumn<Contacts>("contacts");
    QTest::addColumn<std::string>("matchFrom");
    QTest::addColumn<std::string>("today");
    QTest::addColumn<domain::Holidays>("holidays");
    QTest::addColumn<double>("schoolDays");
    const auto row = [](const char *name, const Contacts &contacts, const char *matchFrom, const char *today,
                        const domain::Holidays &holidays, double schoolDays) {
        QTest::newRow(name) << contacts << std::string(matchFrom) << std::string(today) << holidays << schoolDays;
    };
    const Contacts two { on("2025-11-03"), on("2025-11-20") };
    row("between the 3rd and the 20th: 4 + 5 + 3", two, "2025-11-03", "2025-11-20", {}, 12);
    row("without Veterans Day: 11", two, "2025-11-03", "2025-11-20", daysOff("2025-11-11", "2025-11-11"), 11);
    row("a shorter run up to today: 12", two, "2025-11-03", "2025-11-28", {}, 12);
    row("up to today, today included: 4 + 3", { on("2025-11-03") }, "2025-11-03", "2025-11-12", {}, 7);
    row("no contact since the start: 5", {}, "2025-11-17", "2025-11-21", {}, 5);
    row("a Saturday's contact ends it: 4, then 1", { on("2025-11-03"), on("2025-11-08") }, "2025-11-03", "2025-11-10",
        {}, 4);
    row("over the winter break: 5 and 6 January", { on("2025-12-19"), on("2026-01-07") }, "2025-12-19", "2026-01-07",
        daysOff("2025-12-22", "2026-01-02"), 2);
    row("29 February is a school day: 28, 29, 1", { on("2024-02-27"), on("2024-03-04") }, "2024-02-27", "2024-03-04",
        {}, 3);
    row("not begun", two, "2025-12-01", "2025-11-28", {}, notYet);
}

void TestIndicatorContact::theLongestGapIsInSchoolDays()
{
    QFETCH(Contacts, contacts);
    QFETCH(std::string, matchFrom);
    QFETCH(std::string, today);
    QFETCH(domain::Holidays, holidays);
    QFETCH(double, schoolDays);
    const auto gap = domain::longestGap(contacts, period(matchFrom, "2027-06-30"), period(matchFrom, "2026-06-30"),
                                        day(today), holidays);
    QCOMPARE(gap.value.value_or(notYet), schoolDays);
    QCOMPARE(gap.n, schoolDays == notYet ? 0 : static_cast<int>(contacts.size()));
}

QTEST_GUILESS_MAIN(TestIndicatorContact)
#include "tst_indicator_contact.moc"
