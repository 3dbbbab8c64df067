// SPDX-License-Identifier: Apache-2.0
#include "src/domain/indicator_recording.h"
#include "tests/unit/check_ins.h"

#include <QTest>

using namespace cadre::v1;
using domain::Contact;
using Contacts = std::vector<Contact>;
using Steps = std::vector<ActionItem>;

namespace {

const auto november = period("2025-11-01", "2025-11-30");
const auto noTime = period("2025-11-30", "2025-11-01");
constexpr double notYet = -1;
constexpr std::int64_t aDay = 24 * 60 * aMinute;

Contact on(const char *day, Confirmation answer = CONFIRMATION_UNSPECIFIED)
{
    const int minutes = answer == CONFIRMATION_CONFIRMED ? 30 : 20;
    return answer == CONFIRMATION_UNSPECIFIED ? contact("a", checkIn(day, 30))
                                              : answered(checkIn(day, 30), answer, minutes);
}

Contact confirmedAfter(double days)
{
    auto held = on("2025-11-03", CONFIRMATION_CONFIRMED);
    held.checkIn.set_entered_at(aMonday);
    held.answer->set_at(aMonday + static_cast<std::int64_t>(days * aDay));
    return held;
}

Contact writtenIn(int seconds, CheckInKind kind = CHECK_IN_KIND_QUICK)
{
    auto held = on("2025-11-03");
    held.checkIn.set_kind(kind);
    held.checkIn.set_form_seconds(seconds);
    return held;
}

/// 30 minutes long, entered so many minutes after it began.
Contact enteredAfter(int minutes)
{
    auto held = contact("a", startingAt("2025-11-03", 0, 30));
    held.checkIn.set_entered_at(aMonday + minutes * aMinute);
    return held;
}

Contact enteredAt(const char *on, std::int64_t milliseconds)
{
    auto held = contact("a", checkIn(on, 30));
    held.checkIn.set_tz("America/New_York");
    held.checkIn.set_entered_at(milliseconds);
    return held;
}

/// New York: four hours behind UTC until 2 November 2025, 06:00 UTC, and five from then on.
domain::Day inNewYork(std::int64_t milliseconds, const std::string &zone)
{
    if (zone != "America/New_York") {
        return domain::dayOfMilliseconds(milliseconds);
    }
    const int behind = milliseconds < 1'762'063'200'000 ? 4 : 5;
    return domain::dayOfMilliseconds(milliseconds - behind * 60 * aMinute);
}

ActionItem step(const char *due, const char *doneOn = "")
{
    ActionItem step;
    step.set_due(due);
    step.set_status(*doneOn == '\0' ? ACTION_STATUS_OPEN : ACTION_STATUS_DONE);
    if (*doneOn != '\0') {
        step.set_done_on(doneOn);
    }
    return step;
}

ActionItem dropped(const char *due, const char *reason)
{
    auto result = step(due);
    result.set_status(ACTION_STATUS_DROPPED);
    result.set_reason(reason);
    return result;
}

ActionItem carried(int times)
{
    auto result = step("2025-11-10");
    result.set_carried_count(times);
    return result;
}

} // namespace

class TestIndicatorRecording : public QObject {
    Q_OBJECT

private slots:
    void confirmationIsAskedOfWhatIsOlderThanTwoWeeks_data();
    void confirmationIsAskedOfWhatIsOlderThanTwoWeeks();
    void theDelayIsTheMedianOfWhatTheClocksAgreeOn();
    void effortIsToldByKind();
    void theLagBeginsWithTheEndOfTheMeeting();
    void theSameDayIsTheLocalOne();
    void stepsAreDoneWhenTheyAreDue_data();
    void stepsAreDoneWhenTheyAreDue();
    void stepsThatWereDueSayHowOftenTheyWereCarried();
};

