// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_server_world.h"

#include "sync/merge/server_keys.h"
#include "sync/server/audit.h"
#include "sync/server/key_rotation.h"
#include "sync/server/line_file.h"
#include "cadre/sync/v1alpha/grant.pb.h"

#include <QTest>

namespace {

namespace v1 = cadre::sync::v1;
namespace v1alpha = cadre::sync::v1alpha;

using merge::KeyPair;
using merge::ServerKeys;

constexpr std::int64_t at = 1'795'000'000'000;

v1::SignedKeyChange changed(const KeyPair &from, const KeyPair &to, std::int64_t when, const KeyPair &signer,
                            bool lost = false, const std::string &recovery = {})
{
    v1alpha::KeyChange change;
    change.set_format(1);
    change.set_from_key(from.publicKey);
    change.set_to_key(to.publicKey);
    change.set_at(when);
    change.set_lost(lost);
    change.set_recovery_key(recovery);
    v1::SignedKeyChange result;
    result.set_change(change.SerializeAsString());
    result.set_signature(merge::sign(merge::keyChangeDomain, result.change(), signer.secretKey));
    return result;
}

v1::PollResponse polled(ServerWorld &world, const RawDevice &device, std::int64_t keysChangedAt = 0)
{
    v1::PollRequest request;
    request.mutable_held_grant()->set_keys_changed_at(keysChangedAt);
    v1::PollResponse response;
    (void)response.ParseFromString(world.send("/cadre.sync.v1.SyncService/Poll", request, device.token).body);
    return response;
}

/// What a device knows after it was told all of these.
std::optional<ServerKeys> following(ServerKeys known, const v1::PollResponse &response)
{
    for (const auto &change : response.key_changes()) {
        const auto next = known.after(change);
        if (!next) {
            return {};
        }
        known = *next;
    }
    return known;
}

} // namespace

