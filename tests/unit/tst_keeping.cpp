// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/device.h"
#include "sync/host/host.h"
#include "sync/store/database.h"
#include "sync/store/log.h"
#include "tests/sync/milestones.h"
#include "tests/sync/world.h"

#include <QTest>

namespace {

constexpr std::int64_t day = 24LL * 3600 * 1000;

/// Two devices that write to each other.
struct Office {
    World world;

    Office()
    {
        world.addDevice();
        world.addDevice();
    }

    store::RecordKey write(std::size_t device, const std::string &title)
    {
        auto form = world.device(device).openNew("Milestone", world.district);
        world.device(device).save({ { &form, milestone(title) } });
        return form.key;
    }

    void sync()
    {
        for (int i = 0; i < 3; ++i) {
            for (std::size_t device = 0; device < 2; ++device) {
                const auto report = world.sync(device);
                QVERIFY2(report.complete, report.problem.c_str());
            }
        }
    }

    void wait(int days)
    {
        for (int i = 0; i < days; ++i) {
            world.now += day;
            sync();
        }
    }

    [[nodiscard]] std::uint64_t held(std::size_t device) { return store::Log(world.database(device)).changeCount(); }
};

} // namespace

class TestKeeping : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void letsGoOfWhatTheServerHasHadForLong()
    {
        Office office;
        (void)office.write(0, "One");
        (void)office.write(1, "Two");
        office.sync();
        office.wait(100);
        QCOMPARE(office.held(0), std::uint64_t(2));
        (void)office.write(0, "Three");
        office.sync();
        office.wait(10);
        QCOMPARE(office.held(0), std::uint64_t(1));
        QCOMPARE(office.held(1), std::uint64_t(1));
        // Nothing that people see has changed, and it goes on from there.
        QCOMPARE(office.world.device(0).status().onServer, std::uint64_t(2));
        QCOMPARE(office.world.device(1).list({ .type = "Milestone" }).size(), std::size_t(3));
        (void)office.write(1, "Four");
        office.sync();
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(office.world.device(i).list({ .type = "Milestone" }).size(), std::size_t(4));
            QVERIFY(office.world.device(i).check().empty());
        }
    }

    void keepsWhatWasSetAside()
    {
        Office office;
        (void)office.write(0, "One");
        office.sync();
        office.world.rules.refuseNext = "Not so.";
        (void)office.write(0, "Two");
        office.sync();
        QCOMPARE(office.world.device(0).setAside().size(), std::size_t(1));
        office.wait(120);
        QCOMPARE(office.world.device(0).setAside().size(), std::size_t(1));
        QCOMPARE(office.world.device(0).setAside().front().sentence, std::string("Not so."));
        QVERIFY(office.world.device(0).check().empty());
        (void)office.write(0, "Three");
        office.sync();
        QCOMPARE(office.world.device(1).list({ .type = "Milestone" }).size(), std::size_t(2));
    }

    void whatABackupMayLackIsStillHeld()
    {
        Office office;
        (void)office.write(0, "One");
        office.sync();
        office.wait(30);
        office.world.backUpServer();
        (void)office.write(0, "Two");
        (void)office.write(1, "Three");
        office.sync();
        office.wait(90);
        QCOMPARE(office.held(0), std::uint64_t(2));
        office.world.restoreServer();
        office.wait(2);
        office.world.addDevice();
        QVERIFY(office.world.sync(2).complete);
        QCOMPARE(office.world.device(2).list({ .type = "Milestone" }).size(), std::size_t(3));
        QVERIFY(office.world.device(0).check().empty());
    }

    /// A wrong clock of the device changes nothing; the server's counts.
    void waitsForTheServersClock()
    {
        Office office;
        (void)office.write(0, "One");
        office.sync();
        QCOMPARE(office.held(0), std::uint64_t(1));
        office.world.now += 3650 * day;
        (void)office.write(0, "Two");
        QCOMPARE(office.held(0), std::uint64_t(2));
        office.sync();
        // Both were noted in the same round: only what had stood there before is old.
        QCOMPARE(office.held(0), std::uint64_t(1));
        QCOMPARE(office.world.device(1).list({ .type = "Milestone" }).size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestKeeping)
#include "tst_keeping.moc"
