// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_models_world.h"

#include "src/models/check_in_form.h"
#include "src/models/teacher_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace {

/// Where the records of a type lie, and how many in each place.
std::map<std::string, int> placesOf(Academy &academy, const char *type)
{
    std::map<std::string, int> places;
    academy.run(
        &academy,
        [type](engine::Device &device) {
            std::map<std::string, int> found;
            for (const auto &stored : device.list({ .type = type }))
                ++found[stored.key.scope.text()];
            return found;
        },
        [&](std::map<std::string, int> found) { places = std::move(found); });
    SmallAcademy::settle(academy);
    return places;
}

} // namespace

/// The check-in form: what it keeps, and where it puts what is saved.
class TestModelsCheckIn : public QObject {
    Q_OBJECT

private slots:
    void opensWithLastTimesPromises()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        CheckInForm form;
        fill(form, *academy, world);
        QAbstractItemModelTester tester(form.lastSteps());
        QAbstractItemModelTester chips(form.activities());
        QCOMPARE(form.teacherName(), "Ms Rivera");
        QCOMPARE(form.lastSteps()->count(), 1);
        QCOMPARE(form.lastTimeText(), "LAST TIME · THU 12 NOV");
        QCOMPARE(form.monthText(), "45 of 180 min");
        QVERIFY(form.monthSentence().contains("45 min outside hours"));
        QCOMPARE(form.day(), "2026-11-20");
        QVERIFY(!form.canSave());
        QVERIFY(!form.missingText().isEmpty());
        form.lastSteps()->carry(0);
        SmallAcademy::settle(*academy);
        QVERIFY(
            form.lastSteps()->data(form.lastSteps()->index(0), form.lastSteps()->roleNames().key("carried")).toBool());
    }

    void looksLeaveNoDraft()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        CheckInForm form;
        fill(form, *academy, world);
        TeacherListModel teachers;
        teachers.setAcademy(academy.get());
        SmallAcademy::settle(*academy);
        QCOMPARE(draft(*academy, world), QString());
    }

    void aKillLosesNothing()
    {
        SmallAcademy world;
        {
            const auto academy = world.open(SmallAcademy::Mentor);
            CheckInForm form;
            fill(form, *academy, world);
            write(form);
            SmallAcademy::settle(*academy);
        }
        const auto academy = world.open(SmallAcademy::Mentor);
        CheckInForm form;
        fill(form, *academy, world);
        QCOMPARE(form.minutes(), 30);
        QCOMPARE(form.works(), "Students track the speaker now.");
        QCOMPARE(form.privateNote(), "She is tired.");
        QCOMPARE(form.teacherStepDue(), "2026-11-27");
        QCOMPARE(form.focus(), "Routines");
        QVERIFY(form.activities()->selected().contains(v1::ACTIVITY_OBSERVING));
        QCOMPARE(form.modes()->value(), int(v1::CONTACT_MODE_IN_PERSON));
    }

    void theTimerGoesOnThroughAKill()
    {
        SmallAcademy world;
        {
            const auto academy = world.open(SmallAcademy::Mentor);
            CheckInForm form;
            fill(form, *academy, world);
            form.startTimer();
            QVERIFY(form.timerRunning());
            SmallAcademy::settle(*academy);
        }
        world.clock += 14 * 60'000;
        const auto academy = world.open(SmallAcademy::Mentor);
        CheckInForm form;
        fill(form, *academy, world);
        QVERIFY(form.timerRunning());
        QCOMPARE(form.elapsedText(), "14 min so far");
        form.stopTimer();
        QCOMPARE(form.minutes(), 14);
        QVERIFY(form.canSave());
    }

    void savesEveryPartInItsPlace()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        CheckInForm form;
        fill(form, *academy, world);
        write(form);
        QSignalSpy saved(&form, &CheckInForm::saved);
        form.save();
        SmallAcademy::settle(*academy);
        QCOMPARE(saved.count(), 1);
        using Places = std::map<std::string, int>;
        QCOMPARE(placesOf(*academy, "CheckIn"), (Places { { world.pairLog().text(), 2 } }));
        QCOMPARE(placesOf(*academy, "CheckInDetail"), (Places { { world.pair().text(), 1 } }));
        QCOMPARE(placesOf(*academy, "CheckInNote"), (Places { { world.pair().text(), 3 }, { world.own().text(), 1 } }));
        QCOMPARE(placesOf(*academy, "ActionItem"), (Places { { world.pair().text(), 3 } }));
        QCOMPARE(draft(*academy, world), QString());
        QCOMPARE(form.works(), QString());
        QVERIFY(form.savedText().startsWith("Saved on this device"));
    }

    void theFormAfterASaveIsAnother()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        CheckInForm form;
        fill(form, *academy, world);
        form.setKind(CheckInForm::Quick);
        for (int times = 0; times < 2; ++times) {
            form.setMinutes(15);
            QVERIFY(form.canSave());
            form.save();
            form.save();
            SmallAcademy::settle(*academy);
            QCOMPARE(form.kind(), CheckInForm::Quick);
        }
        QCOMPARE(placesOf(*academy, "CheckIn").at(world.pairLog().text()), 3);
        QVERIFY(placesOf(*academy, "CheckInNote").empty());
    }

    void discardForgetsWhatWasWritten()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        CheckInForm form;
        fill(form, *academy, world);
        write(form);
        SmallAcademy::settle(*academy);
        QVERIFY(!draft(*academy, world).isEmpty());
        form.discard();
        SmallAcademy::settle(*academy);
        QCOMPARE(draft(*academy, world), QString());
        QCOMPARE(form.minutes(), 0);
        QCOMPARE(form.privateNote(), QString());
    }

    void hintsAtStudentsNames()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        CheckInForm form;
        fill(form, *academy, world);
        form.setWorks("Students track the speaker now.");
        QVERIFY(form.hint().isEmpty());
        form.setWorks("Anna Miller, Tom Baker and Lucy Green spoke up.");
        QVERIFY(!form.hint().isEmpty());
        form.setMinutes(30);
        QVERIFY(form.canSave());
    }

    void asksAtWhatIsUnlikelyAndSavesItAllTheSame()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        CheckInForm form;
        fill(form, *academy, world);
        form.setMinutes(45);
        QCOMPARE(form.hint(), QString());
        form.setMinutes(300);
        QVERIFY(form.hint().contains("300"));
        form.setMinutes(45);
        form.setDay("2026-08-20");
        QVERIFY(!form.hint().isEmpty());
        QVERIFY(form.canSave());
        form.setDay("2026-11-21");
        QVERIFY(!form.canSave());
    }

