// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/transport/qt_transport.h"

#include <QTimer>

#include <optional>

namespace transport {

/// Drives rounds of a device over a transport, by events. A server that is busy and says when it wants to be asked
/// again is asked again then, a few times. Lives in the device's thread.
class SyncDriver : public QObject {
    Q_OBJECT

public:
    /// Both outlive the driver.
    SyncDriver(engine::Device &device, Transport &transport, QObject *parent = nullptr);
    ~SyncDriver() override;

    /// Begins a round unless one is under way. finished() follows, never from within this call.
    void start();
    [[nodiscard]] bool isRunning() const { return m_round.has_value(); }

signals:
    void finished(const engine::Report &report);
    /// One call of the round was answered and applied: what the device holds may have changed.
    void progressed();

private:
    void step();
    void ask(const engine::Call &call);
    /// True when the call is made again later.
    [[nodiscard]] bool waits(const engine::Call &call, const engine::Reply &reply);
    void answered(const engine::Reply &reply);
    void end(engine::Report report);

    engine::Device &m_device;
    Transport &m_transport;
    std::optional<engine::Round> m_round;
    int m_waits = 0; ///< For the call under way.
    QTimer m_pause;
};

/// Enrols a device with an invite, by events. Lives in the device's thread.
class Enroller : public QObject {
    Q_OBJECT

public:
    /// Both outlive the enroller. On success `transport` has the device's token.
    Enroller(engine::Device &device, QtTransport &transport, QObject *parent = nullptr);

    /// Asks the server. enrolled() or failed() follows, never from within this call.
    /// `pin` may be empty; a URL without a scheme is HTTPS. One call at a time; calls while one is under way are
    /// ignored. In the invite's place a QR code's `cadre://enroll?...` will do: it says server and pin as well.
    /// `passphrase` goes with a recovery code, where the person has one.
    void start(const QString &serverUrl, const QString &invite, const QString &pin, const QString &deviceName,
               const QString &passphrase = {});
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    void enrolled();
    /// `sentence` is for people; `code` is the server's, or empty when it was not reached.
    void failed(const QString &sentence, const QString &code);

private:
    void answered(const engine::Reply &reply);
    void fail(const QString &sentence, const QString &code = {});

    engine::Device &m_device;
    QtTransport &m_transport;
    bool m_running = false;
};

/// Tells `transport` the server, pin and token of an enrolled device.
void useIdentity(QtTransport &transport, const engine::Identity &identity);

} // namespace transport
