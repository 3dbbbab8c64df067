// SPDX-License-Identifier: Apache-2.0
#include "sync/transport/qt_loopback_listener.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

namespace transport {

namespace {

constexpr int mostOpen = 8;
constexpr qint64 mostRequestBytes = 8 * 1024;
constexpr int longestRequest = 10'000; // ms

/// The address of `GET /?… HTTP/1.1`; an invalid one for anything else.
QUrl addressIn(const QByteArray &request)
{
    const auto words = request.left(request.indexOf("\r\n")).split(' ');
    return words.size() == 3 && words[0] == "GET" && words[1].startsWith('/') && words[2].startsWith("HTTP/1.")
        ? QUrl::fromEncoded("http://127.0.0.1" + words[1], QUrl::StrictMode)
        : QUrl();
}

} // namespace

LoopbackListener::LoopbackListener(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackListener::accept);
}

bool LoopbackListener::listen(const QString &state)
{
    close();
    m_state = state;
    return !state.isEmpty() && m_server.listen(QHostAddress::LocalHost);
}

void LoopbackListener::close()
{
    m_server.close();
    m_state.clear();
}

void LoopbackListener::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        if (m_open >= mostOpen) {
            delete socket;
            continue;
        }
        ++m_open;
        // The answer goes out whole even though the listener closes with it.
        socket->setParent(this);
        connect(socket, &QObject::destroyed, this, [this] { --m_open; });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(longestRequest, socket, [socket] { socket->abort(); });
    }
}

void LoopbackListener::read(QTcpSocket *socket)
{
    const auto request = socket->peek(mostRequestBytes);
    if (!request.contains("\r\n\r\n")) {
        if (request.size() >= mostRequestBytes)
            socket->abort();
        return;
    }
    socket->disconnect(this);
    connect(socket, &QObject::destroyed, this, [this] { --m_open; });
    const auto url = addressIn(request);
    const QUrlQuery query(url);
    const auto code = query.queryItemValue(QStringLiteral("code"), QUrl::FullyDecoded);
    const auto state = query.queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded);
    if (url.path() != QLatin1String("/")) {
        answer(socket, 404, tr("There is nothing here."));
    } else if (m_state.isEmpty() || state != m_state || code.isEmpty()) {
        answer(socket, 400, tr("This is not the sign-in that Cadre waits for. Go back to the app and begin again."));
    } else {
        answer(socket, 200, tr("You are signed in. You can close this page and go back to Cadre."));
        close();
        emit arrived(code);
    }
}

void LoopbackListener::answer(QTcpSocket *socket, int status, const QString &sentence)
{
    const auto body = QStringLiteral("<!DOCTYPE html><html><meta charset=\"utf-8\"><meta name=\"viewport\" "
                                     "content=\"width=device-width\"><title>Cadre</title><style>:root{color-scheme:"
                                     "light dark;font:1.1rem/1.5 system-ui,sans-serif}p{max-width:32rem;margin:20vh "
                                     "auto;padding:0 1.5rem}</style><p>%1</p></html>\n")
                          .arg(sentence.toHtmlEscaped())
                          .toUtf8();
    socket->write("HTTP/1.1 " + QByteArray::number(status)
                  + (status == 200       ? " OK"
                         : status == 404 ? " Not Found"
                                         : " Bad Request")
                  + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
                    "Referrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n"
                    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
                    "Connection: close\r\nContent-Length: "
                  + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->disconnectFromHost();
}

} // namespace transport
