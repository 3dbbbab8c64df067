// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_served_world.h"

#include "sync/server/academy.h"
#include "sync/transport/sync_driver.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace {

constexpr auto otherPin = "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
constexpr int patience = 30'000;

/// One device of the mentor that has not met the server yet.
class Meeting : public ServedWorld {
public:
    /// Enrols the device; empty, or the sentence with which it failed.
    QString enroll(const QString &code)
    {
        transport::Enroller enroller(device, transport);
        QSignalSpy enrolled(&enroller, &transport::Enroller::enrolled);
        QString sentence;
        QObject::connect(&enroller, &transport::Enroller::failed, [&](const QString &said) { sentence = said; });
        enroller.start(url, code, pin, QStringLiteral("tablet"));
        (void)QTest::qWaitFor([&] { return enrolled.count() == 1 || !sentence.isEmpty(); }, patience);
        return sentence;
    }

    engine::Report exchange() { return exchange(transport); }

    engine::Report exchange(transport::Transport &over)
    {
        transport::SyncDriver driver(device, over);
        std::optional<engine::Report> report;
        QObject::connect(&driver, &transport::SyncDriver::finished, [&](const engine::Report &told) { report = told; });
        driver.start();
        (void)QTest::qWaitFor([&] { return report.has_value(); }, patience);
        return report.value_or(engine::Report {});
    }

    engine::Reply poll()
    {
        std::optional<engine::Reply> reply;
        transport.post({ "/cadre.sync.v1.SyncService/Poll", "" }, [&](const engine::Reply &told) { reply = told; });
        (void)QTest::qWaitFor([&] { return reply.has_value(); }, patience);
        return reply.value_or(engine::Reply { -1, {}, {} });
    }

    store::Database database { (world.folder.path() + "/device.db").toStdString() };
    engine::Device device { database, world.catalogue, [] { return ServerWorld::start; }, record::systemEntropy() };
    transport::QtTransport transport;
};

/// Answers the first calls as a busy server does, and hands on the others.
class Busy : public transport::Transport {
public:
    Busy(transport::Transport &next, const engine::Reply &answer, int times)
        : m_next(next)
        , m_answer(answer)
        , m_times(times)
    {
    }

    void post(const engine::Call &call, std::function<void(const engine::Reply &)> answer) override
    {
        calls.push_back(call);
        if (m_times-- <= 0)
            m_next.post(call, std::move(answer));
        else
            QMetaObject::invokeMethod(
                QCoreApplication::instance(), [this, answer = std::move(answer)] { answer(m_answer); },
                Qt::QueuedConnection);
    }

    std::vector<engine::Call> calls;

private:
    transport::Transport &m_next;
    engine::Reply m_answer;
    int m_times;
};

} // namespace

/// Calls of a device to a real server over TLS on loopback.
class TestTransport : public QObject {
    Q_OBJECT

private slots:
    void enrollsAndAgrees()
    {
        Meeting meeting;
        QCOMPARE(meeting.enroll(meeting.invite), QString());
        QVERIFY(meeting.device.isEnrolled());
        QCOMPARE(meeting.transport.server().token.isEmpty(), false);
        auto form = meeting.device.openNew("CheckIn", meeting.world.pairLog());
        meeting.device.save({ { &form, std::make_shared<cadre::v1::CheckIn>(meeting.world.checkIn(45)) } });
        QCOMPARE(meeting.device.status().waiting, 1U);
        const auto report = meeting.exchange();
        QCOMPARE(report.problem, std::string());
        QVERIFY(report.complete);
        QCOMPARE(report.pushed, 1U);
        QCOMPARE(meeting.device.status().waiting, 0U);
        QVERIFY(meeting.device.get("MentorMatch", meeting.world.match).has_value());
        QVERIFY(meeting.transport.bytesUp() > 0 && meeting.transport.bytesDown() > 0);
    }

    void comesAgainWhenABusyServerWantsItTo()
    {
        Meeting meeting;
        QCOMPARE(meeting.enroll(meeting.invite), QString());
        Busy busy(meeting.transport, { 503, "{}", {}, 1 }, 1);
        const auto report = meeting.exchange(busy);
        QVERIFY(report.complete);
        QCOMPARE(busy.calls.at(1).path, busy.calls.at(0).path);
        QCOMPARE(busy.calls.at(1).body, busy.calls.at(0).body);
    }

