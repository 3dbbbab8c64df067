// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QQuickItem>

class QQuickWindow;

/// Somebody's hand before the window: it finds what it wants by the name that a screen reader says, touches only what
/// can be seen, and counts. In QML the singleton Hand.
class Hand : public QObject {
    Q_OBJECT
    Q_PROPERTY(int taps READ taps NOTIFY moved)
    Q_PROPERTY(int swipes READ swipes NOTIFY moved) ///< To bring into view what lies further down or up.
    Q_PROPERTY(int keys READ keys NOTIFY moved)

public:
    using QObject::QObject;

    [[nodiscard]] int taps() const { return m_taps; }
    [[nodiscard]] int swipes() const { return m_swipes; }
    [[nodiscard]] int keys() const { return m_keys; }

    /// Counts from 0, before the window that holds this item.
    Q_INVOKABLE void before(QQuickItem *item);
    /// Shown, enabled, and named so, or beginning so where nothing is named so.
    Q_INVOKABLE bool finds(const QString &name) const;
    /// Swipes until it is in view, and taps it. False where there is no such control.
    Q_INVOKABLE bool tap(const QString &name);
    /// Into what has the focus.
    Q_INVOKABLE void type(const QString &text);
    Q_INVOKABLE void press(int key);
    /// True when a text that is shown in the window contains these words.
    Q_INVOKABLE bool reads(const QString &words) const;

signals:
    void moved();

private:
    [[nodiscard]] QQuickItem *control(const QString &name) const;
    /// The uppermost first.
    [[nodiscard]] QList<QQuickItem *> layers() const;
    [[nodiscard]] bool bringIntoView(QQuickItem *item);

    QQuickWindow *m_window = nullptr;
    int m_taps = 0;
    int m_swipes = 0;
    int m_keys = 0;
};
