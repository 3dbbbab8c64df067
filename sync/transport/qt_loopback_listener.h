// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QTcpServer>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace transport {

/// Waits on a port of this machine alone for a browser that comes back from a sign-in (RFC 8252). Whoever else on this
/// machine calls there without the right state learns and changes nothing. Lives in one thread, which needs an event
/// loop.
class LoopbackListener : public QObject {
    Q_OBJECT

public:
    explicit LoopbackListener(QObject *parent = nullptr);

    /// Begins to wait for `/?code=…&state=…` with that state. False when no port could be opened.
    [[nodiscard]] bool listen(const QString &state);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] bool isListening() const { return m_server.isListening(); }
    /// Takes nothing any more.
    void close();

signals:
    /// The browser is back; once. The listener has closed.
    void arrived(const QString &code);

private:
    void accept();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, int status, const QString &sentence);

    QTcpServer m_server;
    QString m_state;
    int m_open = 0;
};

} // namespace transport
