// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_models_world.h"

#include "src/models/check_in_list_model.h"
#include "src/models/held_check_in.h"
#include "src/models/teacher_check_in.h"

#include <QSignalSpy>
#include <QTest>

/// A recorded check-in: put right, withdrawn, and closed with its month.
class TestModelsHeldCheckIn : public QObject {
    Q_OBJECT

private slots:
    void whatWasPutRightStaysReadable()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        HeldCheckIn entry;
        open(entry, *academy, world);
        QVERIFY(entry.mayCorrect());
        QVERIFY(entry.mayWithdraw());
        QVERIFY(!entry.mayAdd());
        correct(entry, *academy);
        entry.setMinutes(60);
        entry.setWorks("Students track the speaker.");
        entry.modes()->toggle(v1::CONTACT_MODE_PHONE);
        save(entry, *academy);
        QVERIFY(!entry.correcting());
        QCOMPARE(entry.factsText(), "60 min with Ms Rivera · Phone · Outside hours");
        QStringList before;
        for (int row = 0; row < entry.history()->count(); ++row)
            before.append(entry.history()->valueAt(row, "text").toString());
        before.sort();
        QCOMPARE(
            before,
            (QStringList { "How you met: nothing before", "Minutes: 45 min before", "What works: nothing before" }));

        correct(entry, *academy);
        entry.setWorks("Most students track the speaker.");
        save(entry, *academy);
        QVERIFY(texts(entry.history()).contains("What works: “Students track the speaker.” before"));
        QCOMPARE(entry.notes()->count(), 1);
    }

    void theSameAgainWritesNothing()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        HeldCheckIn entry;
        open(entry, *academy, world);
        correct(entry, *academy);
        entry.setMinutes(50);
        entry.setMinutes(45);
        save(entry, *academy);
        QCOMPARE(entry.history()->count(), 0);
    }

    void aKillKeepsWhatIsBeingPutRight()
    {
        SmallAcademy world;
        {
            const auto academy = world.open(SmallAcademy::Mentor);
            HeldCheckIn entry;
            open(entry, *academy, world);
            correct(entry, *academy);
            entry.setChallenge("Begins too early");
            SmallAcademy::settle(*academy);
        }
        const auto academy = world.open(SmallAcademy::Mentor);
        HeldCheckIn entry;
        open(entry, *academy, world);
        QVERIFY(entry.correcting());
        QCOMPARE(entry.challenge(), "Begins too early");
        QCOMPARE(entry.minutes(), 45);
        entry.giveUp();
        SmallAcademy::settle(*academy);
        HeldCheckIn again;
        open(again, *academy, world);
        QVERIFY(!again.correcting());
        QCOMPARE(again.notes()->count(), 0);
    }

    void badTimesAreNotSaved()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        HeldCheckIn entry;
        open(entry, *academy, world);
        correct(entry, *academy);
        entry.setMinutes(481);
        QVERIFY(!entry.canSave());
        entry.setMinutes(480);
        QVERIFY(entry.canSave());
        entry.setDay("2026-11-21");
        QCOMPARE(entry.missingText(), "Choose the day on which you met.");
    }

    void whatWasConfirmedAndCorrectedIsAskedAgain()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        CheckInListModel list;
        list.setAcademy(academy.get());
        list.setMatchId(world.matchId());
        SmallAcademy::settle(*academy);
        list.confirmInPerson(0);
        SmallAcademy::settle(*academy);
        QVERIFY(!list.valueAt(0, "mayConfirmInPerson").toBool());
        HeldCheckIn entry;
        open(entry, *academy, world);
        QVERIFY(!entry.mayWithdraw());
        QVERIFY(entry.closedText().startsWith("Ms Rivera has confirmed it."));
        correct(entry, *academy);
        entry.setMinutes(60);
        save(entry, *academy);
        QCOMPARE(entry.answerText(), "45 min, says Ms Rivera");
        QVERIFY(list.valueAt(0, "mayConfirmInPerson").toBool());
        list.confirmInPerson(0);
        SmallAcademy::settle(*academy);
        QVERIFY(entry.answerText().startsWith("confirmed in person"));
    }

    void withdrawnStaysWithItsReasonAndComesBack()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        HeldCheckIn entry;
        open(entry, *academy, world);
        entry.withdraw(" Recorded twice ");
        SmallAcademy::settle(*academy);
        QVERIFY(entry.isWithdrawn());
        QVERIFY(!entry.mayCorrect());
        QCOMPARE(entry.notes()->valueAt(0, "title").toString(), "Why withdrawn");
        QCOMPARE(entry.notes()->valueAt(0, "body").toString(), "Recorded twice");
        entry.bringBack();
        SmallAcademy::settle(*academy);
        QVERIFY(!entry.isWithdrawn());
        QVERIFY(entry.mayCorrect());
    }

    void aClosedMonthTakesDatedNotesAlone()
    {
        SmallAcademy world;
        world.clock += 56 * SmallAcademy::day; // 15 January 2027, 46 days after November's last
        const auto academy = world.open(SmallAcademy::Mentor);
        HeldCheckIn entry;
        open(entry, *academy, world);
        QVERIFY(!entry.mayCorrect());
        QVERIFY(!entry.mayWithdraw());
        QVERIFY(entry.mayAdd());
        entry.begin();
        SmallAcademy::settle(*academy);
        QVERIFY(!entry.correcting());
        entry.add("It was 40 minutes.");
        SmallAcademy::settle(*academy);
        QCOMPARE(entry.notes()->valueAt(0, "title").toString(), "Added later");
        QCOMPARE(entry.notes()->valueAt(0, "body").toString(), "It was 40 minutes.");
    }

    void theTeacherReadsWhatItSaidBefore()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Teacher);
        TeacherCheckIn entry;
        entry.setAcademy(academy.get());
        entry.setCheckInId(QString::fromStdString(world.checkIn.text()));
        SmallAcademy::settle(*academy);
        QVERIFY(entry.canConfirm());
        QVERIFY(!entry.mayAdd());
        QVERIFY(!entry.isWithdrawn());
        QCOMPARE(entry.history()->count(), 0);
    }

private:
    static QStringList texts(const ValueListModel *rows)
    {
        QStringList texts;
        for (int row = 0; row < rows->count(); ++row)
            texts.append(rows->valueAt(row, "text").toString());
        return texts;
    }

    static void open(HeldCheckIn &entry, Academy &academy, const SmallAcademy &world)
    {
        entry.setAcademy(&academy);
        entry.setCheckInId(QString::fromStdString(world.checkIn.text()));
        SmallAcademy::settle(academy);
    }

    static void correct(HeldCheckIn &entry, Academy &academy)
    {
        entry.begin();
        SmallAcademy::settle(academy);
    }

    static void save(HeldCheckIn &entry, Academy &academy)
    {
        entry.save();
        SmallAcademy::settle(academy);
    }
};

QTEST_GUILESS_MAIN(TestModelsHeldCheckIn)
#include "tst_models_held_check_in.moc"
