// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_models_world.h"

#include "src/models/check_in_list_model.h"
#include "src/models/conflict_detail.h"
#include "src/models/conflict_list_model.h"
#include "src/models/milestone_detail.h"
#include "src/models/milestone_list_model.h"
#include "src/models/sync_status.h"
#include "src/models/teacher_list_model.h"
#include "src/models/today_model.h"
#include "sync/store/device_store.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {

using Tester = QAbstractItemModelTester;

QVariant value(const QAbstractItemModel &model, int row, const char *role)
{
    return model.data(model.index(row, 0), model.roleNames().key(role, -1));
}

/// Runs `read` with the device and waits for what it says.
template <typename Read>
auto read(Academy &academy, Read ask)
{
    std::optional<std::invoke_result_t<Read, engine::Device &>> answer;
    academy.run(&academy, ask, [&](auto told) { answer = std::move(told); });
    SmallAcademy::settle(academy);
    return *answer;
}

class SealedHost : public DeviceHost {
public:
    SealedHost(const std::string &directory, const std::optional<std::string> &passphrase)
        : m_store(directory, passphrase)
        , m_catalogue(record::Catalogue::ofAcademy())
        , m_device(m_store.database(), m_catalogue, record::systemClock(), record::systemEntropy())
    {
    }
    [[nodiscard]] engine::Device &device() override { return m_device; }

private:
    store::DeviceStore m_store;
    record::Catalogue m_catalogue;
    engine::Device m_device;
};

} // namespace

