// SPDX-License-Identifier: Apache-2.0
#include "src/reports/report.h"
#include "tests/unit/reports_world.h"

#include <QTest>

using namespace cadre::v1;
using reports::Document;
using World = ReportsWorld;

namespace {

// 2026-10-20, 10:00 UTC.
constexpr std::int64_t tenOClock = 1'792'490'400'000;

CheckIn sanctioned(CheckIn checkIn)
{
    return inTime(std::move(checkIn), TIME_SOURCE_SANCTIONED);
}

CheckIn at(int minutesAfterTen, int minutes)
{
    auto held = sanctioned(checkIn("2026-10-20", minutes));
    held.set_start(tenOClock + minutesAfterTen * aMinute);
    return held;
}

/// October of one pair: 45 minutes confirmed; 60 of which the teacher remembers 50, in the evening; 30 and 45 minutes
/// that overlap by 15; a draft; and one that was withdrawn.
void fillOctober(reports::PairHeld &pair)
{
    pair.contacts = { World::withAnswer("a", sanctioned(checkIn("2026-10-05", 45)), CONFIRMATION_CONFIRMED, 45),
                      World::withAnswer("b", inTime(checkIn("2026-10-12", 60), TIME_SOURCE_OWN_TIME),
                                        CONFIRMATION_TIME_DIFFERS, 50),
                      contact("c", at(0, 30)),
                      contact("d", at(15, 45)),
                      contact("e", withStatus(checkIn("2026-10-27", 30), CHECK_IN_STATUS_DRAFT)),
                      contact("f", withStatus(checkIn("2026-10-28", 30), CHECK_IN_STATUS_VOID)) };
}

} // namespace

class TestReportsStatement : public QObject {
    Q_OBJECT

private slots:
    void columnsAreThoseOfTheReference()
    {
        World world;
        world.match("Ada", "2026-08-24", 180);
        QCOMPARE(World::columnsOf(reports::mentoringStatement(world.held, World::asking("2026-10"))),
                 std::string("school_id,mentor_id,teacher_id,month,sessions,minutes,protected_minutes,own_time_minutes,"
                             "weeks_with_contact,policy_minutes,attainment_pct,mentor_signed_on,teacher_signed_on,"
                             "admin_seen_on,status"));
    }

    void aStatementIsWhatAPairHeldInItsMonth()
    {
        World world;
        fillOctober(world.match("Ada", "2026-08-24", 180));
        const auto document = reports::mentoringStatement(world.held, World::asking("2026-10"));
        QCOMPARE(document.tables.front().rows.size(), std::size_t { 1 });
        // 45 + 50 + (30 + 45 - 15) minutes; the month has 22 school days, all promised.
        expect(document, 0,
               { { "school_id", World::id("school").text() },
                 { "mentor_id", World::id("Mentor").text() },
                 { "teacher_id", World::id("Ada").text() },
                 { "month", "2026-10" },
                 { "sessions", "4" },
                 { "minutes", "155" },
                 { "protected_minutes", "105" },
                 { "own_time_minutes", "50" },
                 { "weeks_with_contact", "3" },
                 { "policy_minutes", "180" },
                 { "attainment_pct", "86" },
                 { "mentor_signed_on", "" },
                 { "teacher_signed_on", "" },
                 { "admin_seen_on", "" },
                 { "status", "open" } });
        const auto &dates = document.tables[1];
        QCOMPARE(dates.rows.size(), std::size_t { 5 });
        QCOMPARE(reports::cellCode(dates.rows[1][2]), std::string("50"));
        QCOMPARE(reports::cellCode(dates.rows[2][4]), std::string("not_answered"));
        QCOMPARE(reports::cellCode(dates.rows[4][2]), std::string("0"));
        QCOMPARE(reports::cellCode(dates.rows[4][4]), std::string("void"));
    }

    void signaturesAreToTheMinutesThatStandThere()
    {
        World world;
        auto &pair = world.match("Ada", "2026-08-24", 180);
        pair.contacts = { contact("a", sanctioned(checkIn("2026-10-05", 45))) };
        const auto sign = [&](const char *who, std::int64_t at) {
            StatementSignature signature;
            signature.set_match_id(World::id("match of Ada").text());
            signature.set_month("2026-10");
            signature.set_signer(World::id(who).text());
            signature.set_minutes(45);
            signature.set_sessions(1);
            signature.set_sanctioned_minutes(45);
            signature.set_at(at);
            pair.signatures.push_back(signature);
        };
        constexpr std::int64_t novemberThird = 1'793'707'200'000; // 12:00 UTC
        constexpr std::int64_t aDay = 24 * 60 * aMinute;
        sign("Mentor", novemberThird);
        const auto made = [&] { return reports::mentoringStatement(world.held, World::asking("2026-10")); };
        expect(made(), 0,
               { { "mentor_signed_on", "2026-11-03" }, { "teacher_signed_on", "" }, { "status", "signed_mentor" } });
        sign("Ada", novemberThird + aDay);
        expect(made(), 0, { { "teacher_signed_on", "2026-11-04" }, { "status", "signed_both" } });
        sign("Principal", novemberThird + 2 * aDay);
        const auto document = made();
        expect(document, 0, { { "admin_seen_on", "2026-11-05" }, { "status", "received" } });
        QCOMPARE(reports::cellCode(document.tables[2].rows[0][1]), std::string("2026-11-03"));

        pair.contacts.push_back(contact("b", checkIn("2026-10-12", 30)));
        expect(made(), 0, { { "mentor_signed_on", "" }, { "admin_seen_on", "" }, { "status", "reopened" } });
    }

