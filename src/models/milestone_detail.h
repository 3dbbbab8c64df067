// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "milestone_list_model.h"
#include "view_model.h"

/// One milestone: where it stands, how its date moved, what was said, and what can be done.
class MilestoneDetail : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    Q_PROPERTY(QString title READ title NOTIFY detailChanged)
    Q_PROPERTY(int health READ health NOTIFY detailChanged)
    Q_PROPERTY(QString healthText READ healthText NOTIFY detailChanged)
    Q_PROPERTY(QString practice READ practice NOTIFY detailChanged)
    Q_PROPERTY(QString baselineText READ baselineText NOTIFY detailChanged)
    Q_PROPERTY(QString dueText READ dueText NOTIFY detailChanged)
    Q_PROPERTY(QString owner READ owner NOTIFY detailChanged)
    Q_PROPERTY(QString blocker READ blocker NOTIFY detailChanged)
    Q_PROPERTY(QString planTitle READ planTitle NOTIFY detailChanged)
    Q_PROPERTY(QString schoolName READ schoolName NOTIFY detailChanged)
    Q_PROPERTY(bool atRisk READ atRisk NOTIFY detailChanged)
    Q_PROPERTY(bool flagged READ flagged NOTIFY detailChanged)
    Q_PROPERTY(bool mayEdit READ mayEdit NOTIFY detailChanged)
    Q_PROPERTY(bool mayComment READ mayComment NOTIFY detailChanged)
    Q_PROPERTY(bool isDone READ isDone NOTIFY detailChanged)
    Q_PROPERTY(QString doneText READ doneText NOTIFY detailChanged)
    Q_PROPERTY(QString onServerText READ onServerText NOTIFY detailChanged)
    /// A move that was begun and not finished: kept on this device until it is made or emptied.
    Q_PROPERTY(QString begunDay READ begunDay NOTIFY detailChanged)
    Q_PROPERTY(QString begunReason READ begunReason NOTIFY detailChanged)
    Q_PROPERTY(ValueListModel *revisions READ revisions CONSTANT)
    Q_PROPERTY(ValueListModel *comments READ comments CONSTANT)

public:
    struct View {
        QString title, healthText, practice, baselineText, due, dueText, owner, blocker, planTitle, schoolName,
            doneText, onServerText, begunDay, begunReason;
        int health = 0;
        bool atRisk = false, flagged = false, mayEdit = false, mayComment = false, isDone = false;
        QList<ValueListModel::Row> revisions, comments;
    };

    explicit MilestoneDetail(QObject *parent = nullptr);

    [[nodiscard]] QString recordId() const { return m_recordId; }
    void setRecordId(const QString &recordId);
    [[nodiscard]] QString title() const { return m_view.title; }
    [[nodiscard]] int health() const { return m_view.health; }
    [[nodiscard]] QString healthText() const { return m_view.healthText; }
    [[nodiscard]] QString practice() const { return m_view.practice; }
    [[nodiscard]] QString baselineText() const { return m_view.baselineText; }
    [[nodiscard]] QString dueText() const { return m_view.dueText; }
    [[nodiscard]] QString owner() const { return m_view.owner; }
    [[nodiscard]] QString blocker() const { return m_view.blocker; }
    [[nodiscard]] QString planTitle() const { return m_view.planTitle; }
    [[nodiscard]] QString schoolName() const { return m_view.schoolName; }
    [[nodiscard]] bool atRisk() const { return m_view.atRisk; }
    [[nodiscard]] bool flagged() const { return m_view.flagged; }
    [[nodiscard]] bool mayEdit() const { return m_view.mayEdit; }
    [[nodiscard]] bool mayComment() const { return m_view.mayComment; }
    [[nodiscard]] bool isDone() const { return m_view.isDone; }
    [[nodiscard]] QString doneText() const { return m_view.doneText; }
    [[nodiscard]] QString onServerText() const { return m_view.onServerText; }
    [[nodiscard]] QString begunDay() const { return m_view.begunDay; }
    [[nodiscard]] QString begunReason() const { return m_view.begunReason; }
    [[nodiscard]] ValueListModel *revisions() const { return m_revisions; }
    [[nodiscard]] ValueListModel *comments() const { return m_comments; }

    Q_INVOKABLE void doneOn(const QString &isoDay);
    /// A comment that asks the owner.
    Q_INVOKABLE void askOwner(const QString &text);
    /// Moves the due date and writes why beside it. A reason is needed (V18).
    Q_INVOKABLE void moveDate(const QString &isoDay, const QString &reason);
    /// Keeps what is typed of a move, so that a lock or an end loses none of it.
    Q_INVOKABLE void keepMove(const QString &isoDay, const QString &reason);
    Q_INVOKABLE void setFlag(bool flagged);
    Q_INVOKABLE void setAtRisk(bool atRisk);
    Q_INVOKABLE void setBlocker(const QString &text);

signals:
    void recordIdChanged();
    void detailChanged();
    void saved(const QString &text);
    void failed(const QString &text);

protected:
    void reload() override;

private:
    void change(const QString &said, std::function<void(cadre::v1::Milestone &)> edit);

    QString m_recordId;
    View m_view;
    /// The milestone as it stands on screen: what saving says its author knew.
    std::shared_ptr<engine::Form> m_form;
    ValueListModel *m_revisions;
    ValueListModel *m_comments;
};