void TestIndicatorRecording::confirmationIsAskedOfWhatIsOlderThanTwoWeeks_data()
{
    QTest::addColumn<Contacts>("contacts");
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("n");
    const auto row = [](const char *name, const Contacts &contacts, double rate, int n) {
        QTest::newRow(name) << contacts << rate << n;
    };
    // Today is the 28th: the 13th is 15 days ago, the 14th is 14.
    row("confirmed of old: 1/1", { on("2025-11-13", CONFIRMATION_CONFIRMED) }, 1, 1);
    row("one without an answer: 1/2", { on("2025-11-13", CONFIRMATION_CONFIRMED), on("2025-11-13") }, 0.5, 2);
    row("another time is no confirmation: 0/1", { on("2025-11-13", CONFIRMATION_TIME_DIFFERS) }, 0, 1);
    row("did not happen is none: 0/1", { on("2025-11-13", CONFIRMATION_NOT_HELD) }, 0, 1);
    row("fourteen days are not over", { on("2025-11-14", CONFIRMATION_CONFIRMED) }, notYet, 0);
    row("withdrawn",
        { answered(withStatus(checkIn("2025-11-03", 30), CHECK_IN_STATUS_VOID), CONFIRMATION_CONFIRMED, 30) }, notYet,
        0);
    row("of another month", { on("2025-10-31", CONFIRMATION_CONFIRMED) }, notYet, 0);
    row("none", {}, notYet, 0);
}

void TestIndicatorRecording::confirmationIsAskedOfWhatIsOlderThanTwoWeeks()
{
    QFETCH(Contacts, contacts);
    QFETCH(double, rate);
    QFETCH(int, n);
    const auto result = domain::confirmationRate(contacts, november, day("2025-11-28"));
    QCOMPARE(result.value.value_or(notYet), rate);
    QCOMPARE(result.n, n);
    QVERIFY(!domain::confirmationRate(contacts, noTime, day("2025-11-28")).value);
}

void TestIndicatorRecording::theDelayIsTheMedianOfWhatTheClocksAgreeOn()
{
    const auto delay = domain::confirmationDelay(
        { confirmedAfter(9), confirmedAfter(1), confirmedAfter(2.5), confirmedAfter(-1), on("2025-11-03") }, november);
    QCOMPARE(delay.value, std::optional(2.5));
    QCOMPARE(delay.n, 3);
    auto disputed = confirmedAfter(1);
    disputed.answer->set_result(CONFIRMATION_TIME_DIFFERS);
    disputed.answer->set_minutes(20);
    QCOMPARE(valueText(domain::confirmationDelay({ disputed, confirmedAfter(-1) }, november)),
             std::string("not enough yet (n = 0)"));
}

void TestIndicatorRecording::effortIsToldByKind()
{
    Contacts contacts { writtenIn(400, CHECK_IN_KIND_CONVERSATION), on("2025-11-03") };
    for (const int seconds : { 100, 90, 80, 70, 60, 50, 40, 30, 20, 10 }) {
        contacts.push_back(writtenIn(seconds));
    }
    const auto quick = domain::recordingEffort(contacts, CHECK_IN_KIND_QUICK, november);
    QCOMPARE(quick.median.value, std::optional(55.0)); // Between the fifth, 50, and the sixth, 60.
    QCOMPARE(quick.ninetiethPercentile.value, std::optional(90.0)); // The ninth of ten.
    QCOMPARE(quick.median.n, 10);
    const auto conversation = domain::recordingEffort(contacts, CHECK_IN_KIND_CONVERSATION, november);
    QCOMPARE(conversation.median.value, std::optional(400.0));
    QCOMPARE(conversation.ninetiethPercentile.value, std::optional(400.0));
    const auto group = domain::recordingEffort(contacts, CHECK_IN_KIND_GROUP, november);
    QVERIFY(!group.median.value && !group.ninetiethPercentile.value);
    QCOMPARE(domain::targetSeconds(CHECK_IN_KIND_QUICK), std::optional(60));
    QCOMPARE(domain::targetSeconds(CHECK_IN_KIND_CONVERSATION), std::optional(240));
    QVERIFY(!domain::targetSeconds(CHECK_IN_KIND_GROUP));
}

