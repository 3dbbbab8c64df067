// SPDX-License-Identifier: Apache-2.0
#include "idle_lock.h"

#include <QEvent>

#include <algorithm>

IdleLock::IdleLock(record::Clock clock, std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_limit(limit)
{
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::look);
    // Often enough that a device which wakes up doesn't show a page for long.
    if (limit.count() > 0)
        m_timer.start(std::clamp(limit / 20, std::chrono::milliseconds(1), std::chrono::milliseconds(5'000)));
    touched();
}

void IdleLock::touched()
{
    m_touchedAt = m_clock();
    m_since.start();
}

bool IdleLock::look()
{
    if (m_limit.count() <= 0)
        return false;
    if (m_clock() - m_touchedAt < m_limit.count() && m_since.elapsed() < m_limit.count())
        return false;
    touched();
    emit idle();
    return true;
}

bool IdleLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::Wheel:
        // What comes after the limit, as after a sleep, comes too late.
        if (look())
            return true;
        touched();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}
