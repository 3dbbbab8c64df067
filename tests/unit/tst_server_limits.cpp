// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_server_world.h"

#include "sync/server/connections.h"
#include "sync/server/gateway.h"
#include "sync/server/json_budget.h"
#include "sync/server/slow_work.h"
#include "sync/server/token_buckets.h"
#include "cadre/sync/v1/sync_service.pb.h"

#include <QTest>

#include <future>
#include <latch>

namespace {

constexpr auto pollMethod = "/cadre.sync.v1.SyncService/Poll";

/// A gateway over the small academy, asked without a network.
struct Asked {
    explicit Asked(const server::GatewayLimits &limits)
        : gateway(world.academy, world.table, world.counters, limits)
    {
    }

    std::future<server::HttpResponse> ask(server::HttpRequest request)
    {
        auto answer = std::make_shared<std::promise<server::HttpResponse>>();
        auto future = answer->get_future();
        gateway.handle(std::move(request),
                       [answer](server::HttpResponse response) { answer->set_value(std::move(response)); });
        return future;
    }
    static server::HttpRequest request(const std::string &target, const std::string &token = {},
                                       const std::string &address = "192.0.2.7")
    {
        server::HttpRequest request;
        request.method = token.empty() ? "GET" : "POST";
        request.target = target;
        request.contentType = "application/proto";
        request.bearer = token;
        request.address = address;
        return request;
    }

    /// A poll as the device makes it; `proof` in the place of its own signature.
    std::future<server::HttpResponse> poll(const RawDevice &device, const std::optional<std::string> &proof = {})
    {
        auto poll = request(pollMethod, device.token);
        if (challenge.empty()) {
            challenge = ask(poll).get().challenge;
        }
        poll.signature = proof ? *proof : device.prove(pollMethod, challenge, {});
        return ask(std::move(poll));
    }

    std::string challenge;
    ServerWorld world;
    RawDevice mentor { world, "mentor" };
    RawDevice teacher { world, "teacher" };
    server::Gateway gateway; ///< Has the world to itself from now on.
};

} // namespace

/// What the server refuses, and when it wants to be asked again.
class TestServerLimits : public QObject {
    Q_OBJECT

private slots:
    void aBucketEmptiesAndFills();
    void aFullTableOfBucketsForgetsNobodyWhoOwes();
    void jsonIsCountedBeforeItIsRead();
    void whoNeverAskedMakesRoom();
    void aBusyConnectionIsNeverEnded();
    void oneNetworkTakesNoRoomFromAnother();
    void anAddressThatAsksTooOftenIsToldWhen();
    void aStrangerPaysMore();
    void whoseSignatureDoesNotHoldPaysAsAStranger();
    void aPersonWhoAsksTooOftenIsToldWhen();
    void aLongQueueIsRefusedAtOnce();
    void slowWorkHoldsUpNobody();
    void tooMuchSlowWorkIsRefused();
    void onePersonsSlowWorkLeavesRoomForOthers();
};

void TestServerLimits::aBucketEmptiesAndFills()
{
    server::TokenBuckets buckets({ 2, 3 });
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(buckets.take("a", 1000), 0);
    }
    QCOMPARE(buckets.take("a", 1000), 500);
    QCOMPARE(buckets.take("b", 1000), 0);
    QCOMPARE(buckets.take("a", 1250), 250);
    QCOMPARE(buckets.take("a", 1500), 0);
    // A clock that goes back gives nothing.
    QCOMPARE(buckets.take("a", 0), 500);
    buckets.charge("a", 0, 100);
    QCOMPARE(buckets.wait("a", 0), 2000);
}

void TestServerLimits::aFullTableOfBucketsForgetsNobodyWhoOwes()
{
    server::TokenBuckets buckets({ 1, 1 }, 2);
    QCOMPARE(buckets.take("attacker", 5000), 0);
    QCOMPARE(buckets.take("second", 5000), 0);
    for (int i = 0; i < 1000; ++i) {
        (void)buckets.take("other" + std::to_string(i), 5000);
    }
    QCOMPARE(buckets.size(), 2U);
    QVERIFY(buckets.take("attacker", 5000) > 0);
    // Once what they took is made good, others have their places.
    QCOMPARE(buckets.take("late", 7000), 0);
    QCOMPARE(buckets.take("late", 7000), 1000);
    QCOMPARE(buckets.take("later", 7000), 0);
}

