// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/device.h"
#include "sync/host/host.h"
#include "cadre/v1/plan.pb.h"
#include "tests/sync/milestones.h"
#include "tests/sync/world.h"

#include <QTest>

namespace {

constexpr std::int64_t day = 24LL * 3600 * 1000;

/// Until the device and the server agree, also where an answer makes it tell something in another way.
void syncFully(World &world, std::size_t device)
{
    for (int i = 0; i < 4; ++i) {
        const auto report = world.sync(device);
        QVERIFY2(report.complete, report.problem.c_str());
    }
}

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

    void sync(std::size_t device) { syncFully(world, device); }

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

/// A device and its copy each made another milestone of one that only they knew when the backup was made. The third
/// device has read the first one's work, which the restored server lacks.
struct Twins {
    World world;
    store::RecordKey key;

    explicit Twins(bool thirdGoesOn)
    {
        world.addDevice();
        auto form = world.device(0).openNew("Milestone", world.district);
        world.device(0).save({ { &form, milestone("First") } });
        key = form.key;
        world.copyDevice(0);
        world.addDevice();
        world.backUpServer();
        edit(0, "Second");
        sync(0);
        sync(2);
        if (thirdGoesOn) {
            edit(2, "Third");
        }
        world.restoreServer();
        edit(1, "First", "2026-12-24");
        sync(1);
        sync(2);
    }

    void edit(std::size_t device, const std::string &title, const std::string &due = "2026-11-27")
    {
        auto form = world.device(device).open(key);
        world.device(device).save({ { &form, milestone(title, due) } });
    }

    void sync(std::size_t device) { syncFully(world, device); }

    [[nodiscard]] std::string titleAt(std::size_t device)
    {
        const auto found = world.device(device).get("Milestone", key.id);
        return found ? dynamic_cast<const cadre::v1::Milestone &>(*found->message).title() : "";
    }
};

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

    void ofAPlaceThatIsLeftItIsKnownHowFarEachChainWasAndNothingElse()
    {
        Office office;
        office.sync(0);
        for (const std::size_t device : { 1, 2 }) {
            office.sync(device);
            office.world.rules.left.insert({ office.world.person(device), office.world.district });
            office.sync(device);
            // A form that is open may still be saved, and has to say which history it was of.
            store::Statement known(office.world.database(device), "SELECT count(*) FROM known_in");
            QVERIFY(known.step());
            QVERIFY(known.integer(0) > 0);
            store::Statement changes(office.world.database(device), "SELECT count(*) FROM change");
            QVERIFY(changes.step());
            QCOMPARE(changes.integer(0), std::int64_t(0));
            store::Query all;
            all.type = "Milestone";
            QVERIFY(office.world.device(device).list(all).empty());
        }
    }

    void whatWasPutAsideVouchesForWhatCameBefore()
    {
        Twins twins(false);
        QCOMPARE(twins.titleAt(2), std::string("First"));
        QCOMPARE(twins.world.device(2).status().setAside, std::uint64_t(1));
        // The server goes back once more, and the two that wrote it are not seen again.
        twins.world.restoreServer();
        twins.sync(2);
        QCOMPARE(twins.world.device(2).status().waiting, std::uint64_t(0));
        QCOMPARE(twins.world.device(2).status().setAside, std::uint64_t(0));
        QCOMPARE(twins.titleAt(2), std::string("Second"));
        twins.world.addDevice();
        twins.sync(3);
        QCOMPARE(twins.titleAt(3), std::string("Second"));
    }

    void whatBothHistoriesShareIsReplacedForGood()
    {
        Twins twins(true);
        twins.world.now += 8 * day;
        twins.sync(2);
        QCOMPARE(twins.world.device(2).status().waiting, std::uint64_t(0));
        twins.world.addDevice();
        twins.sync(3);
        QCOMPARE(twins.titleAt(3), std::string("Third"));
        QVERIFY(twins.world.device(3).conflicts().empty());
        QVERIFY(twins.world.device(2).conflicts().empty());
    }

    void aFormFromBeforeHidesNothing()
    {
        World world;
        world.addDevice();
        world.addDevice();
        const auto sync = [&](std::size_t device) { syncFully(world, device); };
        auto form = world.device(1).openNew("Milestone", world.district);
        world.device(1).save({ { &form, milestone("First") } });
        sync(1);
        sync(0);
        world.copyDevice(0);
        world.rules.left.insert({ world.person(1), world.district });
        sync(1);
        world.rules.left.clear();
        world.backUpServer();
        const auto edit = [&](std::size_t device, const std::string &title) {
            auto open = world.device(device).open(form.key);
            world.device(device).save({ { &open, milestone(title) } });
        };
        edit(0, "Second");
        sync(0);
        sync(1);
        auto open = world.device(1).open(form.key);
        world.restoreServer();
        edit(2, "The copy's");
        sync(2);
        sync(1);
        world.device(1).save({ { &open, milestone("Third") } });
        const auto conflicts = world.device(1).conflicts();
        QCOMPARE(conflicts.size(), std::size_t(1));
        Titles titles;
        for (const auto &alternative : conflicts.front().alternatives) {
            titles.insert(alternative.text);
        }
        QCOMPARE(titles, (Titles { "The copy's", "Third" }));
    }

    void whatACopyWroteAndTheServerRefusedIsLeftOut()
    {
        World world;
        world.addDevice();
        const auto sync = [&](std::size_t device) { syncFully(world, device); };
        world.backUpServer();
        auto form = world.device(0).openNew("Milestone", world.district);
        world.device(0).save({ { &form, milestone("First") } });
        sync(0);
        // Who left and came back knows it from a snapshot alone.
        world.rules.left.insert({ world.person(0), world.district });
        sync(0);
        world.rules.left.clear();
        sync(0);
        world.copyDevice(0);
        world.rules.refuseNext = "Not now.";
        auto open = world.device(0).open(form.key);
        world.device(0).save({ { &open, milestone("Refused") } });
        sync(0);
        sync(1);
        auto own = world.device(1).openNew("Milestone", world.district);
        world.device(1).save({ { &own, milestone("The copy's") } });
        world.restoreServer();
        sync(1);
        world.now += 8 * day;
        sync(1);
        QCOMPARE(world.device(1).status().waiting, std::uint64_t(0));
        world.addDevice();
        sync(2);
        QVERIFY(world.device(2).get("Milestone", own.key.id).has_value());
    }

    void whatWasRefusedWasOnNobodysScreen()
    {
        World world;
        world.addDevice();
        const auto sync = [&](std::size_t device) { syncFully(world, device); };
        world.backUpServer();
        auto form = world.device(0).openNew("Milestone", world.district);
        world.device(0).save({ { &form, milestone("First") } });
        sync(0);
        const auto edit = [&](const std::string &title) {
            auto open = world.device(0).open(form.key);
            world.device(0).save({ { &open, milestone(title) } });
            sync(0);
        };
        world.rules.refuseNext = "Not now.";
        edit("Refused");
        edit("Third");
        edit("Fourth");
        // The server of before takes what it refused then.
        world.restoreServer();
        sync(0);
        world.addDevice();
        sync(1);
        Titles titles;
        for (const auto &conflict : world.device(1).conflicts()) {
            for (const auto &alternative : conflict.alternatives) {
                titles.insert(alternative.text);
            }
        }
        QCOMPARE(titles, (Titles { "Fourth", "Refused" }));
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
