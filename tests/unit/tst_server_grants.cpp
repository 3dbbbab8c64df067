// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_server_world.h"

#include "sync/server/grants.h"
#include "cadre/v1/sharing.pb.h"

#include <QTest>

#include <algorithm>

namespace {

namespace v1 = cadre::sync::v1;

constexpr std::int64_t day = 24LL * 3600 * 1000;

/// Polls as a device that holds what it was told before.
struct Holder {
    ServerWorld &world;
    std::string token;
    v1::HeldGrant held;

    v1::PollResponse poll()
    {
        v1::PollRequest request;
        *request.mutable_held_grant() = held;
        v1::PollResponse response;
        (void)response.ParseFromString(world.send("/cadre.sync.v1.SyncService/Poll", request, token).body);
        const auto &key = world.academy.keys().publicKey();
        if (const auto grant = merge::verified(response.grant(), key)) {
            held.set_places_root(grant->placesRoot);
            held.set_issued_at(grant->issuedAt);
        }
        if (const auto list = merge::verified(response.revocations(), key)) {
            held.set_revocations_epoch(list->epoch);
            held.set_revocations_number(list->number);
        }
        return response;
    }
};

} // namespace

class TestServerGrants : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void grantsThePlacesOfTheMembershipsForThirtyDays()
    {
        ServerWorld world;
        Holder mentor { world, RawDevice(world, "mentor").token, {} };
        const auto response = mentor.poll();
        const auto grant = merge::verified(response.grant(), world.academy.keys().publicKey());
        QVERIFY(grant);
        QCOMPARE(grant->person, world.mentor);
        QCOMPARE(grant->notAfter - grant->issuedAt, 30 * day);
        const auto opened =
            merge::openedPlaces(*grant, { response.granted_places().begin(), response.granted_places().end() });
        QVERIFY(opened);
        std::vector<std::string> told;
        for (const auto &membership : response.memberships()) {
            told.push_back(merge::fromProto(membership.scope())->text());
        }
        std::vector<std::string> granted;
        for (const auto &place : *opened) {
            granted.push_back(place.scope.text());
        }
        std::sort(told.begin(), told.end());
        std::sort(granted.begin(), granted.end());
        QVERIFY(!granted.empty());
        QCOMPARE(granted, told);
    }

    void renewsOnceAnHourAndTellsThePlacesOnlyWhenTheyMoved()
    {
        ServerWorld world;
        Holder mentor { world, RawDevice(world, "mentor").token, {} };
        (void)mentor.poll();
        world.now += server::grantRenewalMilliseconds - 1;
        QVERIFY(!mentor.poll().has_grant());
        world.now += 1;
        const auto renewed = mentor.poll();
        QVERIFY(renewed.has_grant());
        QVERIFY(renewed.granted_places().empty());
        QVERIFY(!mentor.poll().has_grant());
        mentor.held.set_places_root("of other places");
        QVERIFY(!mentor.poll().granted_places().empty());
    }

    void leasesWhatIsSharedToItsReadersAlone()
    {
        ServerWorld world;
        const auto share = world.id();
        const auto place = ServerWorld::scope(cadre::v1::SCOPE_KIND_SHARE, share);
        cadre::v1::NoteShare shown;
        shown.set_match_id(world.match.text());
        shown.set_proposed_by(world.mentor.text());
        shown.add_readers(world.lead.text());
        shown.add_parts(world.plan.text());
        shown.set_mode(cadre::v1::SHARE_MODE_ONCE);
        shown.set_until("2027-06-30");
        shown.set_mentor_agreed_at(world.now);
        shown.set_teacher_agreed_at(world.now);
        server::Work work(world.academy);
        world.academy.author().write(world.pair(), "NoteShare", share, shown, world.mentor, world.now);
        work.commit();
        const auto leaseOf = [&](const char *login) -> int {
            const auto response = Holder { world, RawDevice(world, login).token, {} }.poll();
            const auto grant = merge::verified(response.grant(), world.academy.keys().publicKey());
            const std::vector<std::string> places(response.granted_places().begin(), response.granted_places().end());
            const auto opened = merge::openedPlaces(*grant, places);
            for (const auto &granted : opened.value()) {
                if (granted.scope == place) {
                    return static_cast<int>(granted.leaseDays);
                }
            }
            return -1;
        };
        QCOMPARE(leaseOf("lead"), 14);
        QCOMPARE(leaseOf("teacher"), 0);
        QCOMPARE(leaseOf("principal"), -1);
    }

    void whoIsWhoStaysOpenPastTheEndAndNothingElse()
    {
        ServerWorld world;
        const auto response = Holder { world, RawDevice(world, "mentor").token, {} }.poll();
        const auto grant = merge::verified(response.grant(), world.academy.keys().publicKey());
        const std::vector<std::string> places(response.granted_places().begin(), response.granted_places().end());
        const auto opened = merge::openedPlaces(*grant, places);
        std::set<std::uint32_t> open;
        std::set<std::uint32_t> closing;
        for (const auto &granted : opened.value()) {
            (granted.staysOpen ? open : closing).insert(granted.scope.kind);
            if (granted.scope.kind == cadre::v1::SCOPE_KIND_PAIR) {
                const auto match = world.academy.catalogue().byName("MentorMatch")->number();
                QCOMPARE(granted.serverTypes, std::vector { match });
            }
        }
        QCOMPARE(open, std::set<std::uint32_t> { cadre::v1::SCOPE_KIND_PEOPLE });
        for (const auto kind :
             { cadre::v1::SCOPE_KIND_PAIR, cadre::v1::SCOPE_KIND_PAIR_LOG, cadre::v1::SCOPE_KIND_DISTRICT }) {
            QVERIFY(closing.contains(kind));
        }
    }

    void numbersTheListAndGivesANumberOnce()
    {
        ServerWorld world;
        Holder mentor { world, RawDevice(world, "mentor").token, {} };
        const RawDevice tablet(world, "teacher");
        (void)mentor.poll();
        QCOMPARE(mentor.held.revocations_number(), std::uint64_t(1));
        QVERIFY(!mentor.poll().has_revocations());
        world.academy.accounts().revoke(tablet.site);
        const auto list = merge::verified(mentor.poll().revocations(), world.academy.keys().publicKey());
        QVERIFY(list);
        QCOMPARE(list->number, std::uint64_t(2));
        QCOMPARE(list->sites, std::set { tablet.site });
        world.academy.accounts().revoke(tablet.site);
        QVERIFY(!mentor.poll().has_revocations());
        // Another process goes on with the number.
        server::Services again(world.academy, world.counters);
        world.table = {};
        again.addTo(world.table);
        QVERIFY(!mentor.poll().has_revocations());
        world.academy.accounts().suspend("principal");
        const auto later = merge::verified(mentor.poll().revocations(), world.academy.keys().publicKey());
        QVERIFY(later);
        QCOMPARE(later->number, std::uint64_t(3));
        QVERIFY(later->ended.contains(world.principal));
        QVERIFY(later->sites.contains(tablet.site));
    }

    void aRestoredServersListIsALaterOne()
    {
        ServerWorld world;
        Holder mentor { world, RawDevice(world, "mentor").token, {} };
        mentor.held.set_revocations_epoch(world.academy.host().epoch());
        mentor.held.set_revocations_number(7);
        QVERIFY(!mentor.poll().has_revocations());
        world.academy.beginEpoch();
        QVERIFY(mentor.poll().has_revocations());
        QCOMPARE(mentor.held.revocations_epoch(), world.academy.host().epoch());
    }

    void aRestoredServerLearnsAgainWhoWasSignedOut()
    {
        ServerWorld world;
        Holder mentor { world, RawDevice(world, "mentor").token, {} };
        const RawDevice tablet(world, "teacher");
        const auto isSignedOut = [&] { return world.academy.accounts().bySite(tablet.site)->isSignedOut(); };
        merge::Revocations content { world.academy.host().epoch(), 9, world.now, { tablet.site, world.id() }, {} };
        v1::PollRequest request;
        auto &earlier = *request.mutable_earlier_revocations();
        earlier.set_revocations(merge::encoded(content));
        earlier.set_signature(std::string(64, 'x'));
        (void)world.send("/cadre.sync.v1.SyncService/Poll", request, mentor.token);
        QVERIFY(!isSignedOut());
        earlier.set_signature(world.academy.keys().sign(merge::revocationsDomain, earlier.revocations()));
        (void)world.send("/cadre.sync.v1.SyncService/Poll", request, mentor.token);
        QVERIFY(isSignedOut());
        const auto list = merge::verified(mentor.poll().revocations(), world.academy.keys().publicKey());
        QVERIFY(list && list->isSignedOut(tablet.site));
    }

    void asksNothingOfAnOlderApp()
    {
        ServerWorld world;
        v1::PollResponse response;
        QVERIFY(response.ParseFromString(
            world.send("/cadre.sync.v1.SyncService/Poll", v1::PollRequest {}, RawDevice(world, "mentor").token).body));
        QVERIFY(!response.has_grant() && !response.has_revocations() && response.granted_places().empty());
    }
};

QTEST_GUILESS_MAIN(TestServerGrants)
#include "tst_server_grants.moc"
