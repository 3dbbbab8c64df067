// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// Where this person wants help, and how much: her latest answer for each area.
class NeedListModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit NeedListModel(QObject *parent = nullptr);

    /// 1: none, 5: a great deal. A later answer of the same area is another record.
    Q_INVOKABLE void say(const QString &area, int level);

signals:
    void failed(const QString &sentence);

protected:
    void reload() override;
};
