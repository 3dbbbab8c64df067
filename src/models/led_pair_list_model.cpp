// SPDX-License-Identifier: Apache-2.0
#include "led_pair_list_model.h"

#include "pairs.h"
#include "permissions.h"

#include "src/domain/led_contact.h"

#include <algorithm>

namespace {

QList<ValueListModel::Row> readPairs(engine::Device &device)
{
    const models::Names names(device);
    const auto facts = models::factsOf(device);
    const auto today = models::today(device);
    QList<ValueListModel::Row> rows;
    for (const auto &match : models::all<cadre::v1::MentorMatch>(device)) {
        const auto *fact = facts.match(match.key.id);
        if (!fact || fact->status != cadre::v1::MATCH_STATUS_ACTIVE
            || !domain::leadsPair(device.identity().person, *fact, facts, today))
            continue;
        const auto pair = models::pairView(device, match, names);
        const auto mentor = LedPairListModel::tr("with %1", "a mentor’s name").arg(names.of(match.message.mentor()));
        rows.append({ match.idText(),
                      { match.idText(), pair.name, pair.initial, mentor, pair.paceText, pair.pace, pair.minutesText,
                        pair.fraction, pair.hasDraft } });
    }
    std::sort(rows.begin(), rows.end(), [](const auto &one, const auto &other) {
        return one.values.at(1).toString().localeAwareCompare(other.values.at(1).toString()) < 0;
    });
    return rows;
}

} // namespace

LedPairListModel::LedPairListModel(QObject *parent)
    : AcademyListModel(
        { "matchId", "name", "initial", "mentorText", "paceText", "pace", "minutesText", "fraction", "hasDraft" },
        parent)
{
}

void LedPairListModel::reload()
{
    academy()->run(this, readPairs, [this](const QList<Row> &rows) { setRows(rows); });
}
