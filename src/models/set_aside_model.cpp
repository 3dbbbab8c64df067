// SPDX-License-Identifier: Apache-2.0
#include "set_aside_model.h"

#include "records_read.h"
#include "words.h"

SetAsideModel::SetAsideModel(QObject *parent)
    : AcademyListModel({ "title", "sentence", "when" }, parent)
{
}

void SetAsideModel::reload()
{
    academy()->run(
        this,
        [](engine::Device &device) {
            QList<Row> rows;
            for (const auto &aside : device.setAside()) {
                const auto *type = device.catalogue().byNumber(aside.key.type);
                const auto id = QString::fromStdString(aside.key.id.text() + "/" + std::to_string(aside.dot.seq));
                rows.append({ id,
                              { type ? QString::fromStdString(type->label()) : tr("Something newer"),
                                QString::fromStdString(aside.sentence), models::momentText(aside.at) } });
            }
            return rows;
        },
        [this](const QList<Row> &rows) { setRows(rows); });
}
