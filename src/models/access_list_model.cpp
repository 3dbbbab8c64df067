// SPDX-License-Identifier: Apache-2.0
#include "access_list_model.h"

#include "place_words.h"
#include "words.h"

#include "cadre/v1/access.pb.h"

namespace {

namespace v1 = cadre::v1;

QString whatOf(const engine::Device &device, const v1::AccessEntry &entry, const models::Names &names)
{
    const auto place = record::ScopeId::parse(entry.place());
    const auto where = place ? models::placeWords(device, *place, names) : QString();
    if (entry.kind() == v1::ACCESS_KIND_EXPORTED)
        return AccessListModel::tr("%1 · copied from a device", "your conversations · copied").arg(where);
    const auto *type = device.catalogue().byName(entry.record_type());
    if (!type)
        return where;
    const auto what = models::typeLabel(*type);
    return where.isEmpty() ? what : AccessListModel::tr("%1 · %2", "your conversations · note").arg(where, what);
}

QString whenOf(const v1::AccessEntry &entry, domain::Day today)
{
    const auto first = models::shortDay(entry.first_on(), today);
    if (entry.first_on() == entry.last_on())
        return AccessListModel::tr("On %1").arg(first);
    const auto span =
        AccessListModel::tr("First on %1, last on %2").arg(first, models::shortDay(entry.last_on(), today));
    return entry.days() > 0 ? AccessListModel::tr("%1 · on %n day(s)", nullptr, entry.days()).arg(span) : span;
}

} // namespace

AccessListModel::AccessListModel(QObject *parent)
    : AcademyListModel({ "recordId", "who", "initial", "what", "when" }, parent)
{
}

void AccessListModel::setOpened(bool opened)
{
    if (m_opened == opened)
        return;
    m_opened = opened;
    emit openedChanged();
    scheduleReload();
}

void AccessListModel::reload()
{
    academy()->run(
        this,
        [delivered = !m_opened](engine::Device &device) {
            QList<Row> rows;
            const models::Names names(device);
            const auto today = models::today(device);
            const record::ScopeId place { .kind = v1::SCOPE_KIND_ACCESS, .key = device.identity().person };
            for (const auto &entry :
                 models::all<v1::AccessEntry>(device, { .scope = place, .orderBy = "last_on", .descending = true })) {
                if ((entry.message.kind() == v1::ACCESS_KIND_DELIVERED) != delivered)
                    continue;
                const auto who = names.of(entry.message.reader());
                rows.append({ entry.idText(),
                              { entry.idText(), who, models::initialOf(who), whatOf(device, entry.message, names),
                                whenOf(entry.message, today) } });
            }
            return rows;
        },
        [this](const QList<Row> &rows) { setRows(rows); });
}
