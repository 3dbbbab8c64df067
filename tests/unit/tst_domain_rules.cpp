// SPDX-License-Identifier: Apache-2.0
#include "src/domain/check_in_rules.h"
#include "src/domain/contact_time.h"
#include "src/domain/milestone.h"
#include "tests/unit/academy_of_facts.h"
#include "tests/unit/check_ins.h"

#include <QTest>

using namespace cadre::v1;
using domain::Answered;
using domain::FindingCode;
using domain::FindingLevel;
using domain::MilestoneHealth;
using domain::Pace;

namespace {

Milestone milestone(const char *baseline, const char *current, const char *doneOn = "")
{
    Milestone milestone;
    milestone.set_baseline_due(baseline);
    milestone.set_current_due(current);
    milestone.set_status(MILESTONE_STATUS_IN_PROGRESS);
    if (*doneOn != '\0') {
        milestone.set_done_on(doneOn);
        milestone.set_status(MILESTONE_STATUS_DONE);
    }
    return milestone;
}

bool has(const std::vector<domain::Finding> &findings, FindingCode code, FindingLevel level)
{
    return std::any_of(findings.begin(), findings.end(), [&](const auto &finding) {
        return finding.code == code && finding.level == level && !finding.sentence.empty();
    });
}

} // namespace

class TestDomainRules : public QObject {
    Q_OBJECT

private slots:
    void calendarKnowsLeapDaysWeeksAndMonths()
    {
        QVERIFY(domain::parseDay("2024-02-29"));
        for (const char *wrong : { "2025-02-29", "2025-13-01", "2025-1-01", "", "2025-01-01x", "20250-1-01" }) {
            QVERIFY2(!domain::parseDay(wrong), wrong);
        }
        QCOMPARE(domain::dayText(day("2025-11-03") - std::chrono::days(3)), std::string("2025-10-31"));
        QCOMPARE(domain::weekdayOf(day("2025-11-03")), 1);
        QCOMPARE(domain::dayText(domain::weekOf(day("2025-11-09"))), std::string("2025-11-03"));
        QCOMPARE(domain::Month::of(day("2025-12-31")).next().text(), std::string("2026-01"));
        QCOMPARE(domain::dayText(domain::Month::parse("2024-02")->lastDay()), std::string("2024-02-29"));
        QCOMPARE(domain::dayText(domain::dayOfMilliseconds(-1)), std::string("1969-12-31"));
        QCOMPARE(domain::schoolDaysAfter(day("2025-10-31"), day("2025-11-07"), { day("2025-11-04") }), 4);
    }

    void milestoneHealthFollowsItsDates()
    {
        const auto today = day("2025-11-03");
        const auto health = [&](const Milestone &m) { return domain::standingOf(m, today).health; };
        QCOMPARE(health(milestone("2025-10-01", "2025-10-01", "2025-10-01")), MilestoneHealth::OnTime);
        QCOMPARE(health(milestone("2025-10-01", "2025-10-20", "2025-10-02")), MilestoneHealth::OnTimeAfterRevision);
        QCOMPARE(health(milestone("2025-10-01", "2025-10-20", "2025-10-21")), MilestoneHealth::Late);
        QCOMPARE(health(milestone("2025-10-01", "2025-11-02")), MilestoneHealth::Overdue);
        QCOMPARE(health(milestone("2025-10-01", "2025-11-03")), MilestoneHealth::DueSoon);
        QCOMPARE(health(milestone("2025-10-01", "2025-11-17")), MilestoneHealth::DueSoon);
        QCOMPARE(health(milestone("2025-10-01", "2025-11-18")), MilestoneHealth::OnTrack);
        auto risky = milestone("2025-10-01", "2025-12-18");
        risky.set_at_risk(true);
        QCOMPARE(health(risky), MilestoneHealth::AtRisk);
        risky.set_status(MILESTONE_STATUS_DROPPED);
        QCOMPARE(health(risky), MilestoneHealth::Dropped);
        QCOMPARE(health(Milestone()), MilestoneHealth::Unknown);
        const auto late = domain::standingOf(milestone("2025-10-01", "2025-10-22"), today);
        QCOMPARE(late.daysOverdue, 12);
        QCOMPARE(late.daysMoved, 21);
        QCOMPARE(late.why, std::string("12 days overdue"));
    }

