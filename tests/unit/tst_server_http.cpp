// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_server_world.h"

#include "sync/engine/device.h"
#include "sync/merge/change.h"
#include "sync/server/admin_client.h"
#include "sync/server/call_proofs.h"
#include "sync/server/gateway.h"
#include "sync/server/open_store.h"
#include "sync/server/tls_identity.h"
#include "sync/store/database.h"
#include "src/domain/policy.h"
#include "cadre/sync/v1/sync_service.pb.h"

#include <QTest>

#include <future>
#include <thread>

#include <sys/stat.h>

namespace wire = cadre::sync::v1;

namespace {

/// The world behind real TLS on a loopback port.
struct Served {
    ServerWorld world;
    server::TlsIdentity identity = server::keptIdentity(world.folder.path().toStdString(), "127.0.0.1");
    std::unique_ptr<server::HttpServer> http;
    std::unique_ptr<server::Gateway> gateway;
    server::Place::Address address;

    Served() = default;

    void start()
    {
        gateway = std::make_unique<server::Gateway>(world.academy, world.table, world.counters);
        server::HttpOptions options;
        options.certificateFile = identity.certificateFile;
        options.keyFile = identity.keyFile;
        options.limits.bodyBytes = 64 * 1024;
        http = std::make_unique<server::HttpServer>(
            options,
            [this](server::HttpRequest request, server::HttpServer::Respond respond) {
                gateway->handle(std::move(request), std::move(respond));
            },
            &server::Gateway::refuse, [](int) {});
        http->start(2);
        address = { "https://127.0.0.1:" + std::to_string(http->port()), identity.pin };
    }

    ~Served()
    {
        if (http) {
            gateway->release();
            http->stop();
        }
    }

    [[nodiscard]] server::RpcReply call(const std::string &method, const std::string &token,
                                        const std::string &body) const
    {
        return server::post(address, "/cadre.sync.v1.SyncService/" + method, token, body);
    }

    [[nodiscard]] server::RpcReply call(const std::string &method, const RawDevice &device,
                                        const std::string &body) const
    {
        const auto path = "/cadre.sync.v1.SyncService/" + method;
        const auto challenge = call(method, device.token, {}).challenge;
        return server::post(address, path, device.token, body, device.prove(path, challenge, body));
    }

    /// Starts, and lets a device that knows all there is wait for news. Returns once it waits.
    [[nodiscard]] std::future<server::RpcReply> waitForNews(const RawDevice &device)
    {
        wire::PollRequest poll;
        wire::PollResponse now;
        if (!now.ParseFromString(world.send("/cadre.sync.v1.SyncService/Poll", poll, device.token).body)) {
            throw std::runtime_error("The first poll was not answered.");
        }
        for (const auto &cursor : now.moved()) {
            *poll.add_cursors() = cursor;
        }
        poll.set_wait_seconds(50);
        start();
        auto reply = std::async(std::launch::async, [this, &device, body = poll.SerializeAsString()] {
            return call("Poll", device, body);
        });
        while (world.counters.waiting == 0) {
            std::this_thread::yield();
        }
        return reply;
    }
};

bool holds(const server::RpcReply &reply, const char *code)
{
    return reply.body.find(std::string("\"code\":\"") + code + "\"") != std::string::npos
        && reply.body.find("\"message\":\"") != std::string::npos;
}

} // namespace

class TestServerHttp : public QObject {
    Q_OBJECT

private slots:
    void answersOverTls();
    void refusesAnotherServersPin();
    void keepsItsCertificate();
    void namesWhatIsWrongWithARequest();
    void refusesABodyThatIsTooLarge();
    void wakesWhoWaitsForNews();
    void answersWhoWaitsWhenItEnds();
    void listensWithoutTlsOnLoopbackOnly();
    void takesACallOnceAndFromItsOwnDeviceOnly();
    void takesNoCallFromBeforeARestart();
    void endsTheWaitOfADeviceThatWasSignedOut();
    void readsAndWritesJson();
    void refusesAStoreThatAnotherProcessHas();
};

void TestServerHttp::answersOverTls()
{
    Served served;
    const RawDevice device(served.world, "mentor");
    served.start();
    const auto reply = served.call("Poll", device, wire::PollRequest {}.SerializeAsString());
    QCOMPARE(reply.status, 200);
    wire::PollResponse response;
    QVERIFY(response.ParseFromString(reply.body));
    QVERIFY(response.memberships_size() > 0);
}

void TestServerHttp::refusesAnotherServersPin()
{
    Served served;
    served.start();
    served.address.pin = "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    QVERIFY_EXCEPTION_THROWN((void)served.call("Poll", "", ""), server::Problem);
}

