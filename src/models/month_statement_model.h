// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// This month and the one before of each pair that the person is in: the minutes of its check-ins beside what is
/// promised, and who has signed them.
class MonthStatementModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit MonthStatementModel(QObject *parent = nullptr);

    /// Signs, as this person, the minutes that the row shows. Where others stand there by then nothing is signed, and
    /// the person is told.
    Q_INVOKABLE void sign(int row);

signals:
    void saved(const QString &sentence);
    void failed(const QString &sentence);

protected:
    void reload() override;
};
