// SPDX-License-Identifier: Apache-2.0
#include "src/reports/report.h"
#include "tests/unit/reports_world.h"

#include <QTest>

using namespace cadre::v1;
using World = ReportsWorld;

namespace {

CheckInNote note(const char *author, NotePart part, const char *body)
{
    CheckInNote note;
    note.set_check_in("a");
    note.set_author(World::id(author).text());
    note.set_part(part);
    note.set_body(body);
    return note;
}

ActionItem step(const char *owner, const char *text, const char *due, ActionStatus status = ACTION_STATUS_OPEN)
{
    ActionItem step;
    step.set_check_in("a");
    step.set_owner(World::id(owner).text());
    step.set_text(text);
    step.set_due(due);
    step.set_status(status);
    return step;
}

/// Ada's pair: one conversation with a step of each, one short call, and a step of no check-in.
void fill(World &world)
{
    auto &pair = world.match("Ada", "2026-08-24", 180);
    auto held = checkIn("2026-11-05", 45);
    held.set_mode(CONTACT_MODE_IN_PERSON);
    held.add_activities(ACTIVITY_PLANNING);
    held.add_activities(ACTIVITY_OBSERVING);
    auto call = checkIn("2026-11-12", 10);
    call.set_mode(CONTACT_MODE_PHONE);
    call.set_start(world.held.now - 8 * 24 * 60 * aMinute);
    pair.contacts = { contact("a", held), contact("b", call),
                      contact("c", withStatus(checkIn("2026-11-13", 30), CHECK_IN_STATUS_DRAFT)) };
    CheckInDetail detail;
    detail.set_check_in("a");
    detail.set_focus("Transitions");
    detail.add_standards("3");
    detail.add_standards("7");
    detail.set_pulse(4);
    detail.set_next_on("2026-11-24");
    pair.details = { { "detail", detail } };
    pair.notes = { note("Mentor", NOTE_PART_WORKS, "Calm voice."), note("Ada", NOTE_PART_CHALLENGE, "The door."),
                   note("Ada", NOTE_PART_REFLECTION, "It went well."),
                   note("Mentor", NOTE_PART_REFLECTION, "She is curious.") };
    auto alone = step("Ada", "Call the families", "2026-12-01");
    alone.clear_check_in();
    auto done = step("Mentor", "Bring the chart", "2026-11-12", ACTION_STATUS_DONE);
    done.set_done_on("2026-11-10");
    pair.steps = { { "s1", step("Ada", "Practice twice", "2026-11-26") }, { "s2", done }, { "s3", alone } };
}

void as(World &world, const char *name)
{
    world.held.person = world.person(name);
    world.held.personName = name;
}

} // namespace

