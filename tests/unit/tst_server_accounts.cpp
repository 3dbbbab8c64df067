// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_server_world.h"

#include "src/domain/policy.h"
#include "sync/engine/device.h"
#include "sync/merge/change.h"
#include "sync/server/passphrases.h"
#include "sync/server/person_service.h"
#include "sync/server/problem.h"
#include "cadre/sync/v1alpha/enrollment.pb.h"

#include <QTest>

namespace {

template <class Call>
std::string problemOf(const Call &call)
{
    try {
        call();
    } catch (const server::Problem &problem) {
        return host::codeName(problem.code());
    }
    return {};
}

/// Does what the call wants done first, as a server does on a thread of its own.
template <class Call>
auto withSlowWork(const Call &call)
{
    try {
        return call(std::optional<std::string> {});
    } catch (const server::NeedsSlowWork &needed) {
        return call(std::optional(needed.work()));
    }
}

/// A check-in that another device may bring.
cadre::sync::v1::Run toBeCarried(ServerWorld &world, RawDevice &author)
{
    auto run = author.run(
        { author.make(world.pairLog(), world.catalogue.byName("CheckIn")->number(), world.id(), world.checkIn(45)) });
    *run.mutable_certificate() = world.academy.accounts().bySite(author.site)->certificate;
    return run;
}

} // namespace

class TestServerAccounts : public QObject {
    Q_OBJECT

private slots:
    void givesTheSameDeviceForTheSameInviteAndKey();
    void refusesAWrongAndAUsedInvite();
    void refusesADeviceThatWasSignedOut();
    void keepsTheWorkOfADeviceThatWasSignedOut();
    void takesNothingOfOthersFromADeviceThatWasSignedOut();
    void setsAsideWhatOthersBringOfADeviceThatWasSignedOut();
    void givesACodeForOneMoreDevice();
    void takesEachRecoveryCodeOnce();
    void wantsThePassphraseWithARecoveryCode();
    void refusesAPassphraseThatManyPeopleTake_data();
    void refusesAPassphraseThatManyPeopleTake();
    void slowsDownWhoGuesses();
    void letsNobodySeeOrEndAnothersDevice();
};

void TestServerAccounts::givesTheSameDeviceForTheSameInviteAndKey()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    const std::string invite = world.academy.accounts().invite("teacher");
    device.site = world.id();
    device.keys = merge::KeyPair::make(world.academy.entropy());
    const auto request = device.enrollRequest(invite);
    const auto first = world.academy.accounts().enroll(request);
    const auto again = world.academy.accounts().enroll(request);
    QCOMPARE(again.token, first.token);
    QCOMPARE(again.device.site.text(), first.device.site.text());
    QCOMPARE(again.device.certificate.SerializeAsString(), first.device.certificate.SerializeAsString());
    QVERIFY(first.token.rfind("cadre1_", 0) == 0);
    QVERIFY(world.academy.accounts().byToken(first.token).has_value());
    QCOMPARE(world.academy.accounts().deviceCount(), 2U);
}

void TestServerAccounts::refusesAWrongAndAUsedInvite()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    auto &accounts = world.academy.accounts();
    QCOMPARE(problemOf([&] { (void)accounts.enroll(device.enrollRequest("AAAA-BBBB-CCCC-DDDD")); }),
             "permission_denied");

    const std::string invite = accounts.invite("teacher");
    device.site = world.id();
    (void)accounts.enroll(device.enrollRequest(invite));
    device.site = world.id();
    device.keys = merge::KeyPair::make(world.academy.entropy());
    QCOMPARE(problemOf([&] { (void)accounts.enroll(device.enrollRequest(invite)); }), "permission_denied");

    const std::string late = accounts.invite("teacher");
    world.now += 31LL * 24 * 60 * 60 * 1000;
    QCOMPARE(problemOf([&] { (void)accounts.enroll(device.enrollRequest(late)); }), "permission_denied");

    auto unproven = device.enrollRequest(accounts.invite("teacher"));
    unproven.set_proof(std::string(64, 'x'));
    QCOMPARE(problemOf([&] { (void)accounts.enroll(unproven); }), "invalid_argument");
}

void TestServerAccounts::refusesADeviceThatWasSignedOut()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    world.academy.accounts().revoke(device.site);
    const auto poll = [&world](const RawDevice &one) {
        return world.send("/cadre.sync.v1.SyncService/Poll", cadre::sync::v1::PollRequest {}, one.token).status;
    };
    QCOMPARE(poll(device), 401);
    RawDevice other(world, "teacher");
    QCOMPARE(poll(other), 200);
    world.academy.accounts().suspend("teacher");
    QCOMPARE(poll(other), 401);
}