/// The server's key is exchanged: what devices then believe, and what goes on counting.
class TestServerKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDeviceFollowsOneKeyToTheNext()
    {
        const auto second = known().after(changed(m_first, m_second, at, m_first));
        QVERIFY(second);
        const auto third = second->after(changed(m_second, m_third, at + 1, m_second));
        QVERIFY(third);
        QCOMPARE(std::string(third->present()), m_third.publicKey);
        // What the ones before signed stays good.
        for (const auto &pair : { m_first, m_second, m_third }) {
            QVERIFY(merge::isSignedByServer("d", "bytes", merge::sign("d", "bytes", pair.secretKey), third->keys));
        }
        QVERIFY(!merge::isSignedByServer("d", "bytes", merge::sign("d", "bytes", m_thief.secretKey), third->keys));
    }

    void aWordThatDoesNotHoldIsNotFollowed()
    {
        const auto first = changed(m_first, m_second, at, m_first);
        QVERIFY(!known().after(changed(m_first, m_thief, at, m_thief)));
        const auto second = *known().after(first);
        QVERIFY(!second.after(first));
        // By a key that was exchanged before, or to an earlier time.
        QVERIFY(!second.after(changed(m_first, m_thief, at + 1, m_first)));
        QVERIFY(!second.after(changed(m_second, m_thief, at + 1, m_first)));
        QVERIFY(!second.after(changed(m_second, m_third, at, m_second)));
        auto torn = changed(m_second, m_third, at + 1, m_second);
        torn.mutable_change()->back() ^= 1;
        QVERIFY(!second.after(torn));
    }

    void aLostKeyIsExchangedByTheRecoveryKeyAlone()
    {
        auto told = known();
        told.recoveryKey = m_recovery.publicKey;
        // The thief goes first.
        const auto stolen = *told.after(changed(m_first, m_thief, at, m_first));
        QVERIFY(!stolen.after(changed(m_first, m_second, at + 1, m_first, true)));
        const auto healed = stolen.after(changed(m_first, m_second, at + 1, m_recovery, true));
        QVERIFY(healed);
        QCOMPARE(healed->keys, m_second.publicKey);
        QVERIFY(!healed->after(changed(m_thief, m_third, at + 2, m_thief)));
        QVERIFY(!healed->after(changed(m_first, m_third, at, m_recovery, true)));
    }

    void aStolenKeyNamesNoOtherRecoveryKey()
    {
        const auto named = *known().after(changed(m_first, m_first, at, m_first, false, m_recovery.publicKey));
        QCOMPARE(named.recoveryKey, m_recovery.publicKey);
        QCOMPARE(named.keys, m_first.publicKey);
        const auto again = *named.after(changed(m_first, m_first, at + 1, m_first, false, m_thief.publicKey));
        QCOMPARE(again.recoveryKey, m_recovery.publicKey);
    }

    void whatTheServerSignedBeforeGoesOnCounting()
    {
        ServerWorld world;
        RawDevice device(world, "mentor");
        const ServerKeys before { world.academy.keys().publicKey(), {}, 0 };
        const auto certificate = world.academy.accounts().bySite(device.site)->certificate;
        const auto word = world.academy.keys().sign("d", "bytes");
        const auto site = world.academy.keys().site();
        server::rotateKey(world.academy, {});

        const auto &keys = world.academy.keys();
        QVERIFY(keys.publicKey() != before.keys && keys.site() != site);
        QVERIFY(keys.isSigned("d", "bytes", word));
        QVERIFY(keys.verified(certificate));
        // The site under which it wrote before keeps the key that its chain is signed with.
        v1::Certificate former;
        QVERIFY(former.ParseFromString(keys.certificateOf(site)->certificate()));
        QCOMPARE(former.public_key(), before.keys);

        const auto response = polled(world, device);
        const auto after = following(before, response);
        QVERIFY(after);
        QCOMPARE(std::string(after->present()), keys.publicKey());
        QVERIFY(merge::verified(response.grant(), keys.publicKey()));
        // Told once.
        QVERIFY(polled(world, device, after->changedAt).key_changes().empty());
        QVERIFY(world.academy.audit().verify({}).problem().empty());
        const auto renewed = world.academy.accounts().bySite(device.site)->certificate;
        QVERIFY(
            merge::isSigned(merge::certificateDomain, renewed.certificate(), renewed.signature(), keys.publicKey()));
        QVERIFY(world.academy.log().check().empty());
    }

    void theServerWritesOnUnderTheNewKey()
    {
        ServerWorld world;
        server::rotateKey(world.academy, {});
        RawDevice device(world, "mentor");
        QCOMPARE(device
                     .push({ device.run({ device.make(world.pairLog(), world.catalogue.byName("CheckIn")->number(),
                                                      world.id(), world.checkIn(30)) }) })
                     .verdicts(0)
                     .verdict(),
                 v1::VERDICT_CLASS_APPLIED);
        server::Work work(world.academy);
        world.academy.author().write(world.districtPlace(), "Milestone", world.id(), world.milestone("Offers"),
                                     world.districtLead, world.now);
        work.commit();
        QVERIFY(world.academy.log().check().empty());
    }

    void whatALostKeySignedCountsNoMore()
    {
        ServerWorld world;
        RawDevice device(world, "mentor");
        const auto code = server::nameRecoveryKey(world.academy);
        const auto known = *following({ world.academy.keys().publicKey(), {}, 0 }, polled(world, device));
        QVERIFY(!known.recoveryKey.empty());
        const auto word = world.academy.keys().sign("d", "bytes");
        QVERIFY_EXCEPTION_THROWN(server::rotateKey(world.academy, "ABCD-EFGH"), server::Problem);
        QVERIFY_EXCEPTION_THROWN((void)server::nameRecoveryKey(world.academy), server::Problem);
        QVERIFY(world.academy.keys().isSigned("d", "bytes", word));

        world.now += 1000;
        server::rotateKey(world.academy, code);
        QVERIFY(!world.academy.keys().isSigned("d", "bytes", word));
        QVERIFY(world.academy.keys().wasSigned("d", "bytes", word, world.now - 1000));
        QVERIFY(!world.academy.keys().wasSigned("d", "bytes", word, world.now + 1));
        const auto response = polled(world, device, known.changedAt);
        const auto healed = following(known, response);
        QVERIFY(healed);
        QCOMPARE(healed->keys, world.academy.keys().publicKey());
        // The device gets all it needs with the same answer.
        QVERIFY(merge::verified(response.grant(), healed->keys)
                && merge::verified(response.revocations(), healed->keys));
        QVERIFY(world.academy.audit().verify({}).problem().empty());
        // Once more with the same code: the next theft.
        world.now += 1000;
        server::rotateKey(world.academy, code);
        QVERIFY(following(*healed, polled(world, device, healed->changedAt)));
    }

    void theKeysOutliveARestart()
    {
        ServerWorld world;
        const auto code = server::nameRecoveryKey(world.academy);
        const auto word = world.academy.keys().sign("d", "bytes");
        world.now += 1000;
        server::rotateKey(world.academy, {});
        const auto known = world.academy.keys().known();
        server::Academy again(
            world.database, world.catalogue, [&] { return world.now; }, world.academy.entropy(), "Test");
        QCOMPARE(again.keys().known().keys, known.keys);
        QCOMPARE(again.keys().known().recoveryKey, known.recoveryKey);
        QCOMPARE(again.keys().site(), world.academy.keys().site());
        QVERIFY(again.keys().isSigned("d", "bytes", word));
    }

private:
    [[nodiscard]] ServerKeys known() const { return { m_first.publicKey, {}, 0 }; }

    KeyPair m_first = KeyPair::make(record::systemEntropy());
    KeyPair m_second = KeyPair::make(record::systemEntropy());
    KeyPair m_third = KeyPair::make(record::systemEntropy());
    KeyPair m_thief = KeyPair::make(record::systemEntropy());
    KeyPair m_recovery = KeyPair::make(record::systemEntropy());
};

QTEST_GUILESS_MAIN(TestServerKeys)
#include "tst_server_keys.moc"
