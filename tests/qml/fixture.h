// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/models/academy.h"

#include <QObject>
#include <QQuickItem>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// What the pages' tests stand on: a copy of the sample store, opened as the app opens it.
class Fixture : public QObject {
    Q_OBJECT

public:
    /// `sample` holds a store that is copied and never changed.
    explicit Fixture(const QString &sample, QObject *parent = nullptr);
    ~Fixture() override;

    /// A new copy of the sample, opened. The academies of earlier calls are gone.
    Q_INVOKABLE Academy *openSample();
    /// An empty store, opened.
    Q_INVOKABLE Academy *openEmpty();
    /// The same, sealed and closed again: it waits for this passphrase.
    Q_INVOKABLE Academy *openSealed(const QString &passphrase);
    /// Closes the store and opens it again from its file, as after a kill.
    Q_INVOKABLE Academy *reopen();

    /// Descriptions of visible controls below `item` that the keyboard reaches and that have no name,
    /// or that are smaller than a finger.
    Q_INVOKABLE QStringList unreachable(QQuickItem *item) const;
    /// Descriptions of visible texts below `item` that stick out of it to the left or right.
    Q_INVOKABLE QStringList outside(QQuickItem *item) const;
    /// True when a visible text below `item` contains `text`.
    Q_INVOKABLE bool shows(QQuickItem *item, const QString &text) const;

private:
    Academy *open();

    QString m_sample;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Academy> m_academy;
};
