// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"
#include "view_model.h"

#ifndef Q_MOC_RUN
#include "sharing.h"
#endif

/// Rows of which some are chosen.
class ChosenListModel : public ValueListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A page's state holds it")

public:
    explicit ChosenListModel(QObject *parent);

    /// Ids, titles and details; what was chosen stays so.
    struct Entry {
        QString id, title, detail;
    };
    void setEntries(const QList<Entry> &entries);
    [[nodiscard]] std::vector<std::string> chosen() const;
    Q_INVOKABLE void choose(int row, bool chosen);

signals:
    void chosenChanged();

private:
    void show();

    QList<Entry> m_entries;
    QSet<QString> m_chosen;
};

/// A proposal to show something of a pair: which parts, to whom, how and until when.
class ShareProposal : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString matchId READ matchId WRITE setMatchId NOTIFY matchIdChanged)
    Q_PROPERTY(QString otherName READ otherName NOTIFY viewChanged)
    Q_PROPERTY(ChosenListModel *parts READ parts CONSTANT)
    Q_PROPERTY(ChosenListModel *readers READ readers CONSTANT)
    /// Who cannot be a reader, since they evaluate the teacher.
    Q_PROPERTY(QString notOffered READ notOffered NOTIFY viewChanged)
    Q_PROPERTY(bool follows READ follows WRITE setFollows NOTIFY termsChanged)
    Q_PROPERTY(QString until READ until WRITE setUntil NOTIFY termsChanged)
    /// List of {label, day}.
    Q_PROPERTY(QVariantList untilChoices READ untilChoices NOTIFY viewChanged)
    Q_PROPERTY(bool complete READ complete NOTIFY termsChanged)

public:
    struct View {
        QString matchId, otherName, notOffered;
        QList<ChosenListModel::Entry> parts, readers;
        QVariantList untilChoices;
    };

    explicit ShareProposal(QObject *parent = nullptr);

    /// Empty for the first of this person's pairs.
    [[nodiscard]] QString matchId() const { return m_matchId; }
    void setMatchId(const QString &matchId);
    [[nodiscard]] QString otherName() const { return m_view.otherName; }
    [[nodiscard]] ChosenListModel *parts() const { return m_parts; }
    [[nodiscard]] ChosenListModel *readers() const { return m_readers; }
    [[nodiscard]] QString notOffered() const { return m_view.notOffered; }
    [[nodiscard]] bool follows() const { return m_follows; }
    void setFollows(bool follows);
    [[nodiscard]] QString until() const { return m_until; }
    void setUntil(const QString &day);
    [[nodiscard]] QVariantList untilChoices() const { return m_view.untilChoices; }
    [[nodiscard]] bool complete() const;

    Q_INVOKABLE void propose();

signals:
    void matchIdChanged();
    void viewChanged();
    void termsChanged();
    void proposed(const QString &sentence);
    void failed(const QString &sentence);

protected:
    void reload() override;

private:
    QString m_matchId;
    View m_view;
    ChosenListModel *m_parts;
    ChosenListModel *m_readers;
    bool m_follows = false;
    QString m_until;
};
