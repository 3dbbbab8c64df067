// SPDX-License-Identifier: Apache-2.0
#include "sync/transport/qt_loopback_listener.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

class LoopbackListening : public QObject {
    Q_OBJECT

    transport::LoopbackListener m_listener;

    /// What a browser gets that sends this.
    QByteArray answerTo(const QByteArray &request)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_listener.port());
        socket.write(request);
        QByteArray answer;
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
        const QSignalSpy ended(&socket, &QTcpSocket::disconnected);
        (void)QTest::qWaitFor([&] { return !ended.isEmpty(); });
        return answer + socket.readAll();
    }

private slots:
    void init() { QVERIFY(m_listener.listen(u"right"_s)); }

    void theRightAnswerArrivesOnceAndClosesThePort()
    {
        const QSignalSpy arrived(&m_listener, &transport::LoopbackListener::arrived);
        const auto answer = answerTo("GET /?code=a%2Bb&state=right HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QVERIFY(answer.startsWith("HTTP/1.1 200 "));
        QCOMPARE(arrived.count(), 1);
        QCOMPARE(arrived.at(0).at(0).toString(), u"a+b"_s);
        QVERIFY(!m_listener.isListening());
    }

    void whatElseIsAskedChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("another state") << QByteArray("GET /?code=a&state=wrong HTTP/1.1");
        QTest::newRow("no state") << QByteArray("GET /?code=a HTTP/1.1");
        QTest::newRow("no code") << QByteArray("GET /?state=right HTTP/1.1");
        QTest::newRow("another path") << QByteArray("GET /favicon.ico?code=a&state=right HTTP/1.1");
        QTest::newRow("another method") << QByteArray("POST /?code=a&state=right HTTP/1.1");
        QTest::newRow("no HTTP") << QByteArray("hello");
    }
    void whatElseIsAskedChangesNothing()
    {
        QFETCH(QByteArray, line);
        const QSignalSpy arrived(&m_listener, &transport::LoopbackListener::arrived);
        QVERIFY(answerTo(line + "\r\n\r\n").startsWith("HTTP/1.1 4"));
        QVERIFY(m_listener.isListening());
        QVERIFY(answerTo("GET /?code=a&state=right HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 200 "));
        QCOMPARE(arrived.count(), 1);
    }

    void aRequestWithoutAnEndIsCutOff()
    {
        const QSignalSpy arrived(&m_listener, &transport::LoopbackListener::arrived);
        QCOMPARE(answerTo("GET /?code=a&state=right HTTP/1.1\r\nX: " + QByteArray(20'000, 'x')), QByteArray());
        QCOMPARE(arrived.count(), 0);
        QVERIFY(m_listener.isListening());
    }
};

QTEST_GUILESS_MAIN(LoopbackListening)
#include "tst_loopback_listener.moc"
