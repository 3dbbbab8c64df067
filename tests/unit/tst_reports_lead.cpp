// SPDX-License-Identifier: Apache-2.0
#include "src/reports/report.h"
#include "tests/unit/reports_world.h"

#include <QTest>

using namespace cadre::v1;
using reports::Document;
using World = ReportsWorld;

namespace {

/// A school of six teachers who began in October: three had a mentor within 30 days, three in November. Of the pairs
/// of October one met each week, one twice, one never.
void fillSchool(World &world)
{
    world.leads(SCOPE_KIND_SCHOOL_TEAM, "school");
    for (const auto *teacher : { "T1", "T2", "T3", "T4", "T5", "T6" })
        world.enrolled(teacher, "2026-10-01");
    auto &weekly = world.match("T1", "2026-10-05", 120);
    for (const auto *day : { "2026-10-06", "2026-10-13", "2026-10-20" })
        weekly.contacts.push_back(World::withAnswer(day, checkIn(day, 30), CONFIRMATION_CONFIRMED, 30));
    weekly.contacts.push_back(contact("x", checkIn("2026-10-27", 30)));
    world.match("T2", "2026-10-05", 120).contacts = { contact("y", checkIn("2026-10-06", 30)),
                                                      contact("z", checkIn("2026-10-20", 30)) };
    world.match("T3", "2026-10-05", 120);
    for (const auto *teacher : { "T4", "T5", "T6" })
        world.match(teacher, "2026-11-10", 120);
}

Document registerOf(const World &world)
{
    return reports::checkInRegister(world.held, World::asking("2026-10"));
}

} // namespace

class TestReportsLead : public QObject {
    Q_OBJECT

private slots:
    void columnsAreThoseOfTheReference()
    {
        World world;
        fillSchool(world);
        QCOMPARE(
            World::columnsOf(registerOf(world)),
            std::string("district_id,school_id,period,active_teachers,active_pairs,matched_in_30d,sessions,minutes,"
                        "policy_minutes,attainment_pct,weekly_contact_pct,median_gap_days,confirmed_pct"));
    }

    void whatWaitsForTheServerIsNotNothing()
    {
        World world;
        fillSchool(world);
        world.held.closed = { { SCOPE_KIND_PAIR_LOG, World::id("match of T1"), 0 } };
        QCOMPARE(reports::mentoringStatement(world.held, World::asking("2026-10")).tables[0].rows.size(),
                 std::size_t { 2 });
        expect(registerOf(world), 0, { { "active_pairs", "3" }, { "minutes", "" }, { "weekly_contact_pct", "" } });
        world.held.closed.insert({ SCOPE_KIND_SCHOOL_TEAM, World::id("school"), 0 });
        QVERIFY_EXCEPTION_THROWN(registerOf(world), reports::NotHere);
    }

    void aRegisterCountsAndRatesASchool()
    {
        World world;
        fillSchool(world);
        // Promised: 120 minutes over 22 school days, 20 of them from 5 October on, for each of three pairs. Gaps: 4, 9
        // and 20 school days. Weeks: 4 + 2 + 0 of 12.
        expect(registerOf(world), 0,
               { { "district_id", World::id("district").text() },
                 { "school_id", World::id("school").text() },
                 { "period", "2026-10" },
                 { "active_teachers", "6" },
                 { "active_pairs", "3" },
                 { "matched_in_30d", "3" },
                 { "sessions", "6" },
                 { "minutes", "180" },
                 { "policy_minutes", "327" },
                 { "attainment_pct", "55" },
                 { "weekly_contact_pct", "50" },
                 { "median_gap_days", "9" },
                 { "confirmed_pct", "50" } });
    }

    void ofFewTeachersNoRateIsTold()
    {
        World world;
        fillSchool(world);
        std::erase_if(world.held.enrollments, [](const TeacherEnrollment &one) {
            return one.teacher() == World::id("T5").text() || one.teacher() == World::id("T6").text();
        });
        expect(registerOf(world), 0,
               { { "active_teachers", "4" },
                 { "minutes", "180" },
                 { "matched_in_30d", "hidden" },
                 { "weekly_contact_pct", "hidden" },
                 { "median_gap_days", "hidden" },
                 { "confirmed_pct", "hidden" } });
    }