    void leavesAServerThatWantsMuchTime()
    {
        Meeting meeting;
        QCOMPARE(meeting.enroll(meeting.invite), QString());
        Busy busy(meeting.transport, { 503, R"({"message":"Closed."})", {}, 3600 }, 1);
        const auto report = meeting.exchange(busy);
        QVERIFY(!report.complete && !report.refused);
        QCOMPARE(report.problem, std::string("Closed."));
        QCOMPARE(busy.calls.size(), 1U);
    }

    void readsWhenTheServerWantsToBeAskedAgain()
    {
        QTcpServer busy;
        QVERIFY(busy.listen(QHostAddress::LocalHost));
        connect(&busy, &QTcpServer::newConnection, &busy, [&busy] {
            auto *line = busy.nextPendingConnection();
            line->write("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\n{}");
        });
        Meeting meeting;
        meeting.transport.setServer({ QUrl(QStringLiteral("http://127.0.0.1:%1").arg(busy.serverPort())), {}, {} });
        const auto reply = meeting.poll();
        QCOMPARE(reply.status, 429);
        QCOMPARE(reply.retryAfter, 7);
    }

    void tellsWhyAnInviteIsRefused()
    {
        Meeting meeting;
        QVERIFY(!meeting.enroll("no-such-invite").isEmpty());
        QVERIFY(!meeting.device.isEnrolled());
        QCOMPARE(meeting.enroll(meeting.invite), QString());
    }

    void sendsNothingToAnotherKey()
    {
        Meeting meeting;
        meeting.transport.setServer({ QUrl(meeting.url), otherPin, "secret" });
        const auto reply = meeting.poll();
        QCOMPARE(reply.status, 0);
        QVERIFY(QString::fromStdString(reply.problem).contains("another key"));
        meeting.pin = otherPin;
        QVERIFY(meeting.enroll(meeting.invite).contains("another key"));
    }

    void trustsNobodyUnknownWithoutAPin()
    {
        Meeting meeting;
        meeting.transport.setServer({ QUrl(meeting.url), {}, {} });
        const auto reply = meeting.poll();
        QCOMPARE(reply.status, 0);
        QVERIFY(QString::fromStdString(reply.problem).contains("could not show who it is"));
    }

    void callsNobodyElseWithoutEncryption()
    {
        Meeting meeting;
        meeting.url = "http://192.0.2.1";
        QVERIFY(meeting.enroll(meeting.invite).contains("without encryption"));
        meeting.url = " ";
        QVERIFY(meeting.enroll(meeting.invite).contains("not the address"));
    }

    void readsWhatTheServerSays()
    {
        Meeting meeting;
        meeting.transport.setServer({ QUrl(meeting.url), meeting.pin, "nobody" });
        const auto reply = meeting.poll();
        QCOMPARE(reply.status, 401);
        QCOMPARE(transport::serverError(reply).code, "unauthenticated");
        QVERIFY(!transport::serverError(reply).message.isEmpty());
    }

    void saysWhenNobodyIsThere()
    {
        Meeting meeting;
        QCOMPARE(meeting.enroll(meeting.invite), QString());
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const auto port = closed.serverPort();
        closed.close();
        auto server = meeting.transport.server();
        server.url.setPort(port);
        meeting.transport.setServer(server);
        const auto report = meeting.exchange();
        QVERIFY(report.offline);
        QVERIFY(!report.complete);
        QVERIFY(!report.problem.empty());
    }

    void endsACallThatGetsNoAnswer()
    {
        Meeting meeting;
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        meeting.transport.setServer({ QUrl(QStringLiteral("http://127.0.0.1:%1").arg(silent.serverPort())), {}, {} });
        meeting.transport.setTimeout(1);
        const auto reply = meeting.poll();
        QCOMPARE(reply.status, 0);
        QVERIFY(QString::fromStdString(reply.problem).contains("in time"));
    }
};

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