void TestServerAccounts::keepsTheWorkOfADeviceThatWasSignedOut()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    const auto type = world.catalogue.byName("CheckIn")->number();
    const auto before = world.id();
    QCOMPARE(device.push({ device.run({ device.make(world.pairLog(), type, before, world.checkIn(30)) }) })
                 .verdicts(0)
                 .verdict(),
             static_cast<std::uint32_t>(cadre::sync::v1::VERDICT_CLASS_APPLIED));
    world.academy.accounts().revoke(device.site);
    const auto late = world.id();
    const auto run = device.run({ device.make(world.pairLog(), type, late, world.checkIn(45)) });
    const auto verdict = device.push({ run }).verdicts(0);
    QCOMPARE(verdict.verdict(), static_cast<std::uint32_t>(cadre::sync::v1::VERDICT_CLASS_QUARANTINED));
    QCOMPARE(verdict.reason(), std::string("signed_out"));
    QVERIFY(world.stored<cadre::v1::CheckIn>(world.pairLog(), "CheckIn", before).has_value());
    QVERIFY(!world.stored<cadre::v1::CheckIn>(world.pairLog(), "CheckIn", late).has_value());
    QCOMPARE(world.academy.log().setAsideCount(), 1U);
    QCOMPARE(device.push({ run }).verdicts(0).verdict(), verdict.verdict());
    QCOMPARE(world.academy.log().setAsideCount(), 1U);
}

void TestServerAccounts::takesNothingOfOthersFromADeviceThatWasSignedOut()
{
    ServerWorld world;
    RawDevice mentor(world, "mentor");
    RawDevice teacher(world, "teacher");
    const auto run = toBeCarried(world, mentor);
    world.academy.accounts().revoke(teacher.site);
    QCOMPARE(teacher.sendRuns({ run }).status, 403);
    QCOMPARE(mentor.push({ run }).verdicts(0).verdict(),
             static_cast<std::uint32_t>(cadre::sync::v1::VERDICT_CLASS_APPLIED));
}

void TestServerAccounts::setsAsideWhatOthersBringOfADeviceThatWasSignedOut()
{
    ServerWorld world;
    RawDevice mentor(world, "mentor");
    RawDevice teacher(world, "teacher");
    const auto run = toBeCarried(world, mentor);
    world.academy.accounts().revoke(mentor.site);
    const auto verdict = teacher.push({ run }).verdicts(0);
    QCOMPARE(verdict.verdict(), static_cast<std::uint32_t>(cadre::sync::v1::VERDICT_CLASS_QUARANTINED));
    QCOMPARE(verdict.reason(), std::string("signed_out"));
}

void TestServerAccounts::givesACodeForOneMoreDevice()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    auto &accounts = world.academy.accounts();
    const auto first = accounts.deviceCode("mentor");
    const auto second = accounts.deviceCode("mentor");
    device.site = world.id();
    QCOMPARE(problemOf([&] { (void)accounts.enroll(device.enrollRequest(first.text)); }), "permission_denied");
    const auto enrolled = accounts.enroll(device.enrollRequest(second.text)).device;
    QCOMPARE(enrolled.login, std::string("mentor"));
    device.site = world.id();
    QCOMPARE(problemOf([&] { (void)accounts.enroll(device.enrollRequest(second.text)); }), "permission_denied");
    const auto late = accounts.deviceCode("mentor");
    QCOMPARE(late.expiresAt, world.now + 10 * 60 * 1000);
    world.now = late.expiresAt + 1;
    QCOMPARE(problemOf([&] { (void)accounts.enroll(device.enrollRequest(late.text)); }), "permission_denied");
}

void TestServerAccounts::takesEachRecoveryCodeOnce()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    auto &accounts = world.academy.accounts();
    const auto earlier = accounts.recoveryCodes("mentor");
    const auto codes = accounts.recoveryCodes("mentor");
    QCOMPARE(codes.size(), 8U);
    device.site = world.id();
    QCOMPARE(problemOf([&] { (void)accounts.enroll(device.enrollRequest(earlier[0])); }), "permission_denied");
    world.now += 400LL * 24 * 60 * 60 * 1000;
    (void)accounts.enroll(device.enrollRequest(codes[3]));
    QCOMPARE(accounts.recoveryCodesLeft("mentor"), 7U);
    device.site = world.id();
    QCOMPARE(problemOf([&] { (void)accounts.enroll(device.enrollRequest(codes[3])); }), "permission_denied");
}

void TestServerAccounts::wantsThePassphraseWithARecoveryCode()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    auto &accounts = world.academy.accounts();
    withSlowWork([&](const auto &prepared) { accounts.setPassphrase("mentor", "green tractor on a hill", prepared); });
    const auto enroll = [&](const auto &request) {
        return withSlowWork([&](const auto &prepared) { return accounts.enroll(request, {}, prepared); });
    };
    const auto codes = accounts.recoveryCodes("mentor");
    device.site = world.id();
    auto request = device.enrollRequest(codes[0]);
    QCOMPARE(problemOf([&] { (void)accounts.enroll(request); }), "permission_denied");
    request.set_passphrase("green tractor on a hull");
    for (int i = 0; i < 6; ++i) {
        QCOMPARE(problemOf([&] { (void)enroll(request); }), "permission_denied");
    }
    request.set_passphrase("green tractor on a hill");
    QCOMPARE(problemOf([&] { (void)enroll(request); }), "resource_exhausted");
    // What was compared for one try says nothing in another.
    QCOMPARE(problemOf([&] { (void)accounts.enroll(request, {}, "another hash"); }), "resource_exhausted");
    world.now += 1000;
    QCOMPARE(enroll(request).device.login, std::string("mentor"));
    device.site = world.id();
    (void)accounts.enroll(device.enrollRequest(accounts.invite("mentor")));
}

