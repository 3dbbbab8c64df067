// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/device.h"
#include "sync/host/key_signer.h"
#include "sync/store/record_store.h"
#include "cadre/sync/v1alpha/grant.pb.h"

#include <QTest>

// The meta-object compiler of Qt 6.4 stops at some standard headers.
#ifndef Q_MOC_RUN
#include "tests/unit/tst_grant_world.h"
#endif

using namespace granting;

/// What a device shows past the end of its person's grant.
class TestGrantEnd : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pastTheGrantsEndOnesOwnIsShownAndTheRestWaitsForTheNextContact()
    {
        Signed world;
        (void)world.pollGrant(world.grant(world.server, start));
        const auto own = world.save(district);
        const auto others = world.pulled(district, other);
        const auto whoIsWho = world.pulled(people, other);
        const auto ofHer = milestone("Offers");
        ofHer->set_owner(person.text());
        const auto saidOfHer = world.pulled(district, other, *ofHer);
        const auto all = world.shown();
        QCOMPARE(all.size(), std::size_t(4));

        world.now = start + 30 * day - 1;
        QCOMPARE(world.shown(), all);
        world.now = start + 30 * day;
        QCOMPARE(world.shown(), (std::set { own, whoIsWho }));
        QVERIFY(world.device->get("Milestone", own));
        const auto type = world.catalogue.byName("Milestone")->number();
        for (const auto &hidden : { others, saidOfHer }) {
            QVERIFY(!world.device->get("Milestone", hidden));
            QVERIFY_THROWS_EXCEPTION(store::Invalid, (void)world.device->open({ type, hidden, district }));
        }
        QCOMPARE(world.device->status().closed, std::uint64_t(2));
        // Also in a program that was started since.
        world.device = world.opened();
        QCOMPARE(world.shown(), (std::set { own, whoIsWho }));

        const auto later = world.save(district);
        QCOMPARE(world.shown(), (std::set { own, whoIsWho, later }));
        (void)world.pollGrant(world.grant(world.server, world.now));
        QCOMPARE(world.shown().size(), std::size_t(5));
    }

    void theServersCopiesThatNameHerStay()
    {
        Signed world;
        (void)world.pollGrant(world.grant(world.server, start));
        cadre::v1::ImplementationPlan plan;
        plan.set_owner(other.text());
        const auto others = world.pulled(district, other, plan);
        plan.set_owner(person.text());
        const auto hers = world.pulled(district, other, plan);
        const auto lent = world.pulled(share, other, plan);
        const auto has = [&](const record::Uuid &id) {
            return world.device->get("ImplementationPlan", id).has_value();
        };
        QVERIFY(has(others) && has(hers) && has(lent));
        world.now = start + 30 * day;
        QVERIFY(!has(others));
        QVERIFY(has(hers));
        QVERIFY(!has(lent));
    }

    void whatAnotherAddedToOnesOwnRecordWaitsWithIt()
    {
        Signed world;
        (void)world.pollGrant(world.grant(world.server, start));
        const auto changed =
            world.device->open({ world.catalogue.byName("Milestone")->number(), world.save(district), district });
        world.pull(changed, other, *milestone("Offers by spring"));
        const auto disputed =
            world.device->open({ world.catalogue.byName("Milestone")->number(), world.save(district), district });
        auto own = disputed;
        world.device->save({ { &own, milestone("Offers", "2026-12-01") } });
        world.pull(disputed, other, *milestone("Offers", "2026-12-11"));
        QCOMPARE(world.device->conflicts().size(), std::size_t(1));
        const auto conflict = world.device->conflicts().front().id();
        world.now = start + 30 * day;
        QVERIFY(world.shown().empty());
        QVERIFY(world.device->conflicts().empty());
        QVERIFY(!world.device->conflict(conflict));
        (void)world.pollGrant(world.grant(world.server, world.now));
        QCOMPARE(world.shown().size(), std::size_t(2));
        QCOMPARE(world.device->conflicts().size(), std::size_t(1));
    }

    void pagesOfAListCountWhatIsShown()
    {
        Signed world;
        (void)world.pollGrant(world.grant(world.server, start));
        std::set<record::Uuid> own;
        for (int i = 0; i < 3; ++i) {
            (void)world.pulled(district, other);
            own.insert(world.save(district));
        }
        world.now = start + 30 * day;
        auto found = world.shown({ .limit = 2 });
        QCOMPARE(found.size(), std::size_t(2));
        found.merge(world.shown({ .limit = 2, .offset = 2 }));
        QCOMPARE(found, own);
    }

    void aGrantIsVerifiedOnceForManyReads()
    {
        Signed world;
        (void)world.pollGrant(world.grant(world.server, start));
        (void)world.pulled(district, other);
        world.now = start + 30 * day;
        QVERIFY(world.shown().empty());
        // Whoever looked at it anew would find no grant, and close nothing.
        world.database.run("UPDATE meta SET value = x'00' WHERE key = 'grant'");
        QVERIFY(world.shown().empty());
        world.device = world.opened();
        QCOMPARE(world.shown().size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestGrantEnd)
#include "tst_grant_end.moc"
