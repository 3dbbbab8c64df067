// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/transport/qt_loopback_listener.h"
#include "sync/transport/qt_transport.h"

#include <QTimer>

namespace transport {

/// Signs a person in with her school account, in a browser, for an invite that enrolls this device. The code that
/// comes back through the browser is worth nothing without a verifier that never leaves this object (PKCE). Lives in
/// one thread, which needs an event loop.
class BrowserSignIn : public QObject {
    Q_OBJECT

public:
    explicit BrowserSignIn(QObject *parent = nullptr);

    /// Asks whether the server at that address signs people in; offered() follows, never from within this call. Only
    /// the latest question is answered.
    void ask(const QString &serverUrl, const QString &pin);
    /// browserWanted() follows, and then invited() or failed(), never from within this call. Ends one under way.
    void start(const QString &serverUrl, const QString &pin);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    void offered(bool isOffered);
    /// This is to be opened in a browser on this machine.
    void browserWanted(const QUrl &url);
    void invited(const QString &invite);
    void failed(const QString &sentence);

private:
    void open();
    void exchange(const QString &code);
    void exchanged(const engine::Reply &reply);
    void fail(const QString &sentence);

    QtTransport m_transport;
    LoopbackListener m_listener;
    QTimer m_end;
    QUrl m_server;
    QByteArray m_verifier;
    quint64 m_question = 0; ///< Answers to earlier ones don't count.
    bool m_running = false;
};

} // namespace transport
