// SPDX-License-Identifier: Apache-2.0
#include "person_choice.h"

#include <algorithm>

PersonChoice::PersonChoice(QObject *parent)
    : ValueListModel({ "recordId", "name", "detail", "chosen" }, parent)
{
}

void PersonChoice::setEntries(const QList<Entry> &entries)
{
    m_entries = entries;
    if (!name().isEmpty() || m_chosen.isEmpty())
        return show();
    choose({});
}

QString PersonChoice::name() const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [this](const Entry &entry) { return entry.id == m_chosen; });
    return found == m_entries.end() ? QString() : found->name;
}

void PersonChoice::choose(const QString &id)
{
    m_chosen = id;
    show();
    emit chosenChanged();
}

void PersonChoice::show()
{
    QList<Row> rows;
    for (const auto &entry : std::as_const(m_entries))
        rows.append({ entry.id, { entry.id, entry.name, entry.detail, entry.id == m_chosen } });
    setRows(rows);
}