void TestServerLimits::jsonIsCountedBeforeItIsRead()
{
    const std::string nested = "{'a':[1,2,{'b':1}]}";
    const std::string quoted = R"({"a":[1,2,{"b":"[[,,\"{{"}]})";
    QVERIFY(server::isJsonWithin(quoted, 6, 3));
    QVERIFY(!server::isJsonWithin(quoted, 4, 3));
    QVERIFY(!server::isJsonWithin(nested, 4, 3));
    QVERIFY(!server::isJsonWithin(nested, 100, 2));

    ServerWorld world;
    const RawDevice device(world, "mentor");
    server::RpcCall call;
    call.path = "/cadre.sync.v1.SyncService/Push";
    call.json = true;
    call.caller.bearer = device.token;
    call.body = "{\"runs\":[{}";
    for (int i = 0; i < 400'000; ++i) {
        call.body += ",{}";
    }
    call.body += "]}";
    const auto reply = world.table.answer(call);
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.body.find("more than this server reads") != std::string::npos);
}

void TestServerLimits::whoNeverAskedMakesRoom()
{
    server::Connections connections(3, 3);
    std::vector<std::uint64_t> ended;
    const auto enter = [&](const char *network) {
        auto number = std::make_shared<std::uint64_t>(0);
        *number = connections.enter(network, [&ended, number](bool) { ended.push_back(*number); });
        return *number;
    };
    const auto answered = enter("a");
    connections.busy(answered);
    connections.resting(answered);
    const auto idle = enter("b");
    const auto later = enter("c");
    const auto first = enter("d");
    QCOMPARE(ended, std::vector<std::uint64_t>({ idle }));
    const auto second = enter("e");
    QCOMPARE(ended, std::vector<std::uint64_t>({ idle, later }));
    connections.busy(first);
    connections.busy(second);
    QVERIFY(enter("f") != 0);
    QCOMPARE(ended, std::vector<std::uint64_t>({ idle, later, answered }));
    QCOMPARE(connections.size(), 3U);
    QCOMPARE(connections.ended(), 3U);
}

void TestServerLimits::aBusyConnectionIsNeverEnded()
{
    server::Connections connections(1, 1);
    bool ended = false;
    const auto number = connections.enter("a", [&](bool) { ended = true; });
    connections.busy(number);
    QCOMPARE(connections.enter("b", [](bool) {}), 0U);
    connections.closeWaiting();
    QVERIFY(!ended);
    connections.leave(number);
    QVERIFY(connections.enter("b", [](bool) {}) != 0);
}

void TestServerLimits::oneNetworkTakesNoRoomFromAnother()
{
    server::Connections connections(10, 2);
    int endedOfB = 0;
    const auto b = connections.enter("b", [&](bool) { ++endedOfB; });
    QVERIFY(b != 0);
    for (int i = 0; i < 20; ++i) {
        QVERIFY(connections.enter("a", [](bool) {}) != 0);
    }
    QCOMPARE(endedOfB, 0);
    QCOMPARE(connections.size(), 3U);
}

void TestServerLimits::anAddressThatAsksTooOftenIsToldWhen()
{
    server::GatewayLimits limits;
    limits.asking.ofAddress = { 0.001, 3 };
    Asked asked(limits);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(asked.ask(Asked::request("/health")).get().status, 200);
    }
    const auto refused = asked.ask(Asked::request("/health")).get();
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.retryAfter >= 1);
    QVERIFY(refused.body.find("resource_exhausted") != std::string::npos);
    QCOMPARE(asked.ask(Asked::request("/health", {}, "192.0.2.8")).get().status, 200);
    QCOMPARE(asked.world.counters.refusedByAddress, 1U);
}

void TestServerLimits::aStrangerPaysMore()
{
    server::GatewayLimits limits;
    limits.asking.ofAddress = { 0.001, 100 };
    limits.asking.pricePerStranger = 60;
    Asked asked(limits);
    QCOMPARE(asked.ask(Asked::request(pollMethod, "wrong")).get().status, 401);
    QCOMPARE(asked.ask(Asked::request(pollMethod, "wrong")).get().status, 401);
    QCOMPARE(asked.ask(Asked::request(pollMethod, "wrong")).get().status, 429);
}

void TestServerLimits::whoseSignatureDoesNotHoldPaysAsAStranger()
{
    server::GatewayLimits limits;
    limits.asking = { { 0.001, 100 }, 60, { 0.001, 1 } };
    Asked asked(limits);
    // Unsigned it only asks for the challenge, and that costs what each call costs.
    QCOMPARE(asked.ask(Asked::request(pollMethod, asked.mentor.token)).get().status, 401);
    QCOMPARE(asked.poll(asked.mentor).get().status, 200);
    const auto stolen = asked.teacher.prove(pollMethod, asked.challenge, {});
    QCOMPARE(asked.poll(asked.mentor, stolen).get().status, 401);
    QCOMPARE(asked.poll(asked.mentor, stolen).get().status, 401);
    QCOMPARE(asked.poll(asked.mentor, stolen).get().status, 429);
}

