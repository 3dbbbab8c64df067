// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class People;
QT_BEGIN_NAMESPACE
class QQuickWindow;
QT_END_NAMESPACE

namespace app {

/// Says when a window has drawn all that its models had to tell: no answer is outstanding and
/// several frames in a row changed nothing about that.
class Stillness : public QObject {
    Q_OBJECT

public:
    /// Both outlive this object.
    Stillness(People &people, QQuickWindow &window, QObject *parent = nullptr);

    /// Begins to watch; reached() follows once, never from within this call.
    void await();

signals:
    void reached();

private:
    void frame();

    People &m_people;
    QQuickWindow &m_window;
    int m_quietFrames = -1; ///< Below 0 while nobody waits.
};

} // namespace app
