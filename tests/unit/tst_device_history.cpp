// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/device.h"
#include "sync/host/host.h"
#include "sync/store/database.h"
#include "cadre/v1/plan.pb.h"
#include "tests/sync/milestones.h"
#include "tests/sync/world.h"

#include <QTest>

namespace {

store::RecordKey add(World &world, std::size_t device, const std::string &title)
{
    auto form = world.device(device).openNew("Milestone", world.district);
    world.device(device).save({ { &form, milestone(title) } });
    return form.key;
}

void setDue(World &world, std::size_t device, const store::RecordKey &key, const std::string &due)
{
    auto form = world.device(device).open(key);
    const auto &opened = dynamic_cast<const cadre::v1::Milestone &>(*form.opened);
    world.device(device).save({ { &form, milestone(opened.title(), due) } });
}

/// The due dates that stand, in order; several where two changes met.
std::vector<std::string> duesAt(World &world, std::size_t device, const store::RecordKey &key)
{
    std::vector<std::string> dues;
    for (const auto &conflict : world.device(device).conflicts()) {
        if (conflict.key == key && conflict.fieldName == "current_due") {
            for (const auto &alternative : conflict.alternatives) {
                dues.push_back(alternative.json.substr(1, alternative.json.size() - 2));
            }
        }
    }
    if (dues.empty()) {
        const auto found = world.device(device).get("Milestone", key.id);
        dues.push_back(found ? dynamic_cast<const cadre::v1::Milestone &>(*found->message).current_due() : "none");
    }
    return dues;
}

void syncAll(World &world, std::size_t devices)
{
    for (int i = 0; i < 4; ++i) {
        for (std::size_t device = 0; device < devices; ++device) {
            const auto report = world.sync(device);
            QVERIFY2(report.complete, report.problem.c_str());
        }
    }
    for (std::size_t device = 0; device < devices; ++device) {
        QCOMPARE(world.device(device).status().waiting, std::uint64_t(0));
        QVERIFY(world.device(device).check().empty());
    }
}

std::set<std::string> asSet(const std::vector<std::string> &values)
{
    return { values.begin(), values.end() };
}

} // namespace

