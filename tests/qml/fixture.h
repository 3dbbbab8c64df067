// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/models/look.h"
#include "src/models/people.h"
#include "tests/qml/page_walk.h"

#include <QObject>
#include <QQuickItem>
#include <QStringList>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

/// What the pages' tests stand on: a copy of the sample store, opened as the app opens it.
class Fixture : public QObject {
    Q_OBJECT
    /// Who share the device that was opened last.
    Q_PROPERTY(People *people READ people NOTIFY opened)
    /// The look of a device that nobody has changed.
    Q_PROPERTY(Look *look READ look CONSTANT)
    /// What a try at the device's PIN sees as now is later by this, in milliseconds.
    Q_PROPERTY(qint64 later MEMBER m_later NOTIFY opened)

    /// What the browser was asked to show.
    Q_PROPERTY(QUrl browsed MEMBER m_browsed NOTIFY opened)

public:
    /// `sample` holds a store that is copied and never changed. `walk` must outlive this.
    Fixture(const QString &sample, const PageWalk &walk, QObject *parent = nullptr);
    ~Fixture() override;

    /// A new copy of the sample, opened. The academies of earlier calls are gone.
    Q_INVOKABLE Academy *openSample();
    /// The same of the teacher whom the sample's person mentors.
    Q_INVOKABLE Academy *openTeacher();
    /// The same of somebody who leads the mentoring of the sample's school.
    Q_INVOKABLE Academy *openLead();
    /// How many openings wait to be told to the server. Closes the store and opens it again.
    Q_INVOKABLE int openingsNoted();
    /// The files in those folders beside the store whose names begin so.
    Q_INVOKABLE QStringList filesIn(const QString &folder) const;
    /// Where the store lies.
    [[nodiscard]] Q_INVOKABLE QUrl directory() const { return QUrl::fromLocalFile(m_directory->path()); }
    /// An empty store, opened.
    Q_INVOKABLE Academy *openEmpty();
    /// The same, sealed and closed again: it waits for this passphrase.
    Q_INVOKABLE Academy *openSealed(const QString &passphrase);
    /// A device on which nobody has joined.
    Q_INVOKABLE People *openNew();
    /// A device with one copy of the sample for each name, sealed with the name, “ on a green hill” after it.
    Q_INVOKABLE People *openShared(const QStringList &names);
    /// Answers every call from now on with this body, as Latin-1; gives the address.
    Q_INVOKABLE QString answerCalls(const QString &text);
    /// As when the program ends where there is no keychain.
    Q_INVOKABLE void forgetSecrets();
    /// What isGone() is asked about.
    Q_INVOKABLE void watch(QObject *object) { m_watched = object; }
    Q_INVOKABLE bool isGone() const { return m_watched.isNull(); }
    /// Closes the store and opens it again from its file, as after a kill.
    Q_INVOKABLE Academy *reopen();

    /// Descriptions of visible controls below `item` that have no name or are smaller than a finger.
    Q_INVOKABLE QStringList unreachable(QQuickItem *item) const;
    /// Descriptions of visible texts below `item` that stick out of it to the left or right.
    Q_INVOKABLE QStringList outside(QQuickItem *item) const;
    /// True when a visible text below `item` contains `text`.
    Q_INVOKABLE bool shows(QQuickItem *item, const QString &text) const;

    [[nodiscard]] Look *look() { return &m_look; }
    [[nodiscard]] People *people() const { return m_people.get(); }

signals:
    void opened();

private:
    People *open();
    [[nodiscard]] QString begin();

    QString m_sample;
    const PageWalk *m_walk;
    QTemporaryDir m_looks;
    Look m_look { m_looks.filePath(QStringLiteral("look.ini")) };
    qint64 m_later = 0;
    QUrl m_browsed;
    QTcpServer m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<MemorySecrets> m_secrets = std::make_unique<MemorySecrets>();
    std::unique_ptr<People> m_people;
    QPointer<QObject> m_watched;
};
