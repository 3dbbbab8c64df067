// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#ifndef Q_MOC_RUN
#include <functional>
#endif

/// The last command that can be taken back. It outlives the page that gave it: a toast may stand when the
/// page is gone. One at a time; belongs to the UI thread.
class LastChange : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The academy holds it")

public:
    using QObject::QObject;

    /// `takeBack` writes the opposite as an edit of its own; it runs once at most, and never after a later offer.
    void offer(const QString &sentence, std::function<void()> takeBack);
    /// Does nothing where nothing is offered.
    Q_INVOKABLE void takeBack();
    /// The sentence of how taking back ended.
    void say(const QString &sentence, bool problem) { emit said(sentence, problem); }

signals:
    void offered(const QString &sentence);
    void said(const QString &sentence, bool problem);

private:
    std::function<void()> m_takeBack;
};
