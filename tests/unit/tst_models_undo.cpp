// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_models_world.h"

#include "src/models/milestone_detail.h"

#include <QSignalSpy>
#include <QTest>

/// What was just done can be taken back, and never what somebody did since.
class TestModelsUndo : public QObject {
    Q_OBJECT

private slots:
    void writesBackWhatWasThere();
    void leavesWhatWasChangedSince();
    void takesBackOnce();

private:
    /// The milestone at risk, saved and offered to be taken back.
    struct Slip {
        SmallAcademy small;
        std::unique_ptr<Academy> academy = small.open(SmallAcademy::Mentor);
        MilestoneDetail detail;
        QSignalSpy offered { academy->lastChange(), &LastChange::offered };
        QSignalSpy said { academy->lastChange(), &LastChange::said };

        Slip()
        {
            detail.setAcademy(academy.get());
            detail.setRecordId(QString::fromStdString(small.applications.text()));
            SmallAcademy::settle(*academy);
            detail.setAtRisk(true);
            SmallAcademy::settle(*academy);
        }

        void takeBack()
        {
            academy->lastChange()->takeBack();
            SmallAcademy::settle(*academy);
        }
    };
};

void TestModelsUndo::writesBackWhatWasThere()
{
    Slip slip;
    QCOMPARE(slip.offered.count(), 1);
    QVERIFY(slip.detail.atRisk());
    slip.takeBack();
    QVERIFY(!slip.detail.atRisk());
    QCOMPARE(slip.said.constFirst().constFirst().toString(), QString("Taken back"));
}

void TestModelsUndo::leavesWhatWasChangedSince()
{
    Slip slip;
    slip.academy->run(
        this,
        [id = slip.small.applications](engine::Device &device) {
            auto form = device.open(device.get("Milestone", id)->key);
            auto desired = std::make_shared<v1::Milestone>(dynamic_cast<const v1::Milestone &>(*form.opened));
            desired->set_blocker("The second reader is ill.");
            device.save({ { &form, desired } });
            return true;
        },
        [](bool) {});
    SmallAcademy::settle(*slip.academy);
    slip.takeBack();
    QVERIFY(slip.detail.atRisk());
    QVERIFY(slip.said.constFirst().constFirst().toString().startsWith("It was changed again"));
}

void TestModelsUndo::takesBackOnce()
{
    Slip slip;
    slip.takeBack();
    slip.takeBack();
    QCOMPARE(slip.said.count(), 1);
}

QTEST_GUILESS_MAIN(TestModelsUndo)
#include "tst_models_undo.moc"
