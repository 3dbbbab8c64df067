// SPDX-License-Identifier: Apache-2.0
#include "sync/transport/sync_driver.h"

#include "sync/store/database.h"

#include <QPointer>
#include <QSysInfo>
#include <QUrlQuery>

#include <chrono>

namespace transport {

namespace {

constexpr int mostWaits = 5; // of one call
constexpr int longestWait = 60; // s; a server that wants more time gets it from who starts the rounds

} // namespace

SyncDriver::SyncDriver(engine::Device &device, Transport &transport, QObject *parent)
    : QObject(parent)
    , m_device(device)
    , m_transport(transport)
{
    m_pause.setSingleShot(true);
}

SyncDriver::~SyncDriver() = default;

void SyncDriver::start()
{
    if (m_round)
        return;
    m_round.emplace(m_device);
    QMetaObject::invokeMethod(this, &SyncDriver::step, Qt::QueuedConnection);
}

void SyncDriver::step()
{
    if (!m_round)
        return;
    try {
        const std::optional<engine::Call> call = m_round->next();
        if (!call) {
            end(m_round->report());
            return;
        }
        m_waits = 0;
        ask(*call);
    } catch (const std::exception &error) {
        engine::Report report = m_round->report();
        report.problem = error.what();
        report.complete = false;
        end(report);
    }
}

void SyncDriver::ask(const engine::Call &call)
{
    const QPointer<SyncDriver> self(this);
    m_transport.post(call, [self, call](const engine::Reply &reply) {
        if (self && !self->waits(call, reply))
            self->answered(reply);
    });
}

bool SyncDriver::waits(const engine::Call &call, const engine::Reply &reply)
{
    const bool isBusy = reply.status == 429 || reply.status == 503;
    if (!m_round || !isBusy || reply.retryAfter < 1 || reply.retryAfter > longestWait || m_waits == mostWaits)
        return false;
    ++m_waits;
    m_pause.disconnect();
    m_pause.callOnTimeout(this, [this, call] { ask(call); });
    m_pause.start(std::chrono::seconds(reply.retryAfter));
    return true;
}

void SyncDriver::answered(const engine::Reply &reply)
{
    if (!m_round)
        return;
    try {
        m_round->answer(reply);
    } catch (const std::exception &error) {
        engine::Report report = m_round->report();
        report.problem = error.what();
        report.complete = false;
        end(report);
        return;
    }
    emit progressed();
    QMetaObject::invokeMethod(this, &SyncDriver::step, Qt::QueuedConnection);
}

void SyncDriver::end(engine::Report report)
{
    m_round.reset();
    emit finished(report);
}

Enroller::Enroller(engine::Device &device, QtTransport &transport, QObject *parent)
    : QObject(parent)
    , m_device(device)
    , m_transport(transport)
{
}

void Enroller::start(const QString &serverUrl, const QString &invite, const QString &pin, const QString &deviceName,
                     const QString &passphrase)
{
    if (m_running)
        return;
    m_running = true;
    auto text = serverUrl.trimmed();
    auto code = invite.trimmed();
    auto expected = pin;
    if (const QUrl link(code); link.scheme() == QLatin1String("cadre")) {
        const QUrlQuery said(link);
        const auto word = [&said](const char *name) {
            return said.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
        };
        text = word("server");
        expected = word("pin");
        code = word("invite");
    }
    m_transport.setServer(
        { QUrl(text.contains(QLatin1String("://")) ? text : QLatin1String("https://") + text), expected, {}, {} });
    try {
        auto request = m_device.enrollRequest(code.toStdString(), deviceName.toStdString());
        request.set_passphrase(passphrase.toStdString());
        request.set_platform(QSysInfo::productType().toStdString());
        engine::Call call { "/cadre.sync.v1alpha.EnrollmentService/Enroll", request.SerializeAsString() };
        const QPointer<Enroller> self(this);
        m_transport.post(call, [self](const engine::Reply &reply) {
            if (self)
                self->answered(reply);
        });
    } catch (const std::exception &error) {
        const QString sentence = QString::fromUtf8(error.what());
        QMetaObject::invokeMethod(
            this, [this, sentence] { fail(sentence); }, Qt::QueuedConnection);
    }
}

void Enroller::answered(const engine::Reply &reply)
{
    if (reply.status == 0) {
        fail(QString::fromStdString(reply.problem));
        return;
    }
    if (reply.status != 200) {
        const ServerError error = serverError(reply);
        fail(error.message.isEmpty()
                 ? tr("What answered at %1 is not a Cadre server.").arg(m_transport.server().url.host())
                 : error.message,
             error.code);
        return;
    }
    cadre::sync::v1alpha::EnrollResponse response;
    if (!response.ParseFromString(reply.body)) {
        fail(tr("What answered at %1 is not a Cadre server.").arg(m_transport.server().url.host()));
        return;
    }
    try {
        m_device.enrolled(response, m_transport.server().url.toString().toStdString(),
                          m_transport.server().pin.toStdString());
        useIdentity(m_transport, m_device.identity());
    } catch (const std::exception &error) {
        fail(QString::fromUtf8(error.what()));
        return;
    }
    m_running = false;
    emit enrolled();
}

void Enroller::fail(const QString &sentence, const QString &code)
{
    m_running = false;
    emit failed(sentence, code);
}

void useIdentity(QtTransport &transport, const engine::Identity &identity)
{
    transport.setServer({ QUrl(QString::fromStdString(identity.serverUrl)), QString::fromStdString(identity.serverPin),
                          QString::fromStdString(identity.token), identity.signingKey });
}

} // namespace transport
