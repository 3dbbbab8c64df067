// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_models_world.h"

#include "src/models/month_statement_model.h"

#include <QSignalSpy>
#include <QTest>

/// A pair's month on the mentor's and on the teacher's device. Today is 20 November 2026; 45 minutes were held, outside
/// hours, of 180 agreed.
class TestModelsStatement : public QObject {
    Q_OBJECT

private slots:
    void showsTheMinutesBesideWhatIsPromised()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        MonthStatementModel months;
        open(months, *academy);
        QCOMPARE(months.count(), 2);
        QCOMPARE(text(months, 0, "who"), "Ms Rivera");
        QCOMPARE(text(months, 0, "month"), "November 2026");
        QCOMPARE(text(months, 0, "minutesText"), "45 min in 1 meeting(s)");
        QCOMPARE(text(months, 0, "promisedText"), "180 min are promised.");
        QCOMPARE(text(months, 0, "splitText"), "0 min in sanctioned time, 45 min outside hours");
        QCOMPARE(text(months, 0, "mentorText"), "You: not signed yet");
        QCOMPARE(text(months, 0, "teacherText"), "Ms Rivera: not signed yet");
        QVERIFY(months.valueAt(0, "maySign").toBool());
        QCOMPARE(text(months, 1, "month"), "October 2026");
        QVERIFY(!months.valueAt(1, "maySign").toBool());
    }

    void aSignatureIsToTheMinutesThatStandThere()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        MonthStatementModel months;
        open(months, *academy);
        QSignalSpy saved(&months, &MonthStatementModel::saved);
        months.sign(0);
        SmallAcademy::settle(*academy);
        QCOMPARE(saved.count(), 1);
        QCOMPARE(text(months, 0, "mentorText"), "You: signed Fri 20 Nov");
        QVERIFY(!months.valueAt(0, "maySign").toBool());

        meetAgain(*academy, world);
        QCOMPARE(text(months, 0, "mentorText"), "You: signed before this changed");
        QVERIFY(months.valueAt(0, "changed").toBool());
        QVERIFY(months.valueAt(0, "maySign").toBool());
    }

    void whatChangedUnderTheEyesIsNotSigned()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        MonthStatementModel months;
        open(months, *academy);
        QSignalSpy failed(&months, &MonthStatementModel::failed);
        academy->run(
            &months, [&world](engine::Device &device) { return meet(device, world); }, [](bool) {});
        months.sign(0); // still shows 45 minutes
        SmallAcademy::settle(*academy);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(text(months, 0, "minutesText"), "75 min in 2 meeting(s)");
        QCOMPARE(text(months, 0, "mentorText"), "You: not signed yet");
    }

private:
    static void open(MonthStatementModel &months, Academy &academy)
    {
        months.setAcademy(&academy);
        SmallAcademy::settle(academy);
    }

    static QString text(const MonthStatementModel &months, int row, const char *role)
    {
        return months.valueAt(row, role).toString();
    }

    static bool meet(engine::Device &device, const SmallAcademy &world)
    {
        auto form = device.openNew("CheckIn", world.pairLog());
        auto meeting = std::make_shared<v1::CheckIn>();
        meeting->set_match_id(world.match.text());
        meeting->set_mentor(world.persons[SmallAcademy::Mentor].text());
        meeting->set_on("2026-11-17");
        meeting->set_minutes(30);
        meeting->set_status(v1::CHECK_IN_STATUS_RECORDED);
        device.save({ { &form, meeting } });
        return true;
    }

    static void meetAgain(Academy &academy, const SmallAcademy &world)
    {
        academy.save(&academy, [&world](engine::Device &device) { meet(device, world); }, {}, {});
        SmallAcademy::settle(academy);
    }
};

QTEST_GUILESS_MAIN(TestModelsStatement)
#include "tst_models_statement.moc"
