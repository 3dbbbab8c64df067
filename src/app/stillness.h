// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QObject>

#include <chrono>

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
    /// When the picture that is shown now was drawn first; of use once reached() was said.
    [[nodiscard]] std::chrono::steady_clock::time_point unchangedSince() const { return m_unchangedSince; }

signals:
    void reached();

private:
    void frame();

    People &m_people;
    QQuickWindow &m_window;
    QImage m_picture;
    std::chrono::steady_clock::time_point m_unchangedSince;
    int m_quietFrames = -1; ///< Below 0 while nobody waits.
};

} // namespace app
