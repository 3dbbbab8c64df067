// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

#ifndef Q_MOC_RUN
#include "pairs.h"
#endif

/// The check-ins of a pair, newest first; or, for a teacher, all of hers, or those that wait for her answer.
class CheckInListModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString matchId READ matchId WRITE setMatchId NOTIFY matchIdChanged)
    Q_PROPERTY(bool ofTeacher READ ofTeacher WRITE setOfTeacher NOTIFY ofTeacherChanged)
    Q_PROPERTY(int unanswered READ unanswered NOTIFY unansweredChanged)
    Q_PROPERTY(bool onlyToConfirm READ onlyToConfirm WRITE setOnlyToConfirm NOTIFY onlyToConfirmChanged)

public:
    explicit CheckInListModel(QObject *parent = nullptr);

    [[nodiscard]] QString matchId() const { return m_matchId; }
    void setMatchId(const QString &matchId);
    [[nodiscard]] bool onlyToConfirm() const { return m_onlyToConfirm; }
    void setOnlyToConfirm(bool only);

    /// All check-ins in which this person is the teacher.
    [[nodiscard]] bool ofTeacher() const { return m_ofTeacher; }
    void setOfTeacher(bool all);
    /// Those in the list that wait for this person's answer.
    [[nodiscard]] int unanswered() const { return m_unanswered; }

    /// The teacher's answers, each a record of its own.
    Q_INVOKABLE void confirm(int row);
    Q_INVOKABLE void timeDiffers(int row, int minutes);
    Q_INVOKABLE void notHeld(int row);
    /// Yes to everything in the list that waits for her.
    Q_INVOKABLE void confirmAll();
    /// The teacher says so on her mentor's device, and it stands there as such.
    Q_INVOKABLE void confirmInPerson(int row);

signals:
    void matchIdChanged();
    void onlyToConfirmChanged();
    void ofTeacherChanged();
    void unansweredChanged();
    void failed(const QString &sentence);

protected:
    void reload() override;

private:
    void answer(int row, cadre::v1::Confirmation result, std::optional<int> minutes);

    void show(const QList<Row> &rows);

    QString m_matchId;
    bool m_ofTeacher = false;
    int m_unanswered = 0;
    bool m_onlyToConfirm = false;
};