private:
    static void fill(CheckInForm &form, Academy &academy, const SmallAcademy &world)
    {
        form.setAcademy(&academy);
        form.setMatchId(world.matchId());
        SmallAcademy::settle(academy);
        QVERIFY(form.loaded());
    }

    static void write(CheckInForm &form)
    {
        form.setMinutes(30);
        form.setMode(v1::CONTACT_MODE_IN_PERSON);
        form.activities()->toggle(v1::ACTIVITY_OBSERVING);
        form.setFocus("Routines");
        form.setWorks("Students track the speaker now.");
        form.setChallenge("Same four hands.");
        form.setHelpNeeded("Release time on Thursday.");
        form.setTeacherStep("Cold-call with cards");
        form.setTeacherStepDue("2026-11-27");
        form.setMentorStep("Count the voices");
        form.setPrivateNote("She is tired.");
    }

    static QString draft(Academy &academy, const SmallAcademy &world)
    {
        QString kept;
        academy.run(
            &academy,
            [id = world.match.text()](engine::Device &device) { return device.draft("check-in/" + id).value_or(""); },
            [&](const std::string &bytes) { kept = QString::fromStdString(bytes); });
        SmallAcademy::settle(academy);
        return kept;
    }
};

QTEST_GUILESS_MAIN(TestModelsCheckIn)
#include "tst_models_check_in.moc"
