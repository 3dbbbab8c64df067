// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// What this person wants to grow in. Only she, and each mentor whom she lets, reads it.
class GoalListModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit GoalListModel(QObject *parent = nullptr);

    Q_INVOKABLE void add(const QString &text, const QString &measure, const QString &until);
    /// Takes it up, or marks it met.
    Q_INVOKABLE void moveOn(int row);
    Q_INVOKABLE void remove(int row);

signals:
    void failed(const QString &sentence);

protected:
    void reload() override;
};
