// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/device.h"
#include "sync/host/host.h"
#include "sync/store/log.h"
#include "cadre/v1/plan.pb.h"
#include "tests/sync/milestones.h"
#include "tests/sync/world.h"

#include <QTest>

namespace {

constexpr std::int64_t day = 24LL * 3600 * 1000;

/// A device that hides one of the two milestones of a save that waits: their part comes as its hash alone, as where a
/// server has said that it is erased, and none has.
struct Hiding {
    World world;
    store::RecordKey hidden;
    store::RecordKey told;

    explicit Hiding(bool isRestored = false)
    {
        world.addDevice();
        world.addDevice();
        world.backUpServer();
        if (isRestored) {
            world.restoreServer();
        }
        auto first = world.device(0).openNew("Milestone", world.district);
        auto second = world.device(0).openNew("Milestone", world.district);
        world.device(0).save({ { &first, milestone("Hidden") }, { &second, milestone("Told") } });
        hidden = first.key;
        told = second.key;
        store::Log log(world.database(0));
        QCOMPARE(log.erase(world.district,
                           [this](const merge::Change &, const cadre::sync::v1::RecordEdit &edit, bool) {
                               return edit.record() == hidden.id.raw();
                           }),
                 1);
    }

    void sync()
    {
        for (int i = 0; i < 2; ++i) {
            for (const std::size_t device : { 0, 1 }) {
                const auto report = world.sync(device);
                QVERIFY2(report.complete, report.problem.c_str());
            }
        }
    }
};

} // namespace

class TestErasedParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPartThatNoServerErasedIsNotTaken()
    {
        Hiding hiding;
        hiding.sync();
        QCOMPARE(hiding.world.device(0).status().waiting, std::uint64_t(0));
        const auto setAside = hiding.world.device(0).setAside();
        QCOMPARE(setAside.size(), std::size_t(1));
        QCOMPARE(setAside.front().key.id, hiding.told.id);
        QVERIFY(!hiding.world.device(1).get("Milestone", hiding.told.id));
    }

    void whileARestoredServerHealsItWaits()
    {
        Hiding hiding(true);
        hiding.sync();
        QCOMPARE(hiding.world.device(0).status().waiting, std::uint64_t(1));
        QVERIFY(hiding.world.device(0).setAside().empty());
        hiding.world.now += 8 * day;
        hiding.sync();
        QCOMPARE(hiding.world.device(0).status().waiting, std::uint64_t(0));
        QCOMPARE(hiding.world.device(0).setAside().size(), std::size_t(1));
    }

    void withTheServersWordItIs()
    {
        World world;
        world.addDevice();
        world.addDevice();
        world.backUpServer();
        auto first = world.device(0).openNew("Milestone", world.district);
        auto second = world.device(0).openNew("Milestone", world.district);
        world.device(0).save({ { &first, milestone("Erased") }, { &second, milestone("Told") } });
        QVERIFY(world.sync(0).complete);
        QVERIFY(world.server().erase(first.key, "request").has_value());
        QVERIFY(world.sync(0).complete);
        world.restoreServer();
        for (int i = 0; i < 3; ++i) {
            for (const std::size_t device : { 0, 1 }) {
                QVERIFY(world.sync(device).complete);
            }
        }
        QCOMPARE(world.device(0).status().waiting, std::uint64_t(0));
        QVERIFY(world.device(0).setAside().empty());
        QVERIFY(world.device(1).get("Milestone", second.key.id));
    }
};

QTEST_GUILESS_MAIN(TestErasedParts)
#include "tst_erased_parts.moc"