void TestServerHttp::keepsItsCertificate()
{
    QTemporaryDir folder;
    const auto first = server::keptIdentity(folder.path().toStdString(), "127.0.0.1");
    const auto again = server::keptIdentity(folder.path().toStdString(), "127.0.0.1");
    QCOMPARE(again.pin, first.pin);
    struct stat rights { };
    QCOMPARE(::stat(first.keyFile.c_str(), &rights), 0);
    QCOMPARE(rights.st_mode & 0777, 0600U);
}

void TestServerHttp::namesWhatIsWrongWithARequest()
{
    Served served;
    const RawDevice device(served.world, "mentor");
    served.start();
    const auto unknown = served.call("Nothing", device, "");
    QCOMPARE(unknown.status, 404);
    QVERIFY(holds(unknown, "unimplemented"));
    const auto malformed = served.call("Push", device, "\xff\xff\xff");
    QCOMPARE(malformed.status, 400);
    QVERIFY(holds(malformed, "invalid_argument"));
    const auto stranger = served.call("Push", "cadre1_wrong", "");
    QCOMPARE(stranger.status, 401);
    QVERIFY(holds(stranger, "unauthenticated"));

    server::HttpResponse answer;
    server::HttpRequest request;
    request.target = "/cadre.sync.v1.SyncService/Push";
    request.method = "GET";
    served.gateway->handle(request, [&](server::HttpResponse response) { answer = std::move(response); });
    QCOMPARE(answer.status, 405);
    QCOMPARE(answer.allow, std::string("POST"));
    request.method = "POST";
    request.contentType = "text/plain";
    served.gateway->handle(request, [&](server::HttpResponse response) { answer = std::move(response); });
    QCOMPARE(answer.status, 415);
}

void TestServerHttp::refusesABodyThatIsTooLarge()
{
    Served served;
    served.start();
    const auto reply = served.call("Push", "", std::string(200 * 1024, 'x'));
    QCOMPARE(reply.status, 413);
    QVERIFY(holds(reply, "resource_exhausted"));
    QCOMPARE(served.call("Push", "", "").status, 401);
}

void TestServerHttp::wakesWhoWaitsForNews()
{
    Served served;
    RawDevice mentor(served.world, "mentor");
    const RawDevice teacher(served.world, "teacher");
    const auto run =
        mentor.run({ mentor.make(served.world.pairLog(), served.world.catalogue.byName("CheckIn")->number(),
                                 served.world.id(), served.world.checkIn(45)) });
    wire::PushRequest push;
    *push.add_runs() = run;

    auto waiting = served.waitForNews(teacher);
    QCOMPARE(served.call("Push", mentor, push.SerializeAsString()).status, 200);
    wire::PollResponse news;
    QVERIFY(news.ParseFromString(waiting.get().body));
    QCOMPARE(news.moved_size(), 1);
    QCOMPARE(news.moved(0).scope().kind(), static_cast<std::uint32_t>(cadre::v1::SCOPE_KIND_PAIR_LOG));
}

void TestServerHttp::answersWhoWaitsWhenItEnds()
{
    Served served;
    const RawDevice teacher(served.world, "teacher");
    auto waiting = served.waitForNews(teacher);
    served.gateway->release();
    served.http->stop();
    QCOMPARE(waiting.get().status, 200);
}

void TestServerHttp::listensWithoutTlsOnLoopbackOnly()
{
    server::HttpOptions options;
    options.host = "0.0.0.0";
    const auto open = [&] {
        server::HttpServer http(
            options, [](server::HttpRequest, const server::HttpServer::Respond &) {}, &server::Gateway::refuse,
            [](int) {});
    };
    QVERIFY_EXCEPTION_THROWN(open(), server::WrongUse);
    options.host = "127.0.0.1";
    open();
}

void TestServerHttp::takesACallOnceAndFromItsOwnDeviceOnly()
{
    Served served;
    const RawDevice mentor(served.world, "mentor");
    const RawDevice teacher(served.world, "teacher");
    served.start();
    const std::string path = "/cadre.sync.v1.SyncService/Poll";
    const auto send = [&](const std::string &token, const std::string &body, const std::string &proof) {
        return server::post(served.address, path, token, body, proof).status;
    };
    const auto challenge = server::post(served.address, path, mentor.token, {}).challenge;
    QVERIFY(!challenge.empty());
    const auto proof = mentor.prove(path, challenge, {});
    QCOMPARE(send(mentor.token, {}, proof), 200);
    QCOMPARE(send(mentor.token, {}, proof), 401);
    QCOMPARE(send(mentor.token, {}, {}), 401);
    QCOMPARE(send(mentor.token, {}, teacher.prove(path, challenge, {})), 401);
    QCOMPARE(send(teacher.token, {}, mentor.prove(path, challenge, {})), 401);
    QCOMPARE(send(mentor.token, "\x20\x05", mentor.prove(path, challenge, {})), 401);
    QCOMPARE(send(mentor.token, {}, mentor.prove("/cadre.sync.v1.SyncService/Pull", challenge, {})), 401);
    QCOMPARE(send(mentor.token, {}, mentor.prove(path, "another", {})), 401);
    QCOMPARE(send(mentor.token, {}, mentor.prove(path, challenge, {}).substr(2)), 401);
    QCOMPARE(send(mentor.token, {}, mentor.prove(path, challenge, {})), 200);
}

