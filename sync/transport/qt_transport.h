// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/transport/transport.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
class QSslCertificate;
QT_END_NAMESPACE

namespace transport {

/// Where calls go, and as whom.
struct Server {
    QUrl url; ///< Scheme, host and port; a path is a prefix of the call's own.
    QString pin; ///< `sha256/BASE64` of the certificate's public key; empty where the system's roots decide.
    QString token; ///< Bearer token; empty before enrolment.
    std::string signingKey {}; ///< The device's, which signs each call that carries the token.

    bool operator==(const Server &) const = default;
};

/// What the server said about a call that it did not answer: a Connect error.
struct ServerError {
    QString code; ///< Such as `unauthenticated`; empty when the answer was none of this server's.
    QString message;
};

/// Reads the JSON body of a reply whose status is not 200.
[[nodiscard]] ServerError serverError(const engine::Reply &reply);

/// `sha256/BASE64` of the certificate's public key, as DER.
[[nodiscard]] QString spkiPin(const QSslCertificate &certificate);

/// Calls over HTTPS, one connection kept open. Lives in one thread, which needs an event loop.
class QtTransport : public QObject, public Transport {
    Q_OBJECT

public:
    explicit QtTransport(QObject *parent = nullptr);
    ~QtTransport() override;

    /// For the calls that follow. A new pin or host closes the connections that are open.
    void setServer(const Server &server);
    [[nodiscard]] const Server &server() const { return m_server; }
    /// How long a call may take; 30 s unless told. A call that waits for news needs more.
    void setTimeout(int milliseconds) { m_timeout = milliseconds; }

    /// Calls without encryption only this machine.
    void post(const engine::Call &call, std::function<void(const engine::Reply &)> answer) override;
    /// Ends the calls under way; each is answered as not reached.
    void abort();

    /// Bytes of bodies sent and received since the start.
    [[nodiscard]] std::uint64_t bytesUp() const { return m_bytesUp; }
    [[nodiscard]] std::uint64_t bytesDown() const { return m_bytesDown; }

private:
    using Answer = std::function<void(const engine::Reply &)>;
    /// `proof` as merge::proveCall makes it; empty where the call carries none.
    QNetworkReply *send(const QUrl &url, const QByteArray &body, const std::string &proof);
    /// Sends the call signed; over another challenge, once more, where the server wants that.
    void sendSigned(const QUrl &url, const engine::Call &call, Answer answer, bool mayRepeat);
    void finish(QNetworkReply *network, const Answer &answer);
    /// True when the reply brought a challenge that was not known yet.
    bool learnChallenge(const QNetworkReply &network);
    void refuse(const QUrl &url, std::function<void(const engine::Reply &)> answer);
    void checkPin(QNetworkReply *network);

    QNetworkAccessManager *m_network;
    Server m_server;
    std::string m_challenge; ///< The server's latest; empty until it gave one.
    int m_timeout = 30'000;
    std::uint64_t m_bytesUp = 0;
    std::uint64_t m_bytesDown = 0;
};

} // namespace transport
