// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/device.h"
#include "sync/engine/round.h"
#include "sync/host/key_signer.h"
#include "sync/store/database.h"
#include "cadre/sync/v1alpha/grant.pb.h"
#include "tests/sync/milestones.h"

#include <QTemporaryDir>
#include <QTest>

// The meta-object compiler of Qt 6.4 stops at some standard headers.
#ifndef Q_MOC_RUN
#include "sync/engine/granted.h"
#include "sync/store/record_store.h"
#include "sync/store/record_values.h"
#include <memory>
#endif

namespace {

namespace v1 = cadre::sync::v1;
using merge::ListAnswer;
using merge::Standing;

constexpr std::int64_t day = 24LL * 3600 * 1000;
constexpr std::int64_t start = 1'795'000'000'000;

const record::Uuid person = *record::Uuid::parse("01900000-0000-7000-8000-00000000000a");
const record::Uuid lost = *record::Uuid::parse("01900000-0000-7000-8000-00000000000b");
const record::Uuid other = *record::Uuid::parse("01900000-0000-7000-8000-00000000000c");
/// Of ImplementationPlan: here the server alone writes it.
constexpr std::uint32_t planNumber = 12;
const record::ScopeId district { 5, *record::Uuid::parse("01900000-0000-7000-8000-000000000001"), 0 };
/// Leased, and the next one stays open: their kind does not matter to the device, the server says which places are.
const record::ScopeId share { 5, *record::Uuid::parse("01900000-0000-7000-8000-000000000002"), 0 };
const record::ScopeId people { 5, *record::Uuid::parse("01900000-0000-7000-8000-000000000003"), 0 };

record::Entropy counted(std::uint8_t first)
{
    auto next = std::make_shared<std::uint8_t>(first);
    return [next](std::uint8_t *bytes, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            bytes[i] = (*next)++;
        }
    };
}

/// A server that signs what a test wants, and one device of it on a clock of its own.
struct Signed {
    QTemporaryDir folder;
    std::int64_t now = start;
    host::KeySigner server { merge::KeyPair::make(counted(1)), [this] { return now; } };
    host::KeySigner stranger { merge::KeyPair::make(counted(99)), [this] { return now; } };
    record::Catalogue catalogue = record::Catalogue::ofAcademy();
    store::Database database { folder.filePath("device.sqlite").toStdString() };
    std::unique_ptr<engine::Device> device = opened();

    Signed()
    {
        const auto request = device->enrollRequest("invite", "test");
        cadre::sync::v1alpha::EnrollResponse response;
        *response.mutable_certificate() =
            server.certify(*record::Uuid::fromRaw(request.site()), request.public_key(), person);
        response.set_token("token");
        response.set_person(person.raw());
        response.set_server_key(server.publicKey());
        for (const auto &scope : { district, share, people }) {
            auto &membership = *response.add_memberships();
            *membership.mutable_scope() = merge::toProto(scope);
            membership.set_may_write(true);
        }
        device->enrolled(response, "https://127.0.0.1", "");
    }

    std::unique_ptr<engine::Device> opened()
    {
        return std::make_unique<engine::Device>(
            database, catalogue, [this] { return now; }, counted(7));
    }

    static std::vector<std::string> places()
    {
        std::vector<std::string> result;
        for (const auto &[scope, days] : { std::pair { district, 0U }, { share, 14U }, { people, 0U } }) {
            cadre::sync::v1alpha::GrantedPlace place;
            place.set_salt(std::string(16, 's'));
            *place.mutable_scope() = merge::toProto(scope);
            place.set_may_write(true);
            place.set_lease_days(days);
            place.set_stays_open(scope == people);
            place.add_server_types(planNumber);
            result.push_back(place.SerializeAsString());
        }
        return result;
    }

