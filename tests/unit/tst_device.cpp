// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/device.h"
#include "sync/record/json.h"
#include "sync/store/database.h"
#include "cadre/v1/plan.pb.h"
#include "tests/sync/milestones.h"
#include "tests/sync/world.h"

#include <QTest>

namespace {

constexpr auto title = "Mentor applications reviewed";

/// One milestone on both devices of a world of two.
struct Shared {
    World world;
    store::RecordKey key;

    Shared()
    {
        auto &first = world.addDevice();
        world.addDevice();
        auto form = first.openNew("Milestone", world.district);
        first.save({ { &form, milestone(title) } });
        key = form.key;
        world.sync(0);
        world.sync(1);
    }

    void edit(std::size_t device, const std::function<void(cadre::v1::Milestone &)> &change)
    {
        auto form = world.device(device).open(key);
        save(device, form, change);
    }

    void save(std::size_t device, engine::Form &form, const std::function<void(cadre::v1::Milestone &)> &change)
    {
        auto desired = std::make_shared<cadre::v1::Milestone>(dynamic_cast<const cadre::v1::Milestone &>(*form.opened));
        change(*desired);
        world.device(device).save({ { &form, desired } });
    }

    void syncAll()
    {
        for (int i = 0; i < 3; ++i) {
            world.sync(0);
            world.sync(1);
        }
    }

    cadre::v1::Milestone at(std::size_t device)
    {
        return dynamic_cast<const cadre::v1::Milestone &>(*world.device(device).get("Milestone", key.id)->message);
    }
};

} // namespace