void TestServerAccounts::refusesAPassphraseThatManyPeopleTake_data()
{
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<bool>("isTaken");
    for (const auto *common : { "short",          "password123",     "P@ssw0rd2024!",    "qwertyuiop",
                                "1234567890",     "abcdefghijklm",   "aaaaaaaaaaaaaa",   "abababababab",
                                "letmein!!!!!",   "iloveyou1234",    "passwordpassword", "teacher-2026",
                                "mentor.2026.",   "welcome12345",    "michelle1984",     "qwertz12345",
                                "contraseña2026", "Sunshine!!!2026", "trustno1trustno1", "zaq12wsxcde3",
                                "19840917ana",    "escuela12345" }) {
        QTest::newRow(common) << common << false;
    }
    for (const auto *own : { "green tractor on a hill", "kettle-ukulele-frost", "Übung macht Spaß", "x7#Qm2!vLp9@" }) {
        QTest::newRow(own) << own << true;
    }
}

void TestServerAccounts::refusesAPassphraseThatManyPeopleTake()
{
    QFETCH(const QString, passphrase);
    QFETCH(const bool, isTaken);
    QCOMPARE(server::passphraseProblem(passphrase.toStdString(), "mentor").empty(), isTaken);
}

void TestServerAccounts::slowsDownWhoGuesses()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    auto &accounts = world.academy.accounts();
    device.site = world.id();
    const auto guess = [&](const std::string &address) {
        return problemOf([&] { (void)accounts.enroll(device.enrollRequest("AAAA-BBBB-CC"), address); });
    };
    int looked = 0;
    const auto begin = world.now;
    for (; world.now < begin + 60LL * 60 * 1000; world.now += 1000) {
        looked += guess("2001:db8::1") == "permission_denied" ? 1 : 0;
    }
    // Six, then after 1, 2, 4, 8 and 16 seconds, then one every 30 seconds.
    QVERIFY2(looked > 100 && looked <= 11 + 60 * 60 / 30, std::to_string(looked).c_str());
    QCOMPARE(guess("2001:db8::ffff:1"), "resource_exhausted");
    QCOMPARE(guess("2001:db8:0:1::1"), "permission_denied");

    // Who holds a right code is not locked out by others behind the same address.
    const auto code = accounts.deviceCode("mentor");
    QCOMPARE(problemOf([&] { (void)accounts.enroll(device.enrollRequest(code.text), "2001:db8::1"); }),
             "resource_exhausted");
    QCOMPARE(accounts.enroll(device.enrollRequest(accounts.invite("mentor")), "2001:db8::1").device.login,
             std::string("mentor"));
}

void TestServerAccounts::letsNobodySeeOrEndAnothersDevice()
{
    namespace v1alpha = cadre::sync::v1alpha;
    ServerWorld world;
    server::PersonService person(world.academy);
    person.addTo(world.table);
    const RawDevice mentor(world, "mentor");
    const RawDevice tablet(world, "mentor");
    const RawDevice teacher(world, "teacher");
    const std::string service = "/cadre.sync.v1alpha.PersonService/";
    v1alpha::ListOwnDevicesResponse listed;
    QVERIFY(listed.ParseFromString(
        world.send(service + "ListOwnDevices", v1alpha::ListOwnDevicesRequest {}, mentor.token).body));
    QCOMPARE(listed.devices_size(), 2);
    v1alpha::RevokeOwnDeviceRequest revoke;
    revoke.set_site(teacher.site.raw());
    QCOMPARE(world.send(service + "RevokeOwnDevice", revoke, mentor.token).status, 404);
    QVERIFY(world.academy.accounts().byToken(teacher.token).has_value());
    revoke.set_site(tablet.site.raw());
    QCOMPARE(world.send(service + "RevokeOwnDevice", revoke, mentor.token).status, 200);
    QVERIFY(!world.academy.accounts().byToken(tablet.token).has_value());
    QCOMPARE(world.send(service + "MakeRecoveryCodes", v1alpha::MakeRecoveryCodesRequest {}, tablet.token).status, 401);
    QCOMPARE(world.send(service + "ListOwnDevices", v1alpha::ListOwnDevicesRequest {}, tablet.token).status, 401);
}

QTEST_GUILESS_MAIN(TestServerAccounts)
#include "tst_server_accounts.moc"
