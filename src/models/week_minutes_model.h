// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// Minutes by week: held in time set aside for it, and outside hours.
class WeekMinutesModel : public ValueListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A page's state holds it")
    Q_PROPERTY(int maximum READ maximum NOTIFY maximumChanged)

public:
    struct Week {
        QString label;
        int sanctioned = 0;
        int outside = 0;
    };

    explicit WeekMinutesModel(QObject *parent);

    [[nodiscard]] int maximum() const { return m_maximum; }
    void setWeeks(const QList<Week> &weeks);

signals:
    void maximumChanged();

private:
    int m_maximum = 1;
};
