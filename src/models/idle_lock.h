// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/clock.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

/// Says when nobody has touched the device for a while. Installed as an event filter on the application, it sees each
/// touch and key. Sleep counts, by the clock; a clock that is set back delays nothing, since a timer counts as well. A
/// limit of 0 is never.
class IdleLock : public QObject {
    Q_OBJECT

public:
    IdleLock(record::Clock clock, std::chrono::milliseconds limit, QObject *parent = nullptr);

    void touched();
    /// To be asked when the app comes back to the foreground. True when that was too late.
    bool look();

signals:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    record::Clock m_clock;
    std::chrono::milliseconds m_limit;
    std::int64_t m_touchedAt = 0;
    QElapsedTimer m_since;
    QTimer m_timer;
};
