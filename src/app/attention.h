// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/models/idle_lock.h"
#include "src/models/people.h"

#include <QGuiApplication>

namespace app {

/// Locks when nobody has touched the device for a while, and draws nothing while the app is in the background.
class Attention : public QObject {
    Q_OBJECT

public:
    /// `blankWhenInactive`: a system that shows apps in a list tells with this state that it is about to take a
    /// picture; on a desk it only means that another window is in front. A limit of 0 locks never.
    Attention(QGuiApplication &application, People &people, std::chrono::minutes limit, bool blankWhenInactive);

private:
    void follow(Qt::ApplicationState state);

    People &m_people;
    bool m_blankWhenInactive;
    IdleLock m_idle;
};

} // namespace app
