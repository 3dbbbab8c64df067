// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_server_world.h"

#include "src/domain/policy.h"
#include "sync/engine/device.h"
#include "sync/merge/change.h"
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

} // namespace

class TestServerAccounts : public QObject {
    Q_OBJECT

private slots:
    void givesTheSameDeviceForTheSameInviteAndKey();
    void refusesAWrongAndAUsedInvite();
    void refusesADeviceThatWasSignedOut();
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
    QCOMPARE(device.sendRuns({}).status, 401);
    RawDevice other(world, "teacher");
    world.academy.accounts().suspend("teacher");
    QCOMPARE(other.sendRuns({}).status, 401);
}

QTEST_GUILESS_MAIN(TestServerAccounts)
#include "tst_server_accounts.moc"