void TestIndicatorRecording::theLagBeginsWithTheEndOfTheMeeting()
{
    // 45 - 30, and 0 for what was written before the 30 minutes were over, and 120 - 30: the middle one is 15.
    const auto lag = domain::entryLag({ enteredAfter(120), enteredAfter(20), enteredAfter(45) }, november);
    QCOMPARE(lag.value, std::optional(15.0));
    QCOMPARE(lag.n, 3);
    QCOMPARE(domain::entryLag({ enteredAfter(20), enteredAfter(10) }, november).value, std::optional(0.0));
    QVERIFY(!domain::entryLag({ on("2025-11-03") }, november).value); // Neither clock time is known.
}

void TestIndicatorRecording::theSameDayIsTheLocalOne()
{
    const auto share = [](const Contacts &contacts) {
        return domain::sameDayShare(contacts, november, inNewYork).value.value_or(notYet);
    };
    // 04:30 UTC on the 3rd is 23:30 on the 2nd: summer time has ended that night.
    QCOMPARE(share({ enteredAt("2025-11-02", 1'762'144'200'000) }), 1.0);
    QCOMPARE(share({ enteredAt("2025-11-03", 1'762'144'200'000) }), 0.0);
    // 04:30 UTC on the 2nd is 00:30 on the 2nd: it is summer time still.
    QCOMPARE(share({ enteredAt("2025-11-02", 1'762'057'800'000) }), 1.0);
    QCOMPARE(share({ enteredAt("2025-11-01", 1'762'057'800'000), enteredAt("2025-11-02", 1'762'057'800'000) }), 0.5);
    QCOMPARE(share({ on("2025-11-03") }), notYet);
    QCOMPARE(share({}), notYet);
}

void TestIndicatorRecording::stepsAreDoneWhenTheyAreDue_data()
{
    QTest::addColumn<Steps>("steps");
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("n");
    const auto row = [](const char *name, const Steps &steps, double share, int n) {
        QTest::newRow(name) << steps << share << n;
    };
    row("done before and on the day: 2/2", { step("2025-11-10", "2025-11-07"), step("2025-11-10", "2025-11-10") }, 1,
        2);
    row("done a day late: 0/1", { step("2025-11-10", "2025-11-11") }, 0, 1);
    row("open: 1/2", { step("2025-11-10"), step("2025-11-10", "2025-11-10") }, 0.5, 2);
    row("due today is not over", { step("2025-11-28"), step("2025-11-28", "2025-11-28") }, notYet, 0);
    row("due yesterday is: 0/1", { step("2025-11-27") }, 0, 1);
    row("dropped with a reason does not count: 1/1",
        { dropped("2025-11-10", "moved school"), step("2025-11-10", "2025-11-10") }, 1, 1);
    row("dropped without one does: 1/2", { dropped("2025-11-10", ""), step("2025-11-10", "2025-11-10") }, 0.5, 2);
    row("of other months, or without a day",
        { step("2025-10-31", "2025-10-31"), step("2024-11-10"), step("", "2025-11-10") }, notYet, 0);
    row("none", {}, notYet, 0);
}

void TestIndicatorRecording::stepsAreDoneWhenTheyAreDue()
{
    QFETCH(Steps, steps);
    QFETCH(double, share);
    QFETCH(int, n);
    const auto result = domain::followThrough(steps, november, day("2025-11-28"));
    QCOMPARE(result.value.value_or(notYet), share);
    QCOMPARE(result.n, n);
    QVERIFY(!domain::followThrough(steps, noTime, day("2025-11-28")).value);
}

void TestIndicatorRecording::stepsThatWereDueSayHowOftenTheyWereCarried()
{
    const auto today = day("2025-11-28");
    auto later = carried(9);
    later.set_due("2025-11-29");
    const auto times = domain::timesCarried({ carried(4), carried(0), carried(1), carried(2), later }, november, today);
    QCOMPARE(times.value, std::optional(1.5));
    QCOMPARE(times.n, 4);
    QVERIFY(!domain::timesCarried({ later }, november, today).value);
}

QTEST_GUILESS_MAIN(TestIndicatorRecording)
#include "tst_indicator_recording.moc"