    v1::SignedGrant grant(const host::Signer &signer, std::int64_t issuedAt, const record::Uuid &of = person)
    {
        cadre::sync::v1alpha::Grant content;
        content.set_format(1);
        content.set_person(of.raw());
        std::vector<std::string> hashes;
        for (const auto &place : places()) {
            hashes.push_back(merge::placeHash(place));
        }
        content.set_places_root(merge::placesRoot(std::move(hashes)));
        content.set_issued_at(issuedAt);
        content.set_not_before(issuedAt);
        content.set_not_after(issuedAt + 30 * day);
        v1::SignedGrant result;
        result.set_grant(content.SerializeAsString());
        result.set_signature(signer.sign(merge::grantDomain, result.grant()));
        return result;
    }

    v1::SignedRevocations list(const host::Signer &signer, const merge::Revocations &content)
    {
        v1::SignedRevocations result;
        result.set_revocations(merge::encoded(content));
        result.set_signature(signer.sign(merge::revocationsDomain, result.revocations()));
        return result;
    }

    v1::SignedRevocations list(std::uint64_t number) { return list(server, { 0, number, start, { lost }, {} }); }

    /// One round whose Poll is answered with this.
    engine::Report poll(v1::PollResponse response)
    {
        response.set_server_time(now);
        response.set_memberships_digest("same");
        for (const auto &scope : { district, share, people }) {
            auto &membership = *response.add_memberships();
            *membership.mutable_scope() = merge::toProto(scope);
            membership.set_may_write(true);
        }
        engine::Round round(*device);
        while (const auto call = round.next()) {
            // What is pushed waits: this server takes nothing.
            round.answer({ 200, call->path.ends_with("Poll") ? response.SerializeAsString() : std::string(), {} });
        }
        return round.report();
    }

    engine::Report pollGrant(const v1::SignedGrant &granted)
    {
        v1::PollResponse response;
        *response.mutable_grant() = granted;
        for (const auto &place : places()) {
            response.add_granted_places(place);
        }
        return poll(response);
    }

    engine::Report pollList(const v1::SignedRevocations &revocations)
    {
        v1::PollResponse response;
        *response.mutable_revocations() = revocations;
        return poll(response);
    }

    record::Uuid save(const record::ScopeId &scope)
    {
        auto form = device->openNew("Milestone", scope);
        device->save({ { &form, milestone("Offers") } });
        return form.key.id;
    }

    /// What `author` wrote elsewhere, as a pull brings it; its id.
    record::Uuid pulled(const record::ScopeId &scope, const record::Uuid &author, const record::Message &message)
    {
        const auto form = device->openNew(message.GetDescriptor()->name(), scope);
        pull(form, author, message);
        return form.key.id;
    }

    record::Uuid pulled(const record::ScopeId &scope, const record::Uuid &author)
    {
        return pulled(scope, author, *milestone("Offers"));
    }

    /// `author` saved this elsewhere, from a form like that one.
    void pull(const engine::Form &form, const record::Uuid &author, const record::Message &message)
    {
        v1::RecordEdit edit;
        edit.set_type(form.key.type);
        edit.set_record(form.key.id.raw());
        const auto life = form.contexts.find(0);
        *edit.add_ops() = store::lifeOp(true, life == form.contexts.end() ? merge::Context() : life->second);
        for (const auto &op : store::difference(*form.opened, message, form.contexts, *form.base)) {
            *edit.add_ops() = op;
        }
        v1::Header header;
        *header.mutable_scope() = merge::toProto(form.key.scope);
        header.set_site(device->newId().raw());
        header.set_seq(1);
        header.set_hybrid_time(static_cast<std::uint64_t>(now) << 16U);
        header.set_author(author.raw());
        header.set_schema(1);
        (void)store::RecordStore(database, catalogue).apply(merge::makeChange(header, { edit }, counted(3)));
    }

    std::set<record::Uuid> shown(store::Query query = {})
    {
        query.type = "Milestone";
        std::set<record::Uuid> ids;
        for (const auto &stored : device->list(query)) {
            ids.insert(stored.key.id);
        }
        return ids;
    }

    std::uint64_t number() const
    {
        const auto known = device->granted().list;
        return known ? known->number : 0;
    }
};

} // namespace

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