void TestServerLimits::aPersonWhoAsksTooOftenIsToldWhen()
{
    server::GatewayLimits limits;
    limits.asking.ofPerson = { 0.001, 5 };
    Asked asked(limits);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(asked.poll(asked.mentor).get().status, 200);
        // Whoever has her token alone takes nothing from her.
        QCOMPARE(asked.ask(Asked::request(pollMethod, asked.mentor.token)).get().status, 401);
    }
    const auto refused = asked.poll(asked.mentor).get();
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.retryAfter >= 1);
    QCOMPARE(asked.world.counters.refusedByAccount, 1U);
    QCOMPARE(asked.poll(asked.teacher).get().status, 200);
}

void TestServerLimits::aLongQueueIsRefusedAtOnce()
{
    server::GatewayLimits limits;
    limits.queued = 2;
    Asked asked(limits);
    // The one thread is held until the queue has been filled.
    std::latch holding(1);
    std::latch held(1);
    auto first = std::make_shared<std::promise<void>>();
    asked.gateway.handle(Asked::request("/health"), [&](const server::HttpResponse &) {
        held.count_down();
        holding.wait();
        first->set_value();
    });
    held.wait();
    auto second = asked.ask(Asked::request("/health"));
    auto third = asked.ask(Asked::request("/health"));
    const auto refused = asked.ask(Asked::request("/health")).get();
    QCOMPARE(refused.status, 503);
    QVERIFY(refused.retryAfter >= 1);
    holding.count_down();
    QCOMPARE(second.get().status, 200);
    QCOMPARE(third.get().status, 200);
    QCOMPARE(asked.world.counters.refusedByLoad, 1U);
}

void TestServerLimits::slowWorkHoldsUpNobody()
{
    ServerWorld world;
    std::latch mayEnd(1);
    world.table.add<cadre::sync::v1::PollRequest, cadre::sync::v1::PollResponse>(
        "cadre.sync.v1.SyncService", "Poll",
        [&](const server::RpcCall &call, const cadre::sync::v1::PollRequest &) -> cadre::sync::v1::PollResponse {
            if (!call.prepared) {
                throw server::NeedsSlowWork { "mentor", [&] {
                                                 mayEnd.wait();
                                                 return std::string("hash");
                                             } };
            }
            throw server::Problem(server::Code::NotFound, "Prepared: " + *call.prepared);
        });
    server::Gateway gateway(world.academy, world.table, world.counters);
    std::promise<server::HttpResponse> slow;
    std::promise<server::HttpResponse> quick;
    gateway.handle(Asked::request(pollMethod, "x"),
                   [&](server::HttpResponse response) { slow.set_value(std::move(response)); });
    gateway.handle(Asked::request("/health"),
                   [&](server::HttpResponse response) { quick.set_value(std::move(response)); });
    QCOMPARE(quick.get_future().get().status, 200);
    mayEnd.count_down();
    const auto answer = slow.get_future().get();
    QCOMPARE(answer.status, 404);
    QVERIFY(answer.body.find("Prepared: hash") != std::string::npos);
}

void TestServerLimits::tooMuchSlowWorkIsRefused()
{
    server::SlowWork work({ 1, 1, 2 });
    std::latch mayEnd(1);
    std::promise<std::string> first;
    std::promise<bool> second;
    const auto ignored = [](const std::string &, bool) {};
    QVERIFY(work.offer({ "a",
                         [&] {
                             mayEnd.wait();
                             return std::string("one");
                         } },
                       [&](std::string result, bool) { first.set_value(std::move(result)); }));
    QVERIFY(work.offer({ "a", []() -> std::string { throw std::runtime_error("no memory"); } },
                       [&](const std::string &, bool failed) { second.set_value(failed); }));
    QVERIFY(!work.offer({ "b", [] { return std::string(); } }, ignored));
    mayEnd.count_down();
    QCOMPARE(first.get_future().get(), std::string("one"));
    QVERIFY(second.get_future().get());
}

void TestServerLimits::onePersonsSlowWorkLeavesRoomForOthers()
{
    server::SlowWork work({ 1, 10, 2 });
    std::latch mayEnd(1);
    std::latch ended(3);
    const auto waits = [&] {
        mayEnd.wait();
        return std::string();
    };
    const auto done = [&](const std::string &, bool) { ended.count_down(); };
    QVERIFY(work.offer({ "a", waits }, done));
    QVERIFY(work.offer({ "a", waits }, done));
    QVERIFY(!work.offer({ "a", waits }, done));
    QVERIFY(work.offer({ "b", waits }, done));
    mayEnd.count_down();
    ended.wait();
    QVERIFY(work.offer({ "a", [] { return std::string(); } }, [](const std::string &, bool) {}));
}

QTEST_GUILESS_MAIN(TestServerLimits)
#include "tst_server_limits.moc"
