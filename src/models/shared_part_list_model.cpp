// SPDX-License-Identifier: Apache-2.0
#include "shared_part_list_model.h"

#include "opened.h"
#include "sharing.h"

#include <algorithm>

SharedPartListModel::SharedPartListModel(QObject *parent)
    : AcademyListModel({ "recordId", "title", "who", "body" }, parent)
{
}

void SharedPartListModel::reload()
{
    academy()->run(
        this,
        [](engine::Device &device) {
            QList<Row> rows;
            const models::Names names(device);
            const auto own = models::ownShares(device);
            for (const auto &part : models::all<cadre::v1::SharedPart>(device)) {
                const bool isOwn = std::any_of(own.begin(), own.end(),
                                               [&](const auto &share) { return share.key.id == part.key.scope.key; });
                if (isOwn)
                    continue;
                models::noteOpened(device, part.key);
                rows.append({ part.idText(),
                              { part.idText(), models::partTitle(part.message), names.of(part.message.author()),
                                QString::fromStdString(part.message.body()) } });
            }
            return rows;
        },
        [this](const QList<Row> &rows) { setRows(rows); });
}
