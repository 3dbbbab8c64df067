// SPDX-License-Identifier: Apache-2.0
#include "sync/transport/qt_browser_sign_in.h"

#include "sync/record/clock.h"
#include "cadre/sync/v1alpha/enrollment.pb.h"

#include <QCryptographicHash>
#include <QUrlQuery>

namespace transport {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr int longestSignIn = 600'000; // ms: as long as the server keeps it
constexpr std::size_t secretBytes = 32;
constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray randomText()
{
    QByteArray bytes(secretBytes, '\0');
    record::systemEntropy()(reinterpret_cast<std::uint8_t *>(bytes.data()), secretBytes);
    return bytes.toBase64(base64Url);
}

QUrl addressOf(const QString &text)
{
    const auto plain = text.trimmed();
    return QUrl(plain.contains(QLatin1String("://")) ? plain : QLatin1String("https://") + plain);
}

} // namespace

BrowserSignIn::BrowserSignIn(QObject *parent)
    : QObject(parent)
{
    m_end.setSingleShot(true);
    m_end.setInterval(longestSignIn);
    connect(&m_end, &QTimer::timeout, this,
            [this] { fail(tr("The sign-in took longer than ten minutes. Nothing was changed; begin it again.")); });
    connect(&m_listener, &LoopbackListener::arrived, this, &BrowserSignIn::exchange);
}

void BrowserSignIn::ask(const QString &serverUrl, const QString &pin)
{
    if (m_running)
        return;
    m_transport.setServer({ addressOf(serverUrl), pin, {}, {} });
    const auto question = ++m_question;
    m_transport.post(
        { "/cadre.sync.v1alpha.EnrollmentService/GetSignInOffer", {} }, [this, question](const engine::Reply &reply) {
            v1alpha::GetSignInOfferResponse response;
            if (question == m_question)
                emit offered(reply.status == 200 && response.ParseFromString(reply.body) && response.browser());
        });
}

void BrowserSignIn::start(const QString &serverUrl, const QString &pin)
{
    cancel();
    m_running = true;
    m_server = addressOf(serverUrl);
    m_transport.setServer({ m_server, pin, {}, {} });
    m_end.start();
    QMetaObject::invokeMethod(this, &BrowserSignIn::open, Qt::QueuedConnection);
}

void BrowserSignIn::cancel()
{
    ++m_question;
    m_running = false;
    m_end.stop();
    m_listener.close();
    m_verifier.fill('\0');
    m_verifier.clear();
}

void BrowserSignIn::open()
{
    if (!m_running)
        return;
    const auto state = randomText();
    m_verifier = randomText();
    if (!m_listener.listen(QString::fromLatin1(state))) {
        fail(tr("This device could not wait for the browser. Nothing was changed; an invitation code works, too."));
        return;
    }
    const auto challenge = QCryptographicHash::hash(m_verifier, QCryptographicHash::Sha256).toBase64(base64Url);
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("challenge"), QString::fromLatin1(challenge));
    query.addQueryItem(QStringLiteral("port"), QString::number(m_listener.port()));
    query.addQueryItem(QStringLiteral("state"), QString::fromLatin1(state));
    auto url = m_server;
    auto path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + QLatin1String("/sign-in"));
    url.setQuery(query);
    emit browserWanted(url);
}

void BrowserSignIn::exchange(const QString &code)
{
    v1alpha::ExchangeSignInRequest request;
    request.mutable_protocol()->set_lowest(1);
    request.mutable_protocol()->set_highest(1);
    request.set_code(code.toStdString());
    request.set_verifier(m_verifier.toStdString());
    const auto question = ++m_question;
    m_transport.post({ "/cadre.sync.v1alpha.EnrollmentService/ExchangeSignIn", request.SerializeAsString() },
                     [this, question](const engine::Reply &reply) {
                         if (question == m_question)
                             exchanged(reply);
                     });
}

void BrowserSignIn::exchanged(const engine::Reply &reply)
{
    v1alpha::ExchangeSignInResponse response;
    if (reply.status == 200 && response.ParseFromString(reply.body) && !response.invite().empty()) {
        cancel();
        emit invited(QString::fromStdString(response.invite()));
        return;
    }
    const auto said = reply.status == 0 ? QString::fromStdString(reply.problem) : serverError(reply).message;
    fail(said.isEmpty() ? tr("What answered at %1 is not a Cadre server.").arg(m_server.host()) : said);
}

void BrowserSignIn::fail(const QString &sentence)
{
    cancel();
    emit failed(sentence);
}

} // namespace transport
