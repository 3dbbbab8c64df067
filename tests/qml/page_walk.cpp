// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/page_walk.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QLocale>
#include <QQuickWindow>
#include <QSet>

#include <algorithm>

namespace {

constexpr qreal target = 48;
constexpr int framesToSettle = 4;
constexpr qreal slack = 1; // what rounding may take

bool isControl(const QQuickItem *item)
{
    if (item->parentItem() && item->parentItem()->inherits("QQuickSpinBox"))
        return false;
    return item->activeFocusOnTab() || item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextField")
        || item->inherits("QQuickTextArea") || item->inherits("QQuickSpinBox") || item->inherits("QQuickMouseArea");
}

QString words(const QQuickItem *item)
{
    auto *accessible = QAccessible::queryAccessibleInterface(const_cast<QQuickItem *>(item));
    const auto name = accessible ? accessible->text(QAccessible::Name) : QString();
    return QString::fromLatin1(item->metaObject()->className()).section('_', 0, 0) + ' ' + item->objectName() + " “"
        + name + "”";
}

QRectF within(const QQuickItem *item, const QQuickItem *outer)
{
    return item->mapRectToItem(outer, QRectF(0, 0, item->width(), item->height()));
}

/// The part of the item that no ancestor cuts off, in the item's own coordinates.
QRectF inView(const QQuickItem *item)
{
    QRectF left(0, 0, item->width(), item->height());
    for (const auto *outer = item->parentItem(); outer; outer = outer->parentItem()) {
        if (outer->clip() || !outer->parentItem())
            left &= outer->mapRectToItem(item, QRectF(0, 0, outer->width(), outer->height()));
    }
    return left;
}

bool isCut(const QQuickItem *text)
{
    const auto width = text->property("paintedWidth").toReal();
    const auto height = text->property("paintedHeight").toReal();
    if (text->property("truncated").toBool() || width > text->width() + slack || height > text->height() + slack)
        return true;
    for (const auto *outer = text->parentItem(); outer; outer = outer->parentItem()) {
        const auto box = within(text, outer);
        const bool isTooWide = box.left() < -slack || box.right() > outer->width() + slack;
        const bool isTooHigh = box.top() < -slack || box.bottom() > outer->height() + slack;
        if (outer->inherits("QQuickFlickable"))
            return isTooWide;
        if (outer->inherits("QQuickControl") || outer->clip())
            return isTooWide || isTooHigh;
    }
    return false;
}

QSet<QQuickItem *> tabChain(QQuickItem *page)
{
    QSet<QQuickItem *> chain;
    for (auto *item = page->nextItemInFocusChain(true); item && !chain.contains(item);
         item = item->nextItemInFocusChain(true))
        chain.insert(item);
    return chain;
}

} // namespace

void eachShown(QQuickItem *item, const std::function<void(QQuickItem *)> &visit)
{
    if (!item->isVisible())
        return;
    visit(item);
    for (auto *child : item->childItems())
        eachShown(child, visit);
}

void eachControl(QQuickItem *page, const std::function<void(QQuickItem *)> &visit)
{
    eachShown(page, [&](QQuickItem *item) {
        if (item->isEnabled() && isControl(item))
            visit(item);
    });
}

PageWalk::PageWalk(QString translations, QObject *parent)
    : QObject(parent)
    , m_translations(std::move(translations))
{
}

void PageWalk::speak(const QString &language)
{
    QCoreApplication::removeTranslator(&m_translator);
    QLocale::setDefault(language == "en" ? QLocale(QLocale::English, QLocale::UnitedStates) : QLocale(language));
    if (!m_translator.load(m_translations + "/cadre_" + language + ".qm"))
        qFatal("the translations are missing");
    QCoreApplication::installTranslator(&m_translator);
}

void PageWalk::settle(QQuickItem *page) const
{
    for (int frame = 0; frame < framesToSettle; ++frame) {
        QCoreApplication::processEvents();
        (void)page->window()->grabWindow();
    }
}

QStringList PageWalk::nameless(QQuickItem *page) const
{
    QStringList found;
    eachControl(page, [&](QQuickItem *item) {
        auto *accessible = QAccessible::queryAccessibleInterface(item);
        if (!item->inherits("QQuickMouseArea")
            && (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty()))
            found << words(item) + " has no name";
    });
    return found;
}

QStringList PageWalk::small(QQuickItem *page) const
{
    QStringList found;
    eachControl(page, [&](QQuickItem *item) {
        const auto *mask = item->containmentMask();
        const auto width = mask ? mask->property("width").toReal() : item->width();
        const auto height = mask ? mask->property("height").toReal() : item->height();
        if (width < target - slack || height < target - slack)
            found << words(item) + QString(" is %1 by %2").arg(width).arg(height);
    });
    return found;
}

QStringList PageWalk::cut(QQuickItem *page) const
{
    QStringList found;
    eachShown(page, [&](QQuickItem *item) {
        const auto text = item->property("text").toString();
        if (item->inherits("QQuickText") && !text.isEmpty() && isCut(item))
            found << QString("“%1” has %2 by %3 and needs %4 by %5")
                         .arg(text)
                         .arg(item->width())
                         .arg(item->height())
                         .arg(item->property("paintedWidth").toReal())
                         .arg(item->property("paintedHeight").toReal());
    });
    return found;
}

QStringList PageWalk::beyondKeyboard(QQuickItem *page) const
{
    QStringList found;
    const auto chain = tabChain(page);
    eachControl(page, [&](QQuickItem *item) {
        if (!chain.contains(item)) {
            found << words(item) + " is not reached by Tab";
            return;
        }
        item->forceActiveFocus(Qt::TabFocusReason);
        const auto shown = inView(item);
        if (shown.height() < std::min(item->height(), target / 2)
            || shown.width() < std::min(item->width(), target / 2))
            found << words(item) + " stays out of view";
    });
    return found;
}
