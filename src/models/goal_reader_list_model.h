// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// This person's mentors, and whether she lets each read her goals and needs.
class GoalReaderListModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit GoalReaderListModel(QObject *parent = nullptr);

    Q_INVOKABLE void allow(int row, bool allowed);

signals:
    void failed(const QString &sentence);

protected:
    void reload() override;
};
