// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/device.h"
#include "sync/host/host.h"
#include "cadre/v1/plan.pb.h"
#include "tests/sync/milestones.h"
#include "tests/sync/world.h"

#include <QTest>

namespace {

constexpr std::int64_t day = 24LL * 3600 * 1000;

/// The first device wrote a milestone before the backup and its title anew after it; the second has read both.
struct Rewritten {
    World world;
    store::RecordKey key;

    Rewritten()
    {
        world.addDevice();
        world.addDevice();
        auto form = world.device(0).openNew("Milestone", world.district);
        world.device(0).save({ { &form, milestone("First") } });
        key = form.key;
        sync(0);
        world.backUpServer();
        auto again = world.device(0).open(key);
        world.device(0).save({ { &again, milestone("Second") } });
        sync(0);
        sync(1);
    }

    /// Until the device and the server agree, also where an answer makes it tell something in another way.
    void sync(std::size_t device)
    {
        for (int i = 0; i < 4; ++i) {
            const auto report = world.sync(device);
            QVERIFY2(report.complete, report.problem.c_str());
        }
    }

    void erase() { QVERIFY(world.server().erase(key, "request").has_value()); }
};

} // namespace

class TestToldAnew : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWordMeansItAsItWasToldBefore()
    {
        Rewritten story;
        story.erase();
        story.sync(1);
        story.world.restoreServer();
        story.erase();
        // The server had the first title alone: the second was made from it, and is told without.
        story.sync(0);
        QCOMPARE(story.world.device(0).status().waiting, std::uint64_t(0));
        QVERIFY(story.world.device(0).get("Milestone", story.key.id));
        // Who has the first word brings it: it erased the second title, however that is told now.
        story.sync(1);
        story.sync(0);
        for (const std::size_t device : { 0, 1 }) {
            QVERIFY(!story.world.device(device).get("Milestone", story.key.id));
            QVERIFY(story.world.device(device).setAside().empty());
        }
    }

    void whatOnlyAnAbsentAuthorCouldTellIsSetAside()
    {
        Rewritten story;
        story.world.restoreServer();
        story.erase();
        story.sync(1);
        QCOMPARE(story.world.device(1).status().waiting, std::uint64_t(1));
        story.world.now += 8 * day;
        story.sync(1);
        QCOMPARE(story.world.device(1).status().waiting, std::uint64_t(0));
        const auto setAside = story.world.device(1).setAside();
        QCOMPARE(setAside.size(), std::size_t(1));
        QCOMPARE(setAside.front().reason, std::string("base"));
    }

    void whileAServerHealsTheAuthorMayTellIt()
    {
        Rewritten story;
        story.world.restoreServer();
        story.erase();
        story.sync(1);
        story.sync(0);
        story.sync(1);
        for (const std::size_t device : { 0, 1 }) {
            QCOMPARE(story.world.device(device).status().waiting, std::uint64_t(0));
            QVERIFY(story.world.device(device).get("Milestone", story.key.id));
        }
    }

    void whatWasSignedTogetherIsSetAsideTogether()
    {
        World world;
        world.addDevice();
        world.addDevice();
        const auto sync = [&world](std::size_t device) {
            for (int i = 0; i < 4; ++i) {
                QVERIFY(world.sync(device).complete);
            }
        };
        world.backUpServer();
        auto kept = world.device(0).openNew("Milestone", world.district);
        world.device(0).save({ { &kept, milestone("Kept") } });
        auto gone = world.device(0).openNew("Milestone", world.district);
        world.device(0).save({ { &gone, milestone("Gone") } });
        sync(0);
        sync(1);
        world.restoreServer();
        sync(0);
        QVERIFY(world.server().erase(gone.key, "request").has_value());
        // The second device meets the erasure in a snapshot, which has no word of it that could be brought back.
        sync(1);
        QVERIFY(!world.device(1).get("Milestone", gone.key.id));
        world.restoreServer();
        sync(1);
        QCOMPARE(world.device(1).status().waiting, std::uint64_t(2));
        world.now += 8 * day;
        sync(1);
        QCOMPARE(world.device(1).status().waiting, std::uint64_t(0));
        const auto setAside = world.device(1).setAside();
        QVERIFY(std::any_of(setAside.begin(), setAside.end(),
                            [&](const engine::SetAside &one) { return one.key.id == kept.key.id; }));
    }
};

QTEST_GUILESS_MAIN(TestToldAnew)
#include "tst_told_anew.moc"
