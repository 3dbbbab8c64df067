// SPDX-License-Identifier: Apache-2.0
#include "src/app/attention.h"

namespace app {

Attention::Attention(QGuiApplication &application, People &people, std::chrono::minutes limit, bool blankWhenInactive)
    : m_people(people)
    , m_blankWhenInactive(blankWhenInactive)
    , m_idle(record::systemClock(), limit)
{
    application.installEventFilter(&m_idle);
    connect(&m_idle, &IdleLock::idle, this, [this] { m_people.lock(); });
    connect(&application, &QGuiApplication::applicationStateChanged, this, &Attention::follow);
}

void Attention::follow(Qt::ApplicationState state)
{
    const bool isActive = state == Qt::ApplicationActive;
    if (isActive)
        m_idle.look();
    m_people.setCovered(!isActive && (m_blankWhenInactive || state != Qt::ApplicationInactive));
}

} // namespace app
