// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/device.h"
#include "sync/host/host.h"
#include "cadre/v1/plan.pb.h"
#include "tests/sync/milestones.h"
#include "tests/sync/world.h"

#include <QTest>

namespace {

constexpr std::int64_t day = 24LL * 3600 * 1000;

/// A place long enough to begin with a snapshot, so that its first device alone holds the title that it wrote after the
/// backup. The second made another one from it; the third has seen it.
struct Office {
    World world;
    store::RecordKey key;

    Office()
    {
        world.addDevice();
        auto form = world.device(0).openNew("Milestone", world.district);
        world.device(0).save({ { &form, milestone("First") } });
        key = form.key;
        sync(0);
        world.backUpServer();
        edit(0, "Lost");
        for (int i = 0; i < 70; ++i) {
            auto other = world.device(0).openNew("Milestone", world.district);
            world.device(0).save({ { &other, milestone("Another") } });
        }
        sync(0);
        for (const std::size_t device : { 1, 2 }) {
            world.addDevice();
            sync(device);
        }
        edit(1, "Made from it");
        world.restoreServer();
    }

    void edit(std::size_t device, const std::string &title)
    {
        auto form = world.device(device).open(key);
        world.device(device).save({ { &form, milestone(title) } });
    }

    void sync(std::size_t device)
    {
        for (int i = 0; i < 3; ++i) {
            const auto report = world.sync(device);
            QVERIFY2(report.complete, report.problem.c_str());
        }
    }

    [[nodiscard]] std::set<std::string> titlesAt(std::size_t device)
    {
        const auto found = world.device(device).get("Milestone", key.id);
        std::set<std::string> titles { dynamic_cast<const cadre::v1::Milestone &>(*found->message).title() };
        for (const auto &conflict : world.device(device).conflicts()) {
            for (const auto &alternative : conflict.alternatives) {
                titles.insert(alternative.text);
            }
        }
        return titles;
    }
};

using Titles = std::set<std::string>;

} // namespace

class TestRestored : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasMadeFromALostEditWaitsForIt()
    {
        Office office;
        office.sync(1);
        QCOMPARE(office.world.device(1).status().waiting, std::uint64_t(1));
        office.sync(2);
        QCOMPARE(office.titlesAt(2), Titles { "First" });
        office.sync(0);
        office.sync(1);
        office.sync(2);
        QCOMPARE(office.titlesAt(2), Titles { "Made from it" });
        QCOMPARE(office.world.device(1).status().waiting, std::uint64_t(0));
    }

    void afterAWeekItReplacesWhatTheBackupHadToo()
    {
        Office office;
        office.sync(1);
        office.world.now += 8 * day;
        office.sync(1);
        office.sync(2);
        QCOMPARE(office.world.device(1).status().waiting, std::uint64_t(0));
        QCOMPARE(office.world.device(1).status().setAside, std::uint64_t(0));
        QCOMPARE(office.titlesAt(2), Titles { "Made from it" });
        QCOMPARE(office.titlesAt(1), office.titlesAt(2));
    }

    void whatIsMadeFromThatIsTakenAsWell()
    {
        Office office;
        office.world.now += 8 * day;
        office.sync(1);
        office.sync(2);
        office.edit(2, "Later");
        office.sync(2);
        QCOMPARE(office.world.device(2).status().setAside, std::uint64_t(0));
        office.sync(1);
        QCOMPARE(office.titlesAt(1), office.titlesAt(2));
        QVERIFY(office.titlesAt(1).contains("Later"));
    }

    void aPlaceThatIsLeftKeepsNobodysNumbers()
    {
        Office office;
        office.sync(0);
        for (const std::size_t device : { 1, 2 }) {
            office.sync(device);
            office.world.rules.left.insert({ office.world.person(device), office.world.district });
            office.sync(device);
            store::Statement known(office.world.database(device), "SELECT count(*) FROM known_before");
            QVERIFY(known.step());
            QCOMPARE(known.integer(0), std::int64_t(0));
        }
    }

    void aLateReturnOfTheLostEditIsShown()
    {
        Office office;
        office.world.now += 8 * day;
        office.sync(1);
        office.sync(0);
        office.sync(1);
        QCOMPARE(office.titlesAt(1), (Titles { "Lost", "Made from it" }));
        office.sync(0);
        QCOMPARE(office.titlesAt(0), office.titlesAt(1));
    }
};

QTEST_GUILESS_MAIN(TestRestored)
#include "tst_restored.moc"
