// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/models/look.h"

#include <QDBusConnection>
#include <QObject>

namespace app {

/// Hands what the desktop prefers (dark, high contrast, less motion) to the look, now and whenever it changes, by the
/// desktop portal's settings. Where nobody answers, the look stays as it is; nothing waits for an answer.
class DesktopSettings : public QObject {
    Q_OBJECT

public:
    DesktopSettings(const QDBusConnection &bus, Look &look);

private Q_SLOTS:
    void ask();

private:
    QDBusConnection m_bus;
    Look &m_look;
};

} // namespace app
