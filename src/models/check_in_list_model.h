// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

#ifndef Q_MOC_RUN
#include "pairs.h"
#endif

/// The check-ins of a pair, newest first; or, for a teacher, those that wait for her answer.
class CheckInListModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString matchId READ matchId WRITE setMatchId NOTIFY matchIdChanged)
    Q_PROPERTY(bool onlyToConfirm READ onlyToConfirm WRITE setOnlyToConfirm NOTIFY onlyToConfirmChanged)

public:
    explicit CheckInListModel(QObject *parent = nullptr);

    [[nodiscard]] QString matchId() const { return m_matchId; }
    void setMatchId(const QString &matchId);
    [[nodiscard]] bool onlyToConfirm() const { return m_onlyToConfirm; }
    void setOnlyToConfirm(bool only);

    /// The teacher's answers, each a record of its own.
    Q_INVOKABLE void confirm(int row);
    Q_INVOKABLE void timeDiffers(int row, int minutes);
    Q_INVOKABLE void notHeld(int row);

signals:
    void matchIdChanged();
    void onlyToConfirmChanged();
    void failed(const QString &sentence);

protected:
    void reload() override;

private:
    void answer(int row, cadre::v1::Confirmation result, std::optional<int> minutes);

    QString m_matchId;
    bool m_onlyToConfirm = false;
};