/// Histories that don't begin at the beginning, or go on in two ways.
class TestDeviceHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothHistoriesOfACopiedDeviceAreKept()
    {
        World world;
        world.addDevice();
        const auto key = add(world, 0, "Applications");
        world.sync(0);
        world.copyDevice(0);
        world.addDevice();
        setDue(world, 0, key, "2026-12-01");
        setDue(world, 1, key, "2026-12-02");
        setDue(world, 1, key, "2026-12-03");
        syncAll(world, 3);
        for (std::size_t device = 0; device < 3; ++device) {
            QCOMPARE(asSet(duesAt(world, device, key)), (std::set<std::string> { "2026-12-01", "2026-12-03" }));
        }
    }

    void aFormOpenedBeforeTheBranchStillKnowsItsOwnSaves()
    {
        World world;
        world.addDevice();
        const auto key = add(world, 0, "Applications");
        world.sync(0);
        auto &copy = world.copyDevice(0);
        setDue(world, 0, key, "2026-12-01");
        world.sync(0);
        auto form = copy.open(key);
        copy.save({ { &form, milestone("Applications", "2026-12-02") } });
        const auto token = form.token();
        world.sync(1);
        auto again = copy.formFromToken(token);
        copy.save({ { &again, milestone("Applications", "2026-12-04") } });
        copy.save({ { &form, milestone("Applications", "2026-12-03") } });
        syncAll(world, 2);
        // The two forms had both seen 2 December, neither the other's save, nor 1 December.
        QCOMPARE(asSet(duesAt(world, 0, key)), (std::set<std::string> { "2026-12-01", "2026-12-03", "2026-12-04" }));
        QCOMPARE(duesAt(world, 0, key), duesAt(world, 1, key));
    }

    void aDeviceRolledBackGoesOnBesideItsLaterSelf()
    {
        World world;
        world.addDevice();
        const auto key = add(world, 0, "Applications");
        world.sync(0);
        world.copyDevice(0); // What it was, as its owner's backup has it.
        setDue(world, 0, key, "2026-12-01");
        world.sync(0);
        QCOMPARE(duesAt(world, 1, key), std::vector<std::string> { "2026-11-27" });
        syncAll(world, 2);
        QCOMPARE(duesAt(world, 1, key), std::vector<std::string> { "2026-12-01" });
        setDue(world, 1, key, "2026-12-05");
        syncAll(world, 2);
        QCOMPARE(duesAt(world, 0, key), std::vector<std::string> { "2026-12-05" });
    }

    void devicesGiveARestoredServerBackWhatItLost()
    {
        World world;
        world.addDevice();
        world.addDevice();
        const auto key = add(world, 0, "Applications");
        syncAll(world, 2);
        world.backUpServer();
        const auto later = add(world, 0, "Interviews");
        setDue(world, 1, key, "2026-12-01");
        syncAll(world, 2);
        world.restoreServer();
        setDue(world, 1, key, "2026-12-08");
        syncAll(world, 2);
        world.addDevice();
        syncAll(world, 3);
        for (std::size_t device = 0; device < 3; ++device) {
            QCOMPARE(duesAt(world, device, key), std::vector<std::string> { "2026-12-08" });
            QCOMPARE(duesAt(world, device, later), std::vector<std::string> { "2026-11-27" });
        }
    }

    void othersGiveBackTheWorkOfADeviceThatIsGone()
    {
        World world;
        world.addDevice();
        world.addDevice();
        const auto key = add(world, 0, "Applications");
        syncAll(world, 2);
        world.backUpServer();
        world.rules.refuseNext = "Not this one.";
        setDue(world, 1, key, "2026-12-01");
        world.sync(1);
        setDue(world, 1, key, "2026-12-02");
        syncAll(world, 2);
        world.restoreServer();
        // Only the first device comes back; the refused change stands between, without its content.
        for (int i = 0; i < 3; ++i) {
            QVERIFY(world.sync(0).complete);
        }
        QCOMPARE(world.device(0).status().waiting, std::uint64_t(0));
        world.addDevice();
        QVERIFY(world.sync(2).complete);
        QCOMPARE(duesAt(world, 2, key), std::vector<std::string> { "2026-12-02" });
    }

    void aLongHistoryComesAsASnapshot()
    {
        World world;
        world.addDevice();
        const auto key = add(world, 0, "Applications");
        for (int day = 1; day <= 28; ++day) {
            setDue(world, 0, key, QStringLiteral("2026-12-%1").arg(day, 2, 10, QLatin1Char('0')).toStdString());
            add(world, 0, "Interviews");
        }
        syncAll(world, 1);
        world.addDevice();
        setDue(world, 0, key, "2027-01-05");
        syncAll(world, 2);
        QCOMPARE(duesAt(world, 1, key), std::vector<std::string> { "2027-01-05" });
        QCOMPARE(world.device(1).list({ .type = "Milestone" }).size(), std::size_t(29));
        // Whoever began with a snapshot edits, meets and resolves like the rest.
        setDue(world, 0, key, "2027-01-06");
        setDue(world, 1, key, "2027-01-07");
        syncAll(world, 2);
        QCOMPARE(asSet(duesAt(world, 0, key)), (std::set<std::string> { "2027-01-06", "2027-01-07" }));
        QCOMPARE(duesAt(world, 0, key), duesAt(world, 1, key));
    }

    void unsentWorkOfSomebodyWhoLeftIsKept()
    {
        World world;
        world.addDevice();
        world.addDevice();
        const auto key = add(world, 0, "Applications");
        const auto other = add(world, 0, "Interviews");
        syncAll(world, 2);
        setDue(world, 1, key, "2026-12-01");
        world.rules.left.insert({ world.person(1), world.district });
        world.rules.refuseNext = "You no longer belong to this place.";
        QVERIFY(world.sync(1).complete);
        QCOMPARE(world.device(1).setAside().size(), std::size_t(1));
        QVERIFY(!world.device(1).get("Milestone", other.id));
        world.rules.left.clear();
        syncAll(world, 2);
        QCOMPARE(duesAt(world, 1, key), std::vector<std::string> { "2026-11-27" });
        setDue(world, 1, key, "2026-12-09");
        syncAll(world, 2);
        QCOMPARE(duesAt(world, 0, key), std::vector<std::string> { "2026-12-09" });
    }

    void aCopyShowsNothingOfAPlaceBeforeItsSnapshot()
    {
        World world;
        world.addDevice();
        auto form = world.device(0).openNew("Milestone", world.district);
        world.device(0).save({ { &form, milestone("Applications") } });
        world.copyDevice(0);
        world.rules.left.insert({ world.person(0), world.district });
        world.rules.refuseNext = "You no longer belong to this place.";
        QVERIFY(world.sync(0).complete);
        world.rules.left.clear();
        const auto other = add(world, 1, "Interviews");
        QVERIFY(world.sync(1).complete);
        // Saved while the server says that the place may be read again; then its name turns out to have a twin.
        int polls = 0;
        std::vector<std::size_t> shown;
        world.meanwhile = [&](const engine::Call &call) {
            if (call.path.ends_with("Poll") && ++polls == 1) {
                world.device(0).save({ { &form, milestone("Offers", "2026-12-09") } });
            } else if (call.path.ends_with("Push")) {
                shown.push_back(world.device(0).list({ .type = "Milestone" }).size());
            }
        };
        QVERIFY(world.sync(0).complete);
        QCOMPARE(shown, (std::vector<std::size_t> { 0, 0, 0, 2 }));
        world.meanwhile = {};
        syncAll(world, 2);
        for (const std::size_t device : { 0, 1 }) {
            QVERIFY(world.device(device).get("Milestone", other.id));
            QCOMPARE(duesAt(world, device, form.key), std::vector<std::string> { "2026-12-09" });
        }
    }

    void compactionChangesNothingThatIsSeen()
    {
        World world;
        world.addDevice();
        world.addDevice();
        const auto key = add(world, 0, "Applications");
        setDue(world, 0, key, "2026-12-01");
        syncAll(world, 2);
        setDue(world, 0, key, "2026-12-02");
        setDue(world, 1, key, "2026-12-03");
        syncAll(world, 2);
        QVERIFY(world.server().compact(world.district) > 0);
        world.addDevice();
        syncAll(world, 3);
        QCOMPARE(duesAt(world, 2, key), duesAt(world, 0, key));
        QCOMPARE(duesAt(world, 2, key).size(), std::size_t(2));
        setDue(world, 2, key, "2026-12-04");
        syncAll(world, 3);
        QCOMPARE(duesAt(world, 0, key), std::vector<std::string> { "2026-12-04" });
    }
};

QTEST_GUILESS_MAIN(TestDeviceHistory)
#include "tst_device_history.moc"