class TestReportsOwn : public QObject {
    Q_OBJECT

private slots:
    void herRecordHoldsWhatBothMayRead()
    {
        World world;
        fill(world);
        as(world, "Ada");
        const auto document = reports::myRecord(world.held, {});
        QCOMPARE(World::columnsOf(document),
                 std::string("date,minutes,mode,activities,standards,works,challenge,my_step,"
                             "mentor_step,due,done_on,my_reflection"));
        const std::vector<std::vector<std::string>> rows {
            { "2026-11-05", "45", "in_person", "planning;observing", "3;7", "Calm voice.", "The door.",
              "Practice twice", "", "2026-11-26", "", "It went well." },
            { "2026-11-05", "", "", "", "", "", "", "", "Bring the chart", "2026-11-12", "2026-11-10", "" },
            { "2026-11-12", "10", "phone", "", "", "", "", "", "", "", "", "" },
            { "", "", "", "", "", "", "", "Call the families", "", "2026-12-01", "", "" },
        };
        QCOMPARE(document.tables.front().rows.size(), rows.size());
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (std::size_t i = 0; i < rows[row].size(); ++i)
                QCOMPARE(reports::cellCode(document.tables.front().rows[row][i]), rows[row][i]);
        }
        QCOMPARE(reports::cellCode(document.tables[1].rows.at(0)[1]), std::string("Transitions"));
        QCOMPARE(reports::cellCode(document.tables[1].rows.at(0)[3]), std::string("4"));
        QCOMPARE(document.tables[2].rows.size(), std::size_t { 1 });
        QCOMPARE(reports::cellCode(document.tables[2].rows[0][3]), std::string("She is curious."));
        QCOMPARE(document.sources.size(), std::size_t { 2 });
    }

    void herRecordIsHersAlone()
    {
        World world;
        fill(world);
        QVERIFY_EXCEPTION_THROWN(reports::myRecord(world.held, {}), reports::NotHere);
        as(world, "Lead");
        QVERIFY_EXCEPTION_THROWN(reports::myRecord(world.held, {}), reports::NotHere);
        QVERIFY_EXCEPTION_THROWN(reports::myCalendar(world.held, {}), reports::NotHere);
    }

    void aWindowKeepsToItsDays()
    {
        World world;
        fill(world);
        as(world, "Ada");
        QVERIFY(reports::myRecord(world.held, World::asking("2026-09")).tables[0].rows.empty());
        QCOMPARE(reports::myRecord(world.held, World::asking("2026-12")).tables[0].rows.size(), std::size_t { 1 });
    }

    void herCalendarHasHerDaysAndNobodysWords()
    {
        World world;
        fill(world);
        as(world, "Ada");
        const auto document = reports::myCalendar(world.held, {});
        std::string told;
        for (const auto &one : document.appointments)
            told += domain::dayText(one.day) + ' ' + one.uid + ' ' + one.summary.toStdString() + '\n';
        QCOMPARE(QString::fromStdString(told),
                 QStringLiteral("2026-11-05 a@cadre Mentoring: meeting\n"
                                "2026-11-12 b@cadre Mentoring: meeting\n"
                                "2026-11-24 detail@cadre Mentoring: next meeting\n"
                                "2026-11-26 s1@cadre Mentoring: my next step is due\n"
                                "2026-12-01 s3@cadre Mentoring: my next step is due\n"));
        QVERIFY(!document.appointments[0].start);
        QVERIFY(document.appointments[1].start);
        as(world, "Mentor");
        QCOMPARE(reports::myCalendar(world.held, World::asking("2026-11")).appointments.size(), std::size_t { 3 });
    }

    void aMeetingThatWasHeldIsNotToComeAnyMore()
    {
        World world;
        fill(world);
        as(world, "Ada");
        auto &pair = world.held.pairs[World::id("match of Ada")];
        world.held.today = day("2026-11-24");
        pair.contacts.push_back(contact("n", checkIn("2026-11-24", 30)));
        for (const auto &one : reports::myCalendar(world.held, {}).appointments)
            QVERIFY(one.uid != "detail@cadre");
    }

    void reportsSayHowOldTheyAreAndWhatWaits()
    {
        World world;
        fill(world);
        as(world, "Ada");
        world.held.waiting = 3;
        world.held.agreedAt = 0;
        world.held.undecided = 2;
        const auto document = reports::myRecord(world.held, {});
        const auto says = [&](const QString &words) {
            return std::any_of(document.notes.begin(), document.notes.end(),
                               [&](const QString &note) { return note.contains(words); });
        };
        QVERIFY(says("not on the server yet: 3."));
        QVERIFY(says("listed first: 2."));
        QVERIFY(!says("Places that wait"));
        const auto asOf = std::find_if(document.details.begin(), document.details.end(),
                                       [](const reports::Detail &detail) { return detail.name == "Data as of"; });
        QVERIFY(asOf != document.details.end());
        QCOMPARE(asOf->value, QStringLiteral("this device has not reached the server yet"));
    }
};

QTEST_GUILESS_MAIN(TestReportsOwn)
#include "tst_reports_own.moc"