    void aPairThatBeganLaterWasPromisedLess()
    {
        World world;
        world.match("Ada", "2026-10-19", 180);
        const auto document = reports::mentoringStatement(world.held, World::asking("2026-10"));
        // 10 of 22 school days.
        expect(document, 0,
               { { "sessions", "0" }, { "minutes", "0" }, { "policy_minutes", "82" }, { "attainment_pct", "0" } });
    }

    void whereNothingIsAgreedNothingIsAttained()
    {
        World world;
        world.match("Ada", "2026-08-24", 0).contacts = { contact("a", checkIn("2026-10-05", 45)) };
        const auto document = reports::mentoringStatement(world.held, World::asking("2026-10"));
        expect(document, 0, { { "minutes", "45" }, { "policy_minutes", "" }, { "attainment_pct", "" } });
    }

    void wherePairsAgreedOnNothingTheDistrictsPolicyPromises()
    {
        World world;
        world.match("Ada", "2026-08-24", 0).contacts = { contact("a", checkIn("2026-10-05", 45)) };
        SanctionedTimePolicy policy;
        policy.set_unit(TIME_UNIT_WEEK);
        policy.set_minutes(60);
        policy.set_from("2026-08-01");
        const auto promised = [&](const char *place) {
            world.held.timePolicies = { { World::id(place), { policy } } };
            return World::cell(reports::mentoringStatement(world.held, World::asking("2026-10")), 0, "policy_minutes");
        };
        // 22 school days, 12 minutes each.
        QCOMPARE(promised("district"), std::string("264"));
        QCOMPARE(promised("another district"), std::string());
        policy.set_unit(TIME_UNIT_YEAR);
        QCOMPARE(promised("district"), std::string());
    }

    void whoWasNoPairThenHasNoRow()
    {
        World world;
        world.match("Ada", "2026-11-02", 180);
        const auto document = reports::mentoringStatement(world.held, World::asking("2026-10"));
        QVERIFY(document.tables.front().rows.empty());
    }

    void aDistrictKnowsTheMonthsTotalsAlone()
    {
        World world;
        world.match("Ada", "2026-08-24", 180, "school", false);
        world.leads(SCOPE_KIND_DISTRICT_TEAM, "district");
        PairMonth total;
        total.set_match_id(World::id("match of Ada").text());
        total.set_month("2026-10");
        total.set_minutes(135);
        total.set_sessions(3);
        total.set_own_time_minutes(20);
        world.held.pairMonths = { total };
        const auto document = reports::mentoringStatement(world.held, World::asking("2026-10"));
        expect(document, 0,
               { { "sessions", "3" },
                 { "minutes", "135" },
                 { "own_time_minutes", "20" },
                 { "attainment_pct", "75" },
                 { "protected_minutes", "" },
                 { "weeks_with_contact", "" } });
        QVERIFY(document.tables[1].rows.empty());
        QVERIFY(document.sources.empty());
    }

    void aStatementIsOfAMonthAndOfPairsThatAreKnown()
    {
        World world;
        QVERIFY_EXCEPTION_THROWN(reports::mentoringStatement(world.held, World::asking("2026-10")), reports::NotHere);
        world.match("Ada", "2026-08-24", 180);
        QVERIFY_EXCEPTION_THROWN(reports::mentoringStatement(world.held, World::asking("2026-fall")),
                                 std::invalid_argument);
        QVERIFY(reports::mentoringStatement(world.held, {}).tables[0].rows.size() == 1);
    }

    void nothingOfWhatWasSaidIsInAStatement()
    {
        World world;
        auto &pair = world.match("Ada", "2026-08-24", 180);
        fillOctober(pair);
        for (auto &contact : pair.contacts)
            contact.checkIn.add_activities(ACTIVITY_OBSERVING);
        CheckInNote note;
        note.set_check_in("a");
        note.set_part(NOTE_PART_CHALLENGE);
        note.set_body("Quetzalcoatlus");
        pair.notes = { note };
        CheckInDetail detail;
        detail.set_check_in("a");
        detail.set_focus("Quetzalcoatlus");
        pair.details = { { "detail", detail } };
        world.leads(SCOPE_KIND_SCHOOL_TEAM, "school");
        for (const auto *report : { "D1", "D2" }) {
            const auto document = reports::reportNamed(report)->make(world.held, World::asking("2026-10"));
            for (const auto &table : document.tables) {
                for (const auto &row : table.rows) {
                    for (const auto &cell : row) {
                        QVERIFY(!reports::cellWords(cell, "en").contains("Quetzalcoatlus"));
                        QVERIFY(!reports::cellWords(cell, "en").contains("Observing"));
                    }
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestReportsStatement)
#include "tst_reports_statement.moc"
