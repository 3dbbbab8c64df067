// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/device.h"
#include "sync/host/host.h"
#include "sync/store/database.h"
#include "cadre/v1/plan.pb.h"
#include "tests/sync/milestones.h"
#include "tests/sync/world.h"

#include <QFile>
#include <QTest>

namespace {

constexpr std::int64_t day = 24LL * 3600 * 1000;
const std::string title = "Applications that nobody needs";

/// Three devices of which two know a milestone; the third comes later.
struct Office {
    World world;
    store::RecordKey key;

    Office()
    {
        world.addDevice();
        world.addDevice();
        auto form = world.device(0).openNew("Milestone", world.district);
        world.device(0).save({ { &form, milestone(title) } });
        key = form.key;
        sync(2);
    }

    void sync(std::size_t devices)
    {
        for (int i = 0; i < 3; ++i) {
            for (std::size_t device = 0; device < devices; ++device) {
                const auto report = world.sync(device);
                QVERIFY2(report.complete, report.problem.c_str());
            }
        }
    }

    void remove()
    {
        auto form = world.device(0).open(key);
        world.device(0).save({ { .form = &form, .remove = true } });
        sync(2);
    }

    /// The server's upkeep, day by day, while everybody comes by now and then.
    void keepFor(int days)
    {
        for (int i = 0; i < days; i += 10) {
            (void)world.server().compact(world.district);
            world.now += 10 * day;
            sync(2);
        }
        (void)world.server().compact(world.district);
        sync(2);
    }

    [[nodiscard]] std::string titleAt(std::size_t device)
    {
        const auto found = world.device(device).get("Milestone", key.id);
        return found ? dynamic_cast<const cadre::v1::Milestone &>(*found->message).title() : "";
    }

    [[nodiscard]] bool knowsTitle(std::size_t device)
    {
        store::Statement checkpoint(world.database(device), "PRAGMA wal_checkpoint(TRUNCATE)");
        (void)checkpoint.step();
        QFile file(QString::fromStdString(world.path(device)));
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(QByteArray::fromStdString(title));
    }

    /// "life: Deleted, Kept", in any order of devices the same.
    [[nodiscard]] std::string conflictAt(std::size_t device)
    {
        std::string told;
        for (const auto &conflict : world.device(device).conflicts()) {
            told += conflict.fieldName + ":";
            for (const auto &alternative : conflict.alternatives) {
                told += " " + alternative.text;
            }
        }
        return told;
    }
};

} // namespace

class TestForgetting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDeletedRecordIsForgottenWhenEverybodyHasKnownForLong()
    {
        Office office;
        office.remove();
        office.keepFor(80);
        QCOMPARE(office.world.device(1).open(office.key).opened->ByteSizeLong() > 0, true);
        office.keepFor(20);
        QCOMPARE(office.world.device(0).open(office.key).opened->ByteSizeLong(), std::size_t(0));
        QCOMPARE(office.world.device(1).open(office.key).opened->ByteSizeLong(), std::size_t(0));
        office.world.addDevice();
        office.sync(3);
        QVERIFY(office.world.device(2).list({ .type = "Milestone" }).empty());
        QVERIFY(!office.knowsTitle(2));
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(office.world.device(i).check().empty());
        }
    }

    void nothingIsForgottenThatALeaseHasNotSeen()
    {
        Office office;
        auto form = office.world.device(0).open(office.key);
        office.world.device(0).save({ { .form = &form, .remove = true } });
        QVERIFY(office.world.sync(0).complete);
        for (int i = 0; i < 12; ++i) {
            (void)office.world.server().compact(office.world.district);
            office.world.now += 10 * day;
            QVERIFY(office.world.sync(0).complete);
        }
        QVERIFY(office.world.device(0).open(office.key).opened->ByteSizeLong() > 0);
    }

    void aLateEditMeetsTheDeleteAsEver()
    {
        Office office;
        auto late = office.world.device(1).open(office.key);
        office.remove();
        office.keepFor(100);
        office.world.addDevice();
        office.sync(3);
        auto desired = std::make_shared<cadre::v1::Milestone>(dynamic_cast<const cadre::v1::Milestone &>(*late.opened));
        desired->set_current_due("2027-02-01");
        office.world.device(1).save({ { &late, desired } });
        office.sync(3);
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(office.conflictAt(i), office.conflictAt(0));
            QVERIFY(office.conflictAt(i).find("life:") == 0);
            const auto found = office.world.device(i).get("Milestone", office.key.id);
            QVERIFY(found && found->alive);
            // What it wrote itself, and nothing of what is gone.
            const auto &shown = dynamic_cast<const cadre::v1::Milestone &>(*found->message);
            QCOMPARE(shown.current_due(), std::string("2027-02-01"));
            QCOMPARE(shown.title(), std::string());
        }
        QCOMPARE(office.conflictAt(0).find("Deleted") != std::string::npos, true);
        QCOMPARE(office.conflictAt(0).find("Kept") != std::string::npos, true);
    }

    void aForgottenRecordMayComeBackAndGoAgain()
    {
        Office office;
        office.remove();
        office.keepFor(100);
        auto form = office.world.device(1).open(office.key);
        auto desired = std::make_shared<cadre::v1::Milestone>();
        desired->set_plan("01900000-0000-7000-8000-0000000000aa");
        desired->set_title("Again");
        desired->set_baseline_due("2026-11-27");
        desired->set_current_due("2026-11-27");
        desired->set_status(cadre::v1::MILESTONE_STATUS_PLANNED);
        office.world.device(1).save({ { &form, desired } });
        office.sync(2);
        QCOMPARE(office.titleAt(0), std::string("Again"));
        QVERIFY(office.conflictAt(0).empty());
        office.remove();
        office.keepFor(100);
        QCOMPARE(office.world.device(1).open(office.key).opened->ByteSizeLong(), std::size_t(0));
        QVERIFY(office.world.device(1).check().empty());
    }
};

QTEST_GUILESS_MAIN(TestForgetting)
#include "tst_forgetting.moc"