/// Lists, milestones and conflicts as the pages see them, on real stores.
class TestModels : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void knowsThePersonAndHerRolesInForce()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        QVERIFY(academy->enrolled());
        QVERIFY(academy->isMentor());
        QVERIFY(academy->leadsDistrict());
        QVERIFY(academy->roleSummary().contains("Mentor"));
        QVERIFY(!academy->roleSummary().contains("organizer"));
        QCOMPARE(academy->today(), "2026-11-20");
    }

    void saysWhyAStoreDoesNotOpen()
    {
        Academy academy([]() -> std::unique_ptr<DeviceHost> { throw std::runtime_error("The disk is full."); });
        SmallAcademy::settle(academy);
        QVERIFY(!academy.ready());
        QCOMPARE(academy.problem(), "The disk is full.");
    }

    void aSealedStoreWaitsForItsPassphrase()
    {
        QTemporaryDir directory;
        const auto path = directory.path().toStdString();
        (void)store::DeviceStore(path, "green tractor on a hill");
        Academy academy([path] { return std::make_unique<SealedHost>(path, std::nullopt); },
                        [path](const Opening &given) { return std::make_unique<SealedHost>(path, given.passphrase); });
        QTRY_VERIFY(academy.locked());
        QVERIFY(!academy.ready());
        QVERIFY(academy.problem().isEmpty() && academy.lockProblem().isEmpty());
        academy.unlock({ .passphrase = "green tractor on a mill" });
        QVERIFY(academy.unlocking());
        QTRY_VERIFY(!academy.unlocking());
        QVERIFY(academy.locked());
        QVERIFY(!academy.lockProblem().isEmpty());
        academy.unlock({ .passphrase = "green tractor on a hill" });
        QTRY_VERIFY(academy.ready());
        QVERIFY(!academy.locked());
        QVERIFY(academy.lockProblem().isEmpty());
    }

    void showsATeacherWithHerMonth()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        TeacherListModel teachers;
        Tester tester(&teachers);
        teachers.setAcademy(academy.get());
        SmallAcademy::settle(*academy);
        QCOMPARE(teachers.count(), 1);
        QCOMPARE(value(teachers, 0, "name").toString(), "Ms Rivera");
        QCOMPARE(value(teachers, 0, "minutesText").toString(), "45 of 180 min");
        QCOMPARE(value(teachers, 0, "fraction").toDouble(), 0.25);
        QVERIFY(!value(teachers, 0, "hasDraft").toBool());
    }

    void countsAndFiltersMilestones()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        MilestoneListModel milestones;
        Tester tester(&milestones);
        milestones.setAcademy(academy.get());
        SmallAcademy::settle(*academy);
        QCOMPARE(milestones.overdue(), 1);
        QCOMPARE(milestones.dueSoon(), 1);
        QCOMPARE(milestones.atRisk(), 1);
        QCOMPARE(milestones.onTrack(), 1);
        QCOMPARE(milestones.done(), 1);
        QCOMPARE(value(milestones, 0, "title").toString(), "Every school names its lead");
        QVERIFY(value(milestones, 0, "baselineText").toString().endsWith("M. Ortega"));
        milestones.setFilter(MilestoneListModel::AtRisk);
        QCOMPARE(milestones.count(), 1);
        QCOMPARE(value(milestones, 0, "title").toString(), "Release time paid for");
        milestones.setFilter(MilestoneListModel::All);
        milestones.setSearch("APPLICATIONS");
        QCOMPARE(milestones.count(), 1);
    }

    void redrawsOneRowWhenOneRecordChanges()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        MilestoneListModel milestones;
        Tester tester(&milestones);
        milestones.setAcademy(academy.get());
        MilestoneDetail detail;
        detail.setAcademy(academy.get());
        detail.setRecordId(QString::fromStdString(world.applications.text()));
        SmallAcademy::settle(*academy);
        QSignalSpy drawn(&milestones, &QAbstractItemModel::dataChanged);
        QSignalSpy moved(&milestones, &QAbstractItemModel::rowsMoved);
        QSignalSpy inserted(&milestones, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&milestones, &QAbstractItemModel::modelReset);
        detail.setBlocker("The second reviewer is ill.");
        SmallAcademy::settle(*academy);
        QCOMPARE(drawn.count(), 1);
        detail.doneOn("2026-11-20");
        SmallAcademy::settle(*academy);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(drawn.count(), 2);
        QCOMPARE(inserted.count() + reset.count(), 0);
        QVERIFY(detail.isDone());
        QCOMPARE(milestones.done(), 2);
    }

    void movesADateWithItsReason()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        MilestoneDetail detail;
        detail.setAcademy(academy.get());
        detail.setRecordId(QString::fromStdString(world.applications.text()));
        Tester tester(detail.revisions());
        SmallAcademy::settle(*academy);
        QVERIFY(detail.mayEdit());
        QSignalSpy saved(&detail, &MilestoneDetail::saved);
        QSignalSpy failed(&detail, &MilestoneDetail::failed);
        detail.moveDate("2026-12-11", "  ");
        SmallAcademy::settle(*academy);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(detail.revisions()->count(), 0);
        detail.moveDate("2026-11-27", "No move at all");
        SmallAcademy::settle(*academy);
        QCOMPARE(failed.count(), 2);
        detail.moveDate("2026-12-11", "Waiting for the second reviewer");
        SmallAcademy::settle(*academy);
        QCOMPARE(saved.count(), 1);
        QCOMPARE(detail.dueText(), "11 Dec");
        QCOMPARE(detail.baselineText().contains("27 Nov"), true);
        QCOMPARE(detail.revisions()->count(), 1);
        QCOMPARE(value(*detail.revisions(), 0, "reason").toString(), "Waiting for the second reviewer");
    }

    void asksTheOwnerInAComment()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        MilestoneDetail detail;
        detail.setAcademy(academy.get());
        detail.setRecordId(QString::fromStdString(world.applications.text()));
        SmallAcademy::settle(*academy);
        detail.askOwner("Is the second reviewer found?");
        SmallAcademy::settle(*academy);
        QCOMPARE(detail.comments()->count(), 1);
        const auto asked = read(*academy, [](engine::Device &device) {
            return dynamic_cast<const v1::Comment &>(*device.list({ .type = "Comment" }).at(0).message).asks();
        });
        QCOMPARE(asked, world.owner.text());
    }

    void showsBothVersionsAndKeepsTheChosen()
    {
        SmallAcademy world;
        world.moveOneDateTwice();
        const auto academy = world.open(SmallAcademy::Mentor);
        ConflictListModel list;
        Tester listTester(&list);
        list.setAcademy(academy.get());
        SmallAcademy::settle(*academy);
        QCOMPARE(list.count(), 1);
        QCOMPARE(value(list, 0, "title").toString(), "Mentor applications reviewed");

        ConflictDetail detail;
        Tester tester(detail.alternatives());
        detail.setAcademy(academy.get());
        detail.setConflictId(list.firstId());
        SmallAcademy::settle(*academy);
        QVERIFY(detail.isDay());
        QVERIFY(detail.baseText().contains("27 Nov"));
        QCOMPARE(detail.alternatives()->count(), 2);
        QCOMPARE(detail.choice(), int(ConflictDetail::None));
        QVERIFY(!detail.canKeep());
        QCOMPARE(detail.explanation(),
                 "You and Dana Reyes both moved this date before you saw each other’s version. "
                 "Both are kept until somebody chooses.");
        const int mine = value(*detail.alternatives(), 0, "who").toString() == "You" ? 0 : 1;
        QCOMPARE(value(*detail.alternatives(), mine, "valueText").toString(), "11 Dec");
        QCOMPARE(value(*detail.alternatives(), mine, "reason").toString(), "Waiting for the second reviewer");
        QCOMPARE(value(*detail.alternatives(), 1 - mine, "reason").toString(), "Board meets on 5 December");

        detail.setChoice(mine);
        QCOMPARE(detail.keepLabel(), "Keep 11 Dec");
        QSignalSpy resolved(&detail, &ConflictDetail::resolved);
        detail.keep();
        SmallAcademy::settle(*academy);
        QCOMPARE(resolved.count(), 1);
        QCOMPARE(list.count(), 0);
    }

    void takesANewDateInsteadOfEither()
    {
        SmallAcademy world;
        world.moveOneDateTwice();
        const auto academy = world.open(SmallAcademy::Mentor);
        ConflictListModel list;
        list.setAcademy(academy.get());
        SmallAcademy::settle(*academy);
        ConflictDetail detail;
        detail.setAcademy(academy.get());
        detail.setConflictId(list.firstId());
        SmallAcademy::settle(*academy);
        detail.setChoice(ConflictDetail::NewValue);
        QVERIFY(!detail.canKeep());
        detail.setNewValue("2026-12-09");
        QCOMPARE(detail.keepLabel(), "Keep 9 Dec");
        detail.keep();
        SmallAcademy::settle(*academy);
        QCOMPARE(list.count(), 0);
        const auto due = read(*academy, [id = world.applications](engine::Device &device) {
            return dynamic_cast<const v1::Milestone &>(*device.get("Milestone", id)->message).current_due();
        });
        QCOMPARE(due, std::string("2026-12-09"));
    }

    void aTeacherConfirmsWhatHerMentorRecorded()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Teacher);
        TodayModel today;
        Tester tester(today.toConfirm());
        today.setAcademy(academy.get());
        CheckInListModel entries;
        entries.setAcademy(academy.get());
        entries.setMatchId(world.matchId());
        SmallAcademy::settle(*academy);
        QCOMPARE(today.toConfirm()->count(), 1);
        QCOMPARE(today.openSteps()->count(), 1);
        QCOMPARE(value(*today.openSteps(), 0, "ownerText").toString(), "You");
        QVERIFY(value(*today.toConfirm(), 0, "canConfirm").toBool());
        today.toConfirm()->timeDiffers(0, 40);
        SmallAcademy::settle(*academy);
        QCOMPARE(today.toConfirm()->count(), 0);
        QCOMPARE(entries.count(), 1);
        QVERIFY(!value(entries, 0, "canConfirm").toBool());
    }

    void todaySaysWhatIsOpen()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        TodayModel today;
        today.setAcademy(academy.get());
        Tester steps(today.openSteps());
        Tester weeks(today.weeks());
        SmallAcademy::settle(*academy);
        QCOMPARE(today.dayText(), "Friday, 20 November");
        QVERIFY(today.hasNext());
        QCOMPARE(today.nextTitle(), "Ms Rivera");
        QCOMPARE(today.nextMatchId(), world.matchId());
        QCOMPARE(today.overdue(), 1);
        QCOMPARE(today.weeks()->count(), 8);
        QCOMPARE(today.openSteps()->count(), 1);
        today.openSteps()->setDone(0, true);
        SmallAcademy::settle(*academy);
        QVERIFY(value(*today.openSteps(), 0, "done").toBool());
        QVERIFY(today.promisesText().startsWith("0"));
    }

    void saysWhereTheWorkIs()
    {
        SmallAcademy world;
        const auto academy = world.open(SmallAcademy::Mentor);
        SyncStatus status;
        status.setAcademy(academy.get());
        SmallAcademy::settle(*academy);
        QCOMPARE(status.text(), "All on the server");
        MilestoneDetail detail;
        detail.setAcademy(academy.get());
        detail.setRecordId(QString::fromStdString(world.applications.text()));
        SmallAcademy::settle(*academy);
        detail.setFlag(true);
        QTRY_COMPARE(status.text(), "Saved on this device · waiting for internet");
        QCOMPARE(status.waiting(), 1);
    }
};

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