    void movedDatesDoNotFlatterTheRate()
    {
        const std::vector<domain::MilestoneFact> facts {
            { "a", milestone("2025-10-01", "2025-10-01", "2025-09-30"), 0 },
            { "b", milestone("2025-10-01", "2025-10-20", "2025-10-15"), 2 },
            { "c", milestone("2025-10-01", "2025-10-05"), 1 },
        };
        const auto onTime = domain::onTimeRate(facts, day("2025-09-01"), day("2025-10-31"));
        QCOMPARE(onTime.count, 1);
        QCOMPARE(onTime.of, 3);
        QCOMPARE(onTime.ids, std::vector<std::string> { "a" });
        const auto revised = domain::onTimeAfterRevisionRate(facts, day("2025-09-01"), day("2025-10-31"));
        QCOMPARE(revised.count, 2);
        QCOMPARE(revised.why, std::string("2 of 3 done by their current date; dates were moved 3 times"));
        QCOMPARE(domain::medianSlip(facts, day("2025-10-11")), std::optional(10.0));
        QVERIFY(!domain::medianSlip({}, day("2025-10-11")));
    }

    void overlappingClockTimesCountOnce()
    {
        const std::vector<domain::Contact> contacts {
            contact("a", startingAt("2025-11-03", 0, 45)),
            contact("b", startingAt("2025-11-03", 30, 30)),
            contact("c", startingAt("2025-11-03", 10, 5)),
            contact("d", checkIn("2025-11-04", 20)),
        };
        const auto total = domain::contactTotal(contacts, day("2025-11-01"), day("2025-11-30"));
        QCOMPARE(total.minutes, 80);
        QCOMPARE(total.sessions, 4);
        QCOMPARE(total.evidence.size(), std::size_t { 4 });
    }

    void draftsWithdrawnAndUnheldCheckInsDoNotCount()
    {
        auto draft = checkIn("2025-11-03", 45);
        draft.set_status(CHECK_IN_STATUS_DRAFT);
        auto withdrawn = checkIn("2025-11-03", 45);
        withdrawn.set_status(CHECK_IN_STATUS_VOID);
        QCOMPARE(domain::countedMinutes(contact("a", draft)), 0);
        QCOMPARE(domain::countedMinutes(contact("a", withdrawn)), 0);
        QCOMPARE(domain::countedMinutes(contact("a", checkIn("2025-11-03", 45))), 45);
        QCOMPARE(domain::countedMinutes(answered(checkIn("2025-11-03", 45), CONFIRMATION_NOT_HELD, 0)), 0);
    }

    void theSmallerTimeCountsWhileTheTwoDiffer()
    {
        QCOMPARE(domain::countedMinutes(answered(checkIn("2025-11-03", 45), CONFIRMATION_TIME_DIFFERS, 30)), 30);
        QCOMPARE(domain::countedMinutes(answered(checkIn("2025-11-03", 45), CONFIRMATION_TIME_DIFFERS, 60)), 45);
    }

    void whatWasConfirmedAndThenCorrectedIsNotConfirmed()
    {
        const auto meeting = checkIn("2025-11-03", 45);
        QCOMPARE(domain::answered(answered(meeting, CONFIRMATION_CONFIRMED, 45)), Answered::Agrees);
        QCOMPARE(domain::answered(answered(meeting, CONFIRMATION_CONFIRMED, 30)), Answered::OtherTime);
        QCOMPARE(domain::countedMinutes(answered(meeting, CONFIRMATION_CONFIRMED, 30)), 30);
        QCOMPARE(domain::answered(answered(meeting, CONFIRMATION_TIME_DIFFERS, 45)), Answered::Agrees);
        QCOMPARE(domain::answered(answered(meeting, CONFIRMATION_TIME_DIFFERS, 30)), Answered::OtherTime);
        QCOMPARE(domain::answered(answered(meeting, CONFIRMATION_NOT_HELD, 45)), Answered::NotHeld);
        QCOMPARE(domain::answered(contact("a", meeting)), Answered::No);
        // Before the minutes were written with a yes.
        auto bare = answered(meeting, CONFIRMATION_CONFIRMED, 45);
        bare.answer->clear_minutes();
        QCOMPARE(domain::answered(bare), Answered::Agrees);
        QCOMPARE(domain::countedMinutes(bare), 45);
    }

