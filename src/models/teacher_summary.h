// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"
#include "view_model.h"

#ifndef Q_MOC_RUN
#include "pairs.h"
#endif

/// One pair, as the head of a teacher's page.
class TeacherSummary : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString matchId READ matchId WRITE setMatchId NOTIFY matchIdChanged)
    Q_PROPERTY(QString name READ name NOTIFY summaryChanged)
    Q_PROPERTY(QString initial READ initial NOTIFY summaryChanged)
    Q_PROPERTY(QString paceText READ paceText NOTIFY summaryChanged)
    Q_PROPERTY(int pace READ pace NOTIFY summaryChanged)
    Q_PROPERTY(QString minutesText READ minutesText NOTIFY summaryChanged)
    Q_PROPERTY(double fraction READ fraction NOTIFY summaryChanged)
    Q_PROPERTY(bool hasDraft READ hasDraft NOTIFY summaryChanged)
    /// How confident the teacher felt, oldest first; check-ins without an answer are left out.
    Q_PROPERTY(ValueListModel *confidence READ confidence CONSTANT)
    Q_PROPERTY(QString confidenceText READ confidenceText NOTIFY summaryChanged)

public:
    explicit TeacherSummary(QObject *parent = nullptr);

    [[nodiscard]] QString matchId() const { return m_matchId; }
    void setMatchId(const QString &matchId);
    [[nodiscard]] QString name() const { return m_pair.name; }
    [[nodiscard]] QString initial() const { return m_pair.initial; }
    [[nodiscard]] QString paceText() const { return m_pair.paceText; }
    [[nodiscard]] int pace() const { return m_pair.pace; }
    [[nodiscard]] QString minutesText() const { return m_pair.minutesText; }
    [[nodiscard]] double fraction() const { return m_pair.fraction; }
    [[nodiscard]] bool hasDraft() const { return m_pair.hasDraft; }
    [[nodiscard]] ValueListModel *confidence() const { return m_confidence; }
    [[nodiscard]] QString confidenceText() const { return m_confidenceText; }

signals:
    void matchIdChanged();
    void summaryChanged();

protected:
    void reload() override;

private:
    QString m_matchId;
    models::PairView m_pair;
    ValueListModel *m_confidence;
    QString m_confidenceText;
};