class TestDevice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mergesTwoEditsOfDifferentFields()
    {
        Shared shared;
        shared.edit(0, [](auto &record) { record.set_current_due("2026-12-11"); });
        shared.edit(1, [](auto &record) { record.set_at_risk(true); });
        shared.syncAll();
        for (std::size_t device : { 0, 1 }) {
            QCOMPARE(shared.at(device).current_due(), std::string("2026-12-11"));
            QVERIFY(shared.at(device).at_risk());
            QVERIFY(shared.world.device(device).conflicts().empty());
        }
    }

    void keepsBothWhenTwoEditOneField()
    {
        Shared shared;
        shared.edit(0, [](auto &record) { record.set_current_due("2026-12-11"); });
        shared.edit(1, [](auto &record) { record.set_current_due("2026-12-04"); });
        shared.syncAll();
        const auto mine = shared.world.device(0).conflicts();
        const auto theirs = shared.world.device(1).conflicts();
        QCOMPARE(mine.size(), std::size_t(1));
        QCOMPARE(theirs.size(), std::size_t(1));
        QCOMPARE(mine[0].id(), theirs[0].id());
        QCOMPARE(mine[0].base->text, std::string("2026-11-27"));
        QCOMPARE(mine[0].alternatives.size(), std::size_t(2));
        QCOMPARE(mine[0].alternatives[0].text, theirs[0].alternatives[0].text);
        QVERIFY(mine[0].isDay && mine[0].personFirst);
    }

    void aResolutionEndsItEverywhere()
    {
        Shared shared;
        shared.edit(0, [](auto &record) { record.set_current_due("2026-12-11"); });
        shared.edit(1, [](auto &record) { record.set_current_due("2026-12-04"); });
        shared.syncAll();
        auto &second = shared.world.device(1);
        second.resolveWith(second.conflicts()[0], "\"2026-12-09\"");
        shared.syncAll();
        for (std::size_t device : { 0, 1 }) {
            QVERIFY(shared.world.device(device).conflicts().empty());
            QCOMPARE(shared.at(device).current_due(), std::string("2026-12-09"));
        }
    }

    void twoWhoResolveDifferentlyMeetAgain()
    {
        Shared shared;
        shared.edit(0, [](auto &record) { record.set_current_due("2026-12-11"); });
        shared.edit(1, [](auto &record) { record.set_current_due("2026-12-04"); });
        shared.syncAll();
        shared.world.device(0).resolveTaking(shared.world.device(0).conflicts()[0], 0);
        shared.world.device(1).resolveTaking(shared.world.device(1).conflicts()[0], 1);
        shared.syncAll();
        QCOMPARE(shared.world.device(0).conflicts().size(), std::size_t(1));
        shared.world.device(0).resolveTaking(shared.world.device(0).conflicts()[0], 0);
        shared.syncAll();
        QVERIFY(shared.world.device(1).conflicts().empty());
    }

    void laterEditsAreNoConflict()
    {
        Shared shared;
        shared.edit(0, [](auto &record) { record.set_current_due("2026-12-11"); });
        shared.syncAll();
        shared.edit(1, [](auto &record) { record.set_current_due("2026-12-04"); });
        shared.syncAll();
        QVERIFY(shared.world.device(0).conflicts().empty());
        QCOMPARE(shared.at(0).current_due(), std::string("2026-12-04"));
    }

    void mergesTwoEditsOfOneText()
    {
        Shared shared;
        shared.edit(0, [](auto &record) { record.set_blocker("No room for the interviews, and the panel is ill."); });
        shared.syncAll();
        auto form = shared.world.device(0).open(shared.key);
        shared.save(0, form,
                    [](auto &record) { record.set_blocker("No room for all interviews, and the panel is ill."); });
        shared.save(0, form,
                    [](auto &record) { record.set_blocker("No room for two interviews, and the panel is ill."); });
        shared.edit(1, [](auto &record) { record.set_blocker("No room for the interviews, and the panel is away."); });
        shared.syncAll();
        for (const std::size_t device : { 0U, 1U }) {
            QCOMPARE(shared.at(device).blocker(), std::string("No room for two interviews, and the panel is away."));
            QVERIFY(shared.world.device(device).conflicts().empty());
        }
        // Where the edits touch, a person decides.
        shared.edit(0, [](auto &record) { record.set_blocker("No room for two interviews, and the panel is back."); });
        shared.edit(1, [](auto &record) { record.set_blocker("No room for two interviews, and the panel is late."); });
        shared.syncAll();
        QCOMPARE(shared.world.device(0).conflicts().size(), std::size_t(1));
        QCOMPARE(shared.world.device(1).conflicts().size(), std::size_t(1));
    }

    void aFormSavesAsFromWhenItWasOpened()
    {
        Shared shared;
        const auto token = shared.world.device(0).open(shared.key).token();
        shared.edit(1, [](auto &record) { record.set_current_due("2026-12-04"); });
        shared.syncAll();
        auto form = shared.world.reopen(0).formFromToken(token);
        shared.save(0, form, [](auto &record) { record.set_current_due("2026-12-11"); });
        shared.syncAll();
        QCOMPARE(shared.world.device(1).conflicts().size(), std::size_t(1));
    }

    void twoFormsOnOneDeviceAreTwoAuthors()
    {
        Shared shared;
        auto first = shared.world.device(0).open(shared.key);
        auto second = shared.world.device(0).open(shared.key);
        shared.save(0, first, [](auto &record) { record.set_current_due("2026-12-01"); });
        shared.save(0, second, [](auto &record) { record.set_current_due("2026-12-02"); });
        shared.save(0, first, [](auto &record) { record.set_current_due("2026-12-03"); });
        QCOMPARE(shared.world.device(0).conflicts().size(), std::size_t(1));
        QCOMPARE(shared.world.device(0).conflicts()[0].alternatives.size(), std::size_t(2));
    }

    void anEditBesideADeleteBringsTheRecordBack()
    {
        Shared shared;
        auto form = shared.world.device(0).open(shared.key);
        shared.world.device(0).save({ { &form, nullptr, true } });
        shared.edit(1, [](auto &record) { record.set_at_risk(true); });
        QVERIFY(!shared.world.device(0).get("Milestone", shared.key.id));
        shared.syncAll();
        for (std::size_t device : { 0, 1 }) {
            QVERIFY(shared.world.device(device).get("Milestone", shared.key.id));
            const auto conflicts = shared.world.device(device).conflicts();
            QCOMPARE(conflicts.size(), std::size_t(1));
            QCOMPARE(conflicts[0].fieldName, std::string("life"));
        }
        auto conflict = shared.world.device(0).conflicts()[0];
        const std::size_t deleted = conflict.alternatives[0].cleared ? 0 : 1;
        shared.world.device(0).resolveTaking(conflict, deleted);
        shared.syncAll();
        QVERIFY(!shared.world.device(1).get("Milestone", shared.key.id));
    }

    void aRefusedEditGivesBackWhatItCovered()
    {
        Shared shared;
        shared.edit(0, [](auto &record) { record.set_current_due("2026-12-11"); });
        shared.world.rules.refuseNext = "Only the district's lead may move this date.";
        shared.world.sync(0);
        QCOMPARE(shared.at(0).current_due(), std::string("2026-11-27"));
        QCOMPARE(shared.world.device(0).setAside().size(), std::size_t(1));
        QCOMPARE(shared.world.device(0).status().waiting, std::uint64_t(0));
        shared.edit(0, [](auto &record) { record.set_at_risk(true); });
        shared.syncAll();
        QVERIFY(shared.at(1).at_risk());
        QCOMPARE(shared.at(1).current_due(), std::string("2026-11-27"));
    }

    void draftsAndWaitingEditsSurviveAKill()
    {
        Shared shared;
        shared.world.device(0).keepDraft("check-in/1", "half a sentence");
        shared.edit(0, [](auto &record) { record.set_at_risk(true); });
        auto &reopened = shared.world.reopen(0);
        QCOMPARE(*reopened.draft("check-in/1"), std::string("half a sentence"));
        QCOMPARE(reopened.status().waiting, std::uint64_t(1));
        QVERIFY(!reopened.isOnServer(shared.key));
        QVERIFY(reopened.check().empty());
    }

    void takesNothingOverWhenASignatureDoesNotHold()
    {
        Shared shared;
        shared.edit(1, [](auto &record) { record.set_at_risk(true); });
        shared.world.sync(1);
        shared.world.tamper = [](auto &response) {
            auto &entries = *response.mutable_pages(0)->mutable_entries();
            auto &signature = *entries[entries.size() - 1].mutable_signature();
            signature[3] = static_cast<char>(signature[3] ^ 1);
        };
        const auto report = shared.world.sync(0);
        QVERIFY(!report.problem.empty() && !report.complete);
        QVERIFY(!shared.at(0).at_risk());
        shared.world.tamper = nullptr;
        QVERIFY(shared.world.sync(0).complete);
        QVERIFY(shared.at(0).at_risk());
    }

    void takesNothingOverWhenAChainHasAHole()
    {
        Shared shared;
        shared.edit(1, [](auto &record) { record.set_at_risk(true); });
        shared.edit(1, [](auto &record) { record.set_blocker("No room"); });
        shared.world.sync(1);
        shared.world.tamper = [](auto &response) {
            response.mutable_pages(0)->mutable_entries()->DeleteSubrange(0, 1);
        };
        QVERIFY(!shared.world.sync(0).problem.empty());
        QVERIFY(!shared.at(0).at_risk());
    }

    void saysWhatIsMissingAndSavesNothing()
    {
        World world;
        auto &device = world.addDevice();
        auto form = device.openNew("Milestone", world.district);
        auto incomplete = milestone(title);
        incomplete->clear_title();
        QVERIFY_EXCEPTION_THROWN(device.save({ { &form, incomplete } }), store::Invalid);
        QVERIFY(device.list({ .type = "Milestone" }).empty());
        QCOMPARE(device.status().waiting, std::uint64_t(0));
    }

    void findsRecordsByTheirFields()
    {
        World world;
        auto &device = world.addDevice();
        for (const auto *due : { "2026-12-03", "2026-12-01", "2026-12-02" }) {
            auto form = device.openNew("Milestone", world.district);
            device.save({ { &form, milestone(title, due) } });
        }
        const auto found = device.list({ .type = "Milestone",
                                         .where = { { "status", "MILESTONE_STATUS_PLANNED" } },
                                         .orderBy = "current_due",
                                         .limit = 2 });
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(dynamic_cast<const cadre::v1::Milestone &>(*found[0].message).current_due(),
                 std::string("2026-12-01"));
        QVERIFY_EXCEPTION_THROWN(device.list({ .type = "Nothing" }), store::Invalid);
    }
};

QTEST_GUILESS_MAIN(TestDevice)
#include "tst_device.moc"
