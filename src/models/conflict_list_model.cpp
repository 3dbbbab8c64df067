// SPDX-License-Identifier: Apache-2.0
#include "conflict_list_model.h"

#include "permissions.h"

using namespace Qt::StringLiterals;

ConflictListModel::ConflictListModel(QObject *parent)
    : AcademyListModel({ "conflictId", "title", "fieldLabel", "summary" }, parent)
{
}

void ConflictListModel::reload()
{
    academy()->run(
        this,
        [](engine::Device &device) {
            const models::Names names(device);
            QList<Row> rows;
            for (const auto &conflict : models::conflictsFor(device)) {
                QStringList people;
                for (const auto &alternative : conflict.alternatives)
                    people.append(names.orYou(alternative.author.text()));
                people.removeDuplicates();
                const auto id = QString::fromStdString(conflict.id());
                rows.append({ id,
                              { id, QString::fromStdString(conflict.title), QString::fromStdString(conflict.fieldLabel),
                                people.join(tr(" and ")) } });
            }
            return rows;
        },
        [this](const QList<Row> &rows) { setRows(rows); });
}
