// SPDX-License-Identifier: Apache-2.0
#include "sync/transport/qt_transport.h"

#include "sync/merge/call_proof.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslKey>
#include <QSslSocket>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>

namespace transport {

namespace {

constexpr const char *wrongPin = "cadre.wrongPin";
constexpr const char *timedOut = "cadre.timedOut";
constexpr int notKnown = 401;

QString sentenceFor(const QNetworkReply &network)
{
    if (network.property(wrongPin).toBool())
        return QtTransport::tr("The server at %1 has another key than the one this device was given. "
                               "Nothing was sent. Ask whoever runs the server before you go on.")
            .arg(network.url().host());
    if (network.property(timedOut).toBool())
        return QtTransport::tr("The server at %1 did not answer in time.").arg(network.url().host());
    switch (network.error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return QtTransport::tr("The server at %1 could not show who it is. Nothing was sent.")
            .arg(network.url().host());
    case QNetworkReply::HostNotFoundError:
        return QtTransport::tr("No server was found at %1.").arg(network.url().host());
    default:
        return QtTransport::tr("The server at %1 was not reached.").arg(network.url().host());
    }
}

/// HTTPS, or this machine itself.
bool isSafe(const QUrl &url)
{
    if (url.host().isEmpty())
        return false;
    const bool here = url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
    return url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && here);
}

} // namespace

ServerError serverError(const engine::Reply &reply)
{
    const QJsonObject error = QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object();
    return { error.value(QLatin1String("code")).toString(), error.value(QLatin1String("message")).toString() };
}

QString spkiPin(const QSslCertificate &certificate)
{
    const QByteArray key = certificate.publicKey().toDer();
    return QLatin1String("sha256/")
        + QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toBase64());
}

QtTransport::QtTransport(QObject *parent)
    : QObject(parent)
    , m_network(new QNetworkAccessManager(this))
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    // Qt loads OpenSSL when it is first asked for; that may go on while the first call is made.
    QThreadPool::globalInstance()->start([] { (void)QSslSocket::supportsSsl(); });
}

QtTransport::~QtTransport() = default;

void QtTransport::setServer(const Server &server)
{
    const bool sameConnection = server.pin == m_server.pin && server.url == m_server.url;
    m_server = server;
    if (!sameConnection) {
        m_challenge.clear();
        m_network->clearConnectionCache();
    }
}

void QtTransport::post(const engine::Call &call, std::function<void(const engine::Reply &)> answer)
{
    QUrl url = m_server.url;
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + QString::fromStdString(call.path));

    if (!isSafe(url)) {
        refuse(url, std::move(answer));
        return;
    }
    if (m_server.signingKey.empty() || m_server.token.isEmpty()) {
        QNetworkReply *network = send(url, QByteArray::fromStdString(call.body), {});
        connect(network, &QNetworkReply::finished, this,
                [this, network, answer = std::move(answer)] { finish(network, answer); });
        return;
    }
    if (!m_challenge.empty()) {
        sendSigned(url, call, std::move(answer), true);
        return;
    }
    // Without a body: it would be refused, and travel twice.
    QNetworkReply *network = send(url, {}, {});
    connect(network, &QNetworkReply::finished, this, [this, network, url, call, answer = std::move(answer)] {
        if (learnChallenge(*network)) {
            network->deleteLater();
            sendSigned(url, call, answer, true);
        } else {
            finish(network, answer);
        }
    });
}

QNetworkReply *QtTransport::send(const QUrl &url, const QByteArray &body, const std::string &proof)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/proto"));
    request.setRawHeader("Connect-Protocol-Version", "1");
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!m_server.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_server.token.toUtf8());
    if (!proof.empty())
        request.setRawHeader("Cadre-Signature", QByteArray::fromStdString(proof));

    m_bytesUp += static_cast<std::uint64_t>(body.size());
    QNetworkReply *network = m_network->post(request, body);
    auto *timer = new QTimer(network);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, network, [network] {
        network->setProperty(timedOut, true);
        network->abort();
    });
    timer->start(m_timeout);
    if (!m_server.pin.isEmpty())
        checkPin(network);
    return network;
}

void QtTransport::sendSigned(const QUrl &url, const engine::Call &call, Answer answer, bool mayRepeat)
{
    const auto proof = merge::proveCall("POST", call.path, m_challenge, call.body, m_server.signingKey);
    QNetworkReply *network = send(url, QByteArray::fromStdString(call.body), proof);
    connect(network, &QNetworkReply::finished, this, [this, network, url, call, answer = std::move(answer), mayRepeat] {
        const bool isNew = learnChallenge(*network);
        const int status = network->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (isNew && status == notKnown && mayRepeat) {
            network->deleteLater();
            sendSigned(url, call, answer, false);
        } else {
            finish(network, answer);
        }
    });
}

bool QtTransport::learnChallenge(const QNetworkReply &network)
{
    const auto told = network.rawHeader("Cadre-Challenge").toStdString();
    if (network.property(wrongPin).toBool() || told.empty() || told == m_challenge)
        return false;
    m_challenge = told;
    return true;
}

void QtTransport::refuse(const QUrl &url, std::function<void(const engine::Reply &)> answer)
{
    engine::Reply reply;
    reply.problem =
        (url.host().isEmpty() ? tr("This is not the address of a server. Write it like academy.example.org.")
                              : tr("%1 would be called without encryption. Nothing was sent. "
                                   "Use its https:// address.")
                                    .arg(url.host()))
            .toStdString();
    QMetaObject::invokeMethod(
        this, [answer = std::move(answer), reply] { answer(reply); }, Qt::QueuedConnection);
}

void QtTransport::checkPin(QNetworkReply *network)
{
    const QString pin = m_server.pin;
    connect(network, &QNetworkReply::sslErrors, network, [network, pin](const QList<QSslError> &) {
        if (spkiPin(network->sslConfiguration().peerCertificate()) == pin)
            network->ignoreSslErrors();
        else
            network->setProperty(wrongPin, true);
    });
    connect(network, &QNetworkReply::encrypted, network, [network, pin] {
        if (spkiPin(network->sslConfiguration().peerCertificate()) == pin)
            return;
        network->setProperty(wrongPin, true);
        network->abort();
    });
}

void QtTransport::finish(QNetworkReply *network, const Answer &answer)
{
    network->deleteLater();
    engine::Reply reply;
    reply.status = network->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (network->isOpen())
        reply.body = network->readAll().toStdString();
    // Of the header's two forms the one in seconds; a date is no wish of this project's server.
    reply.retryAfter = std::max(0, network->rawHeader("Retry-After").toInt());
    m_bytesDown += reply.body.size();
    const bool cutOff = reply.status == 200 && network->error() != QNetworkReply::NoError;
    if (cutOff || network->property(wrongPin).toBool())
        reply.status = 0;
    if (reply.status == 0) {
        reply.body.clear();
        reply.problem = sentenceFor(*network).toStdString();
    }
    answer(reply);
}

void QtTransport::abort()
{
    const auto replies = m_network->findChildren<QNetworkReply *>();
    for (QNetworkReply *network : replies)
        network->abort();
}

} // namespace transport
