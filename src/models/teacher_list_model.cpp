// SPDX-License-Identifier: Apache-2.0
#include "teacher_list_model.h"

TeacherListModel::TeacherListModel(QObject *parent)
    : AcademyListModel({ "matchId", "name", "initial", "paceText", "pace", "minutesText", "fraction", "hasDraft" },
                       parent)
{
}

ValueListModel::Row TeacherListModel::rowOf(const models::PairView &pair)
{
    const auto id = QString::fromStdString(pair.matchId);
    return {
        id, { id, pair.name, pair.initial, pair.paceText, pair.pace, pair.minutesText, pair.fraction, pair.hasDraft }
    };
}

void TeacherListModel::reload()
{
    academy()->run(
        this,
        [](engine::Device &device) {
            const models::Names names(device);
            QList<Row> rows;
            for (const auto &match : models::ownMatches(device))
                rows.append(rowOf(models::pairView(device, match, names)));
            return rows;
        },
        [this](const QList<Row> &rows) { setRows(rows); });
}
