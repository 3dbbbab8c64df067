// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QQuickItem>
#include <QStringList>
#include <QTranslator>

#include <functional>

/// Calls `visit` with the item and everything below it that is visible, in the order in which it is drawn.
void eachShown(QQuickItem *item, const std::function<void(QQuickItem *)> &visit);
/// The same for what can be pressed or typed into.
void eachControl(QQuickItem *page, const std::function<void(QQuickItem *)> &visit);

/// Walks a page that is shown, as people do who see little, hear it, or use the keyboard alone. Each answer is a list
/// of findings in words, empty where all is well.
class PageWalk : public QObject {
    Q_OBJECT

public:
    /// `translations` is the folder of the cadre_*.qm files.
    explicit PageWalk(QString translations, QObject *parent = nullptr);

    /// Shows what is made from now on in this language, such as "es"; "en" is the texts as they are written.
    Q_INVOKABLE void speak(const QString &language);

    /// Returns when the page has been laid out and drawn as often as late bindings need.
    Q_INVOKABLE void settle(QQuickItem *page) const;

    /// Controls that a screen reader has no name for.
    Q_INVOKABLE QStringList nameless(QQuickItem *page) const;
    /// Controls smaller than 48 by 48, where a mask does not make up for it.
    Q_INVOKABLE QStringList small(QQuickItem *page) const;
    /// Texts of which not everything is seen.
    Q_INVOKABLE QStringList cut(QQuickItem *page) const;
    /// Controls to which Tab does not lead, and those that stay out of view when it does.
    Q_INVOKABLE QStringList beyondKeyboard(QQuickItem *page) const;

private:
    QString m_translations;
    QTranslator m_translator;
};
