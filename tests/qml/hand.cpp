// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/hand.h"

#include "tests/qml/page_walk.h"

#include <QAccessible>
#include <QDebug>
#include <QQuickWindow>
#include <QTest>

namespace {

QString nameOf(QQuickItem *item)
{
    auto *accessible = QAccessible::queryAccessibleInterface(item);
    return accessible ? accessible->text(QAccessible::Name).trimmed() : QString();
}

QRectF boxOf(const QQuickItem *item, const QQuickItem *outer)
{
    return item->mapRectToItem(outer, QRectF(0, 0, item->width(), item->height()));
}

/// A control below what is not enabled is not enabled either; below what is faded out it can't be seen.
bool canBeTouched(const QQuickItem *item)
{
    for (const auto *outer = item; outer; outer = outer->parentItem()) {
        if (!outer->isVisible() || !outer->isEnabled() || outer->opacity() < 0.5)
            return false;
    }
    return item->width() > 0 && item->height() > 0;
}

} // namespace

void Hand::before(QQuickItem *item)
{
    m_window = item->window();
    m_taps = m_swipes = m_keys = 0;
    emit moved();
}

QQuickItem *Hand::control(const QString &name) const
{
    // What lies over the page is touched first.
    for (auto *layer : layers()) {
        QQuickItem *is = nullptr;
        QQuickItem *begins = nullptr;
        eachControl(layer, [&](QQuickItem *item) {
            const auto called = nameOf(item);
            if (!canBeTouched(item) || !called.startsWith(name))
                return;
            auto *&found = called == name ? is : begins;
            found = found ? found : item;
        });
        if (is || begins)
            return is ? is : begins;
    }
    return nullptr;
}

QList<QQuickItem *> Hand::layers() const
{
    QList<QQuickItem *> layers { m_window->contentItem() };
    for (auto *item : m_window->contentItem()->childItems()) {
        if (item->inherits("QQuickOverlay"))
            layers.prepend(item);
    }
    return layers;
}

bool Hand::finds(const QString &name) const
{
    return control(name) != nullptr;
}

bool Hand::bringIntoView(QQuickItem *item)
{
    bool swiped = false;
    for (auto *outer = item->parentItem(); outer; outer = outer->parentItem()) {
        if (!outer->inherits("QQuickFlickable"))
            continue;
        const auto box = boxOf(item, outer);
        const auto over = box.bottom() > outer->height() ? box.bottom() - outer->height()
            : box.top() < 0                              ? box.top()
                                                         : 0;
        if (over != 0) {
            outer->setProperty("contentY", outer->property("contentY").toReal() + over);
            swiped = true;
        }
    }
    m_swipes += swiped ? 1 : 0;
    (void)m_window->grabWindow();
    return QRectF(0, 0, m_window->width(), m_window->height()).contains(boxOf(item, m_window->contentItem()).center());
}

bool Hand::tap(const QString &name)
{
    QCoreApplication::processEvents();
    (void)m_window->grabWindow();
    auto *item = control(name);
    if (!item || !bringIntoView(item)) {
        QStringList names;
        eachControl(m_window->contentItem(), [&](QQuickItem *other) { names << nameOf(other); });
        qWarning().noquote() << "Nothing here is called" << name << "but:" << names.join(" | ");
        return false;
    }
    ++m_taps;
    emit moved();
    QTest::mouseClick(m_window, Qt::LeftButton, {}, boxOf(item, m_window->contentItem()).center().toPoint());
    return true;
}

void Hand::type(const QString &text)
{
    for (const auto letter : text) {
        ++m_keys;
        QTest::keyClick(m_window, letter.toLatin1());
    }
    emit moved();
}

void Hand::press(int key)
{
    ++m_keys;
    emit moved();
    QTest::keyClick(m_window, static_cast<Qt::Key>(key));
}

bool Hand::reads(const QString &words) const
{
    bool found = false;
    eachShown(m_window->contentItem(), [&](QQuickItem *item) {
        found = found || (item->inherits("QQuickText") && item->property("text").toString().contains(words));
    });
    return found;
}