    void ofFewWhoWereMatchedTheNumberIsNotTold()
    {
        World world;
        fillSchool(world);
        world.match("T3", "2026-11-10", 120);
        expect(registerOf(world), 0, { { "matched_in_30d", "fewer than 3" } });
        for (const auto *teacher : { "T3", "T4", "T5", "T6" })
            world.match(teacher, "2026-10-05", 120);
        expect(registerOf(world), 0, { { "matched_in_30d", "nearly all" } });
    }

    void besideOneSmallSchoolTheNextIsNotToldEither()
    {
        World world;
        fillSchool(world);
        world.organization("small", ORGANIZATION_KIND_SCHOOL, "district");
        world.leads(SCOPE_KIND_SCHOOL_TEAM, "small");
        world.enrolled("S1", "2026-10-01", "small");
        const auto document = registerOf(world);
        QCOMPARE(document.tables.front().rows.size(), std::size_t { 2 });
        expect(document, 0, { { "school_id", World::id("school").text() }, { "matched_in_30d", "hidden" } });
        expect(document, 1,
               { { "school_id", World::id("small").text() },
                 { "matched_in_30d", "hidden" },
                 { "active_teachers", "1" },
                 { "minutes", "0" } });
    }

    void whereAPairsLogIsElsewhereTheSchoolsTotalsCountAndNoRate()
    {
        World world;
        fillSchool(world);
        world.held.pairs[World::id("match of T3")].hasLog = false;
        expect(registerOf(world), 0,
               { { "sessions", "" },
                 { "minutes", "" },
                 { "weekly_contact_pct", "" },
                 { "confirmed_pct", "" },
                 { "active_pairs", "3" } });
        world.leads(SCOPE_KIND_SCHOOL_ADMIN, "school");
        SchoolMonth total;
        total.set_school(World::id("school").text());
        total.set_month("2026-10");
        total.set_sessions(7);
        total.set_minutes(215);
        world.held.schoolMonths = { total };
        expect(registerOf(world), 0,
               { { "sessions", "7" }, { "minutes", "215" }, { "policy_minutes", "" }, { "weekly_contact_pct", "" } });
    }

    void aRegisterIsNotAMentorsToMake()
    {
        World world;
        world.match("Ada", "2026-08-24", 180);
        QVERIFY_EXCEPTION_THROWN(registerOf(world), reports::NotHere);
    }

    void windowsAreFixed_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("month") << "2026-10"
                               << "2026-10-01"
                               << "2026-10-31";
        QTest::newRow("fall") << "2026-fall"
                              << "2026-07-01"
                              << "2026-12-31";
        QTest::newRow("spring") << "2027-spring"
                                << "2027-01-01"
                                << "2027-06-30";
        QTest::newRow("year") << "2026/27"
                              << "2026-07-01"
                              << "2027-06-30";
        QTest::newRow("turn of the century") << "2099/00"
                                             << "2099-07-01"
                                             << "2100-06-30";
        for (const auto *wrong : { "", "2026", "2026-13", "2026/28", "2026-summer", "x026-fall", "2026-10-01", "/27" })
            QTest::newRow(wrong) << wrong << ""
                                 << "";
    }

    void windowsAreFixed()
    {
        QFETCH(QString, code);
        QFETCH(QString, from);
        const auto window = reports::Window::parse(code.toStdString());
        QCOMPARE(window.has_value(), !from.isEmpty());
        if (window) {
            QCOMPARE(QString::fromStdString(domain::dayText(window->period.from)), from);
            QTEST(QString::fromStdString(domain::dayText(window->period.to)), "to");
            QCOMPARE(QString::fromStdString(window->code), code);
        }
    }
};

QTEST_GUILESS_MAIN(TestReportsLead)
#include "tst_reports_lead.moc"
