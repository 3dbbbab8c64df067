// SPDX-License-Identifier: Apache-2.0
#include "share_list_model.h"

#include "pairs.h"
#include "sharing.h"
#include "words.h"

#include <algorithm>

namespace {

namespace v1 = cadre::v1;

QString partsOf(const engine::Device &device, const v1::NoteShare &share)
{
    QStringList parts;
    for (const auto &source : share.parts()) {
        if (const auto part = models::partOf(device, share.match_id(), source))
            parts.append(
                ShareListModel::tr("%1: “%2”").arg(models::partTitle(*part), QString::fromStdString(part->body())));
    }
    return parts.join(u'\n');
}

QString stateText(models::ShareState state, const QString &other)
{
    switch (state) {
    case models::ShareState::WaitsForYou:
        return ShareListModel::tr("waits for you");
    case models::ShareState::WaitsForOther:
        return ShareListModel::tr("waits for %1").arg(other);
    case models::ShareState::Shared:
        return ShareListModel::tr("shared");
    default:
        return ShareListModel::tr("over");
    }
}

ValueListModel::Row rowOf(const engine::Device &device, const models::Found<v1::NoteShare> &share,
                          const models::Names &names)
{
    const auto &message = share.message;
    const auto self = device.identity().person.text();
    const auto match = models::one<v1::MentorMatch>(device, message.match_id());
    const bool isMentor = match && match->message.mentor() == self;
    const auto other = match ? names.of(isMentor ? match->message.teacher() : match->message.mentor()) : QString();
    QStringList readers;
    for (const auto &reader : message.readers())
        readers.append(names.of(reader));
    const auto state = models::stateOf(message, device);
    const auto mode = models::choice(*v1::ShareMode_descriptor(), message.mode());
    const auto until = models::shortDay(message.until(), models::today(device));
    return { share.idText(),
             { share.idText(), readers.join(QStringLiteral(", ")), partsOf(device, message),
               ShareListModel::tr("%1, until %2", "With later changes, until 30 June").arg(mode, until),
               ShareListModel::tr("Proposed by %1").arg(names.orYou(message.proposed_by())), static_cast<int>(state),
               stateText(state, other) } };
}

} // namespace

ShareListModel::ShareListModel(QObject *parent)
    : AcademyListModel({ "recordId", "readers", "parts", "terms", "proposedText", "state", "stateText" }, parent)
{
}

void ShareListModel::reload()
{
    academy()->run(
        this,
        [](engine::Device &device) {
            auto shares = models::ownShares(device);
            std::stable_sort(shares.begin(), shares.end(), [&](const auto &a, const auto &b) {
                return models::stateOf(a.message, device) < models::stateOf(b.message, device);
            });
            QList<Row> rows;
            const models::Names names(device);
            for (const auto &share : shares)
                rows.append(rowOf(device, share, names));
            return rows;
        },
        [this](const QList<Row> &rows) { setRows(rows); });
}

void ShareListModel::agree(int row)
{
    academy()->save(
        this, [id = idAt(row).toStdString()](engine::Device &device) { models::agreeToShare(device, id); }, {},
        [this](const QString &sentence) { emit failed(sentence); });
}

void ShareListModel::end(int row)
{
    academy()->save(
        this, [id = idAt(row).toStdString()](engine::Device &device) { models::endShare(device, id); }, {},
        [this](const QString &sentence) { emit failed(sentence); });
}