    void theLatestAnswerIsTheOneInForce()
    {
        Acknowledgement first;
        first.set_check_in("a");
        first.set_at(1);
        first.set_result(CONFIRMATION_NOT_HELD);
        auto second = first;
        second.set_at(2);
        second.set_result(CONFIRMATION_CONFIRMED);
        const auto contacts = domain::contactsOf(
            { { "a", checkIn("2025-11-03", 45) }, { "b", checkIn("2025-11-04", 15) } }, { second, first });
        QCOMPARE(domain::countedMinutes(contacts[0]), 45);
        QVERIFY(!contacts[1].answer);
    }

    void whatTheTeacherAnswersHerselfComesBeforeWhatSheSaidInPerson()
    {
        Acknowledgement own;
        own.set_check_in("a");
        own.set_result(CONFIRMATION_NOT_HELD);
        own.set_at(100);
        auto inPerson = own;
        inPerson.set_result(CONFIRMATION_CONFIRMED);
        inPerson.set_given_to("mentor");
        inPerson.set_at(200);
        const auto alone = domain::contactsOf({ { "a", checkIn("2025-11-03", 45) } }, { inPerson });
        QCOMPARE(alone[0].answer->result(), CONFIRMATION_CONFIRMED);
        for (const auto &answers : { std::vector { own, inPerson }, std::vector { inPerson, own } }) {
            const auto contacts = domain::contactsOf({ { "a", checkIn("2025-11-03", 45) } }, answers);
            QCOMPARE(contacts[0].answer->result(), CONFIRMATION_NOT_HELD);
        }
    }

    void monthsAreTotalledApart()
    {
        auto own = checkIn("2025-11-03", 30);
        own.set_time_source(TIME_SOURCE_OWN_TIME);
        const auto totals = domain::monthTotals(
            { contact("a", checkIn("2025-10-31", 45)), contact("b", own), contact("c", checkIn("2025-11-10", 15)) });
        QCOMPARE(totals.size(), std::size_t { 2 });
        const auto november = domain::pairMonth("match", { 2025, 11 }, totals.at({ 2025, 11 }));
        QCOMPARE(november.minutes(), 45);
        QCOMPARE(november.sessions(), 2);
        QCOMPARE(november.own_time_minutes(), 30);
        QCOMPARE(november.month(), std::string("2025-11"));
        const auto school =
            domain::schoolMonth("school", { 2025, 11 }, { totals.at({ 2025, 11 }), totals.at({ 2025, 10 }) });
        QCOMPARE(school.minutes(), 90);
    }

    void paceComparesWithTheSchoolDaysGoneBy()
    {
        // November 2025 has 20 school days; ten are over on the 14th.
        const auto pace = [](int minutes, const char *from, const char *today) {
            return domain::paceOf({ contact("a", checkIn("2025-11-05", minutes)) }, 240, day(from), day(today));
        };
        QCOMPARE(pace(108, "2025-08-15", "2025-11-14").pace, Pace::OnPace);
        QCOMPARE(pace(107, "2025-08-15", "2025-11-14").pace, Pace::Behind);
        QCOMPARE(pace(72, "2025-08-15", "2025-11-14").pace, Pace::Behind);
        QCOMPARE(pace(71, "2025-08-15", "2025-11-14").pace, Pace::FarBehind);
        QCOMPARE(pace(10, "2025-11-03", "2025-11-14").pace, Pace::TooEarly);
        QCOMPARE(pace(71, "2025-08-15", "2025-11-14").expected, 120);
        QCOMPARE(domain::paceOf({}, 0, day("2025-08-15"), day("2025-11-14")).pace, Pace::NothingAgreed);
    }

    void theGapCountsSchoolDaysUntilToday()
    {
        const auto gap =
            domain::contactGap({ contact("a", checkIn("2025-10-06", 45)) }, day("2025-10-01"), day("2025-10-20"));
        QCOMPARE(gap.current, 10);
        QVERIFY(!gap.isLong);
        QCOMPARE(gap.lastContact, std::optional(day("2025-10-06")));
        QVERIFY(domain::contactGap({}, day("2025-10-01"), day("2025-10-20")).isLong);
        QCOMPARE(domain::contactGap({ contact("a", checkIn("2025-10-20", 45)) }, day("2025-10-01"), day("2025-10-20"))
                     .schoolDays,
                 13);
    }