void TestServerHttp::takesNoCallFromBeforeARestart()
{
    ServerWorld world;
    const RawDevice mentor(world, "mentor");
    const auto proofFor = [&](server::CallProofs &proofs) {
        return merge::readCallProof(mentor.prove("/x", proofs.challenge(), "body")).value();
    };
    const auto contentOf = [](const merge::CallProof &proof) {
        return merge::callContent("POST", "/x", proof.challenge, proof.nonce, "body");
    };
    std::int64_t now = 1'000'000;
    const auto make = [&] { return server::CallProofs([&now] { return now; }, world.academy.entropy()); };
    using Answer = server::CallProofs::Answer;
    auto first = make();
    const auto proof = proofFor(first);
    QCOMPARE(first.take(proof, contentOf(proof), mentor.keys.publicKey), Answer::Taken);
    QCOMPARE(first.take(proof, contentOf(proof), mentor.keys.publicKey), Answer::Wrong);
    auto second = make();
    QCOMPARE(second.take(proof, contentOf(proof), mentor.keys.publicKey), Answer::Wanted);

    // The challenge before is good for a while, and what was taken under it is remembered as long.
    const auto kept = proofFor(first);
    now += 6 * 60 * 1000;
    QCOMPARE(first.take(kept, contentOf(kept), mentor.keys.publicKey), Answer::Taken);
    QCOMPARE(first.take(kept, contentOf(kept), mentor.keys.publicKey), Answer::Wrong);
    QCOMPARE(first.take(proof, contentOf(proof), mentor.keys.publicKey), Answer::Wrong);
    now += 6 * 60 * 1000;
    QCOMPARE(first.take(kept, contentOf(kept), mentor.keys.publicKey), Answer::Wanted);
    const auto old = proofFor(first);
    now += 60 * 60 * 1000;
    QCOMPARE(first.take(old, contentOf(old), mentor.keys.publicKey), Answer::Wanted);
    // A clock that was set back makes nothing good for longer.
    const auto back = proofFor(first);
    now -= 24LL * 60 * 60 * 1000;
    QCOMPARE(first.take(back, contentOf(back), mentor.keys.publicKey), Answer::Taken);
    now += 1;
    QCOMPARE(first.take(back, contentOf(back), mentor.keys.publicKey), Answer::Wrong);
}

void TestServerHttp::endsTheWaitOfADeviceThatWasSignedOut()
{
    Served served;
    const RawDevice teacher(served.world, "teacher");
    server::Administration administration(served.world.academy, "secret");
    administration.addTo(served.world.table);
    auto waiting = served.waitForNews(teacher);
    cadre::sync::v1alpha::RevokeDeviceRequest revoke;
    revoke.set_site(teacher.site.text());
    const auto revoked = server::post(served.address, "/cadre.sync.v1alpha.AdminService/RevokeDevice", "secret",
                                      revoke.SerializeAsString());
    QCOMPARE(revoked.status, 200);
    QCOMPARE(waiting.get().status, 401);
}

void TestServerHttp::readsAndWritesJson()
{
    Served served;
    const RawDevice device(served.world, "mentor");
    server::RpcCall call;
    call.path = "/cadre.sync.v1.SyncService/Poll";
    call.json = true;
    call.body = "{}";
    call.caller.bearer = device.token;
    const auto reply = served.world.table.answer(call);
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.json);
    QVERIFY(reply.body.find("\"memberships\":[") != std::string::npos);
    call.body = "{\"cursors\": 3}";
    QCOMPARE(served.world.table.answer(call).status, 400);
}

void TestServerHttp::refusesAStoreThatAnotherProcessHas()
{
    QTemporaryDir folder;
    const auto place = server::Place::parse("sqlite:" + folder.path().toStdString() + "/a.db");
    const server::OpenStore store(place);
    QVERIFY_EXCEPTION_THROWN(std::make_unique<server::OpenStore>(place), store::Error);
    QVERIFY_EXCEPTION_THROWN((void)server::Place::parse("postgresql://x"), server::WrongUse);
}

QTEST_GUILESS_MAIN(TestServerHttp)
#include "tst_server_http.moc"
