// SPDX-License-Identifier: Apache-2.0
#include "week_minutes_model.h"

WeekMinutesModel::WeekMinutesModel(QObject *parent)
    : ValueListModel({ "label", "sanctioned", "outside", "text" }, parent)
{
}

void WeekMinutesModel::setWeeks(const QList<Week> &weeks)
{
    QList<Row> rows;
    int maximum = 1;
    for (const auto &week : weeks) {
        maximum = qMax(maximum, week.sanctioned + week.outside);
        const auto text = week.outside > 0
            ? tr("%1: %2 min, and %3 min outside hours").arg(week.label).arg(week.sanctioned).arg(week.outside)
            : tr("%1: %2 min").arg(week.label).arg(week.sanctioned);
        rows.append({ week.label, { week.label, week.sanctioned, week.outside, text } });
    }
    if (maximum != m_maximum) {
        m_maximum = maximum;
        emit maximumChanged();
    }
    setRows(rows);
}