    void minutesAreChecked()
    {
        const auto today = day("2025-11-03");
        QVERIFY(domain::findingsFor(checkIn("2025-11-03", 1), nullptr, today).empty());
        QVERIFY(domain::findingsFor(checkIn("2025-11-03", 240), nullptr, today).empty());
        QVERIFY(has(domain::findingsFor(checkIn("2025-11-03", 241), nullptr, today), FindingCode::LongMeeting,
                    FindingLevel::Warning));
        QVERIFY(has(domain::findingsFor(checkIn("2025-11-03", 481), nullptr, today), FindingCode::MinutesOutOfRange,
                    FindingLevel::Draft));
        QVERIFY(has(domain::findingsFor(checkIn("2025-11-03", 0), nullptr, today), FindingCode::MinutesOutOfRange,
                    FindingLevel::Draft));
    }

    void daysAreChecked()
    {
        const auto today = day("2025-11-03");
        QVERIFY(has(domain::findingsFor(checkIn("2025-11-04", 30), nullptr, today), FindingCode::InTheFuture,
                    FindingLevel::Draft));
        QVERIFY(domain::findingsFor(checkIn("2025-09-04", 30), nullptr, today).empty());
        QVERIFY(has(domain::findingsFor(checkIn("2025-09-03", 30), nullptr, today), FindingCode::LongAgo,
                    FindingLevel::Warning));
        AcademyOfFacts academy;
        const auto *match = academy.facts.match(academy.id("match"));
        QVERIFY(domain::findingsFor(checkIn("2025-10-03", 30), match, today).empty());
        QVERIFY(has(domain::findingsFor(checkIn("2025-08-14", 30), match, today), FindingCode::OutsideMatch,
                    FindingLevel::Warning));
    }

    void whatIsMissingKeepsADraft()
    {
        const auto findings = domain::findingsFor(CheckIn(), nullptr, day("2025-11-03"));
        QVERIFY(has(findings, FindingCode::MissingTeacher, FindingLevel::Draft));
        QVERIFY(has(findings, FindingCode::MissingDay, FindingLevel::Draft));
        QVERIFY(has(findings, FindingCode::MissingMinutes, FindingLevel::Draft));
    }

    void overlapsWarnAndNameTheOther()
    {
        const std::vector<std::pair<std::string, CheckIn>> others { { "me", startingAt("2025-11-03", 0, 45) },
                                                                    { "other", startingAt("2025-11-03", 44, 30) },
                                                                    { "after", startingAt("2025-11-03", 45, 30) } };
        const auto findings = domain::overlapsOf("me", others[0].second, others);
        QCOMPARE(findings.size(), std::size_t { 1 });
        QCOMPARE(findings[0].arguments, std::vector<std::string> { "other" });
    }

    void evaluatorsAndOneselfCannotMentor()
    {
        AcademyOfFacts academy;
        QVERIFY(domain::findingsFor(academy.match("MT", "BT"), academy.facts, academy.today).empty());
        QVERIFY(has(domain::findingsFor(academy.match("BT", "BT"), academy.facts, academy.today),
                    FindingCode::SamePerson, FindingLevel::Stop));
        QVERIFY(has(domain::findingsFor(academy.match("PR", "BT"), academy.facts, academy.today),
                    FindingCode::Evaluator, FindingLevel::Stop));
    }

    void notesAreRefusedForLengthAloneAndAskForNoNames()
    {
        QVERIFY(domain::findingsForNote("Strong start. The routines hold; Period Three was loud.").empty());
        QVERIFY(has(domain::findingsForNote("Maria Lopez and Jo Smith sat with Ann Park."), FindingCode::PossibleNames,
                    FindingLevel::Hint));
        QVERIFY(domain::findingsForNote(std::string(8000, '\xc3') /* lead bytes alone */).size() == 1);
        std::string accents;
        for (int i = 0; i < 4000; ++i) {
            accents += "é";
        }
        QVERIFY(domain::findingsForNote(accents).empty());
        QVERIFY(has(domain::findingsForNote(accents + "é"), FindingCode::TooLong, FindingLevel::Draft));
    }

    void aMonthLocks45DaysAfterItsEnd()
    {
        QVERIFY(!domain::isLocked(checkIn("2025-09-10", 45), day("2025-11-14")));
        QVERIFY(domain::isLocked(checkIn("2025-09-10", 45), day("2025-11-15")));
        QVERIFY(!domain::isUnanswered(checkIn("2025-10-20", 45), false, day("2025-11-03")));
        QVERIFY(domain::isUnanswered(checkIn("2025-10-19", 45), false, day("2025-11-03")));
        QVERIFY(!domain::isUnanswered(checkIn("2025-10-19", 45), true, day("2025-11-03")));
    }
};

QTEST_GUILESS_MAIN(TestDomainRules)
#include "tst_domain_rules.moc"
