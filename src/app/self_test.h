// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/app/stillness.h"

#include <QList>
#include <QQmlError>
#include <QSize>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QQmlEngine;
QT_END_NAMESPACE

namespace app {

/// Opens every page in light and dark and in three sizes, and ends the event loop: 0 when QML had
/// nothing to warn of, else 1.
class SelfTest : public QObject {
    Q_OBJECT

public:
    /// All outlive this object. Warnings count from now on.
    SelfTest(People &people, QQmlEngine &engine, QQuickWindow &window);

    void start();

private:
    struct Visit {
        QString page;
        QString scheme;
        QSize size;
    };

    void next();
    void warned(const QList<QQmlError> &warnings);

    QQuickWindow &m_window;
    Stillness m_stillness;
    QList<Visit> m_visits;
    qsizetype m_at = 0;
    int m_warnings = 0;
};

} // namespace app
