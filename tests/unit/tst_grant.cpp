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
using merge::ListAnswer;
using merge::Standing;

class TestGrant : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standsByItsDates_data()
    {
        QTest::addColumn<int>("leaseDays");
        QTest::addColumn<qint64>("now");
        QTest::addColumn<qint64>("endedBefore");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, int lease, std::int64_t now, std::int64_t ended, Standing expected) {
            QTest::newRow(name) << lease << qint64(now) << qint64(ended) << static_cast<int>(expected);
        };
        row("a moment before its first day", 0, start - 1, 0, Standing::NotYet);
        row("on its first day", 0, start, 0, Standing::Good);
        row("a moment before its end", 0, start + 30 * day - 1, 0, Standing::Good);
        row("at its end", 0, start + 30 * day, 0, Standing::Ended);
        row("long after", 14, start + 300 * day, 0, Standing::Ended);
        row("a lease, a moment before its end", 14, start + 14 * day - 1, 0, Standing::Good);
        row("a lease at its end", 14, start + 14 * day, 0, Standing::LeaseEnded);
        row("a lease that is longer than the grant", 90, start + 29 * day, 0, Standing::Good);
        row("ended, issued before", 0, start + day, start + 1, Standing::Withdrawn);
        row("ended, issued anew since", 0, start + day, start, Standing::Good);
    }

    void standsByItsDates()
    {
        QFETCH(int, leaseDays);
        QFETCH(qint64, now);
        QFETCH(qint64, endedBefore);
        QFETCH(int, expected);
        const merge::Grant grant { person, {}, start, start, start + 30 * day, 0, 0 };
        merge::Revocations list;
        if (endedBefore != 0) {
            list.ended[person] = endedBefore;
        }
        const merge::GrantedPlace place { district, true, {}, static_cast<std::uint32_t>(leaseDays) };
        QCOMPARE(static_cast<int>(merge::standing(grant, place, now, &list)), expected);
    }

    void showsOnePlaceWithoutTheOthers()
    {
        Signed world;
        const auto grant = *merge::verified(world.grant(world.server, start), world.server.publicKey());
        const auto places = Signed::places();
        const std::vector others { merge::placeHash(places[1]), merge::placeHash(places[2]) };
        const auto opened = merge::openedPlaces(grant, { places[0] }, others);
        QVERIFY(opened);
        QCOMPARE(opened->front().scope.text(), district.text());
        QVERIFY(!merge::openedPlaces(grant, { places[0] }));
        QVERIFY(!merge::openedPlaces(grant, { places[0], places[0] }));
        auto wider = places;
        wider[0].append(places[1]); // Read as one message it would say something else.
        QVERIFY(!merge::openedPlaces(grant, wider));
        QVERIFY(!merge::openedPlaces(grant, { places[0] }, { others[0].substr(1), others[1] }));
    }

    void believesTheServerAlone()
    {
        Signed world;
        const auto &key = world.server.publicKey();
        QVERIFY(!merge::verified(world.grant(world.stranger, start), key));
        QVERIFY(!merge::verified(world.list(world.stranger, { 0, 1, start, {}, {} }), key));
        // Signed as something else, it is not a list.
        auto confused = world.list(1);
        confused.set_signature(world.server.sign(merge::grantDomain, confused.revocations()));
        QVERIFY(!merge::verified(confused, key));
    }

    void takesALaterListAlone()
    {
        Signed world;
        const auto &key = world.server.publicKey();
        const auto answer = [&](const v1::SignedRevocations &held, const v1::SignedRevocations &offered) {
            return merge::compare(held, offered, key);
        };
        QCOMPARE(answer({}, world.list(1)), ListAnswer::Later);
        QCOMPARE(answer(world.list(2), world.list(3)), ListAnswer::Later);
        QCOMPARE(answer(world.list(3), world.list(3)), ListAnswer::Same);
        QCOMPARE(answer(world.list(3), world.list(2)), ListAnswer::Older);
        QCOMPARE(answer(world.list(3), world.list(world.server, { 0, 3, start, {}, {} })), ListAnswer::Another);
        QCOMPARE(answer(world.list(3), world.list(world.stranger, { 0, 9, start, {}, {} })), ListAnswer::Forged);
        // A restored server begins another history, whatever its numbers.
        QCOMPARE(answer(world.list(3), world.list(world.server, { 5, 1, start, {}, {} })), ListAnswer::Later);
        QCOMPARE(answer(world.list(world.server, { 5, 1, start, {}, {} }), world.list(3)), ListAnswer::Older);
    }

    void tellsASignedOutDeviceWithoutTheServer()
    {
        Signed world;
        const auto &key = world.server.publicKey();
        const auto certificate = world.server.certify(lost, std::string(32, 'k'), person);
        const merge::Revocations list { 0, 1, start, { lost }, {} };
        const merge::Revocations earlier { 0, 1, start, {}, {} };
        QCOMPARE(merge::standing(certificate, key, &list), merge::DeviceStanding::SignedOut);
        QCOMPARE(merge::standing(certificate, key, &earlier), merge::DeviceStanding::Good);
        QCOMPARE(merge::standing(certificate, key, nullptr), merge::DeviceStanding::Good);
        QCOMPARE(merge::standing(world.stranger.certify(lost, std::string(32, 'k'), person), key, &earlier),
                 merge::DeviceStanding::Forged);
    }

    void refusesAReplayedAndAForgedList()
    {
        Signed world;
        QVERIFY(world.pollList(world.list(4)).notice.empty());
        QCOMPARE(world.number(), std::uint64_t(4));
        QVERIFY(world.device->granted().list->isSignedOut(lost));
        for (const auto &wrong : { world.list(3), world.list(world.server, { 0, 4, start, {}, {} }),
                                   world.list(world.stranger, { 0, 5, start, {}, {} }) }) {
            const auto report = world.pollList(wrong);
            QVERIFY(report.complete);
            QVERIFY(report.notice.find("list of signed-out devices could not be checked") != std::string::npos);
            QVERIFY(world.device->granted().list->isSignedOut(lost));
        }
        world.device = world.opened();
        QCOMPARE(world.number(), std::uint64_t(4));
    }

    void keepsAGrantThatHoldsAndNoOther()
    {
        Signed world;
        QVERIFY(!world.device->granted().grant);
        QVERIFY(world.pollGrant(world.grant(world.server, start)).notice.empty());
        QCOMPARE(world.device->granted().places.size(), std::size_t(3));
        for (const auto &wrong :
             { world.grant(world.stranger, start + day), world.grant(world.server, start + day, lost) }) {
            QVERIFY(!world.pollGrant(wrong).notice.empty());
            QCOMPARE(world.device->granted().grant->issuedAt, start);
        }
        // Renewed for the same places, they need not be told again.
        v1::PollResponse renewed;
        *renewed.mutable_grant() = world.grant(world.server, start + 2 * day);
        QVERIFY(world.poll(renewed).notice.empty());
        QCOMPARE(world.device->granted().grant->issuedAt, start + 2 * day);
        QCOMPARE(world.device->granted().places.size(), std::size_t(3));
    }

    void closesASharedPlaceByItselfAndWritingGoesOn()
    {
        Signed world;
        const auto shared = world.save(share);
        const auto wide = world.save(district);
        const auto shown = [&] { return world.device->list({ .type = "Milestone" }).size(); };
        QVERIFY(world.pollGrant(world.grant(world.server, start)).notice.find("checked") == std::string::npos);
        world.now = start + 14 * day - 1;
        QCOMPARE(shown(), std::size_t(2));
        world.now = start + 14 * day;
        QCOMPARE(shown(), std::size_t(1));
        QVERIFY(!world.device->get("Milestone", shared));
        QVERIFY(world.device->get("Milestone", wide));
        QCOMPARE(world.device->closedPlaces(), std::vector { share });
        // Recording never expires, also long past the grant's end.
        world.now = start + 400 * day;
        const auto waiting = world.device->status().waiting;
        (void)world.save(share);
        (void)world.save(district);
        QCOMPARE(world.device->status().waiting, waiting + 2);
        QCOMPARE(shown(), std::size_t(2));
        // The next contact opens it, with all that was written meanwhile.
        (void)world.pollGrant(world.grant(world.server, world.now));
        QCOMPARE(shown(), std::size_t(4));
    }

    void aClockThatIsSetBackProlongsNothing()
    {
        Signed world;
        (void)world.pollGrant(world.grant(world.server, start));
        world.now = start + 15 * day;
        QCOMPARE(world.device->closedPlaces().size(), std::size_t(1));
        world.now = start + day;
        world.device = world.opened();
        QCOMPARE(world.device->closedPlaces().size(), std::size_t(1));
        QVERIFY(world.device->granted().now >= start + 15 * day);
    }

    void aClockThatWasAheadByMistakeIsForgivenAtTheNextContact()
    {
        Signed world;
        (void)world.pollGrant(world.grant(world.server, start));
        world.now = start + 1000 * day;
        QCOMPARE(world.device->closedPlaces().size(), std::size_t(2));
        world.now = start + day;
        (void)world.pollGrant(world.grant(world.server, start + day));
        QVERIFY(world.device->closedPlaces().empty());
    }
};

QTEST_GUILESS_MAIN(TestGrant)
#include "tst_grant.moc"
