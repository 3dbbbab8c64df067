// SPDX-License-Identifier: Apache-2.0
#include "value_list_model.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <algorithm>

ValueListModel::ValueListModel(const QList<QByteArray> &roles, QObject *parent)
    : QAbstractListModel(parent)
    , m_roles(roles)
{
}

int ValueListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ValueListModel::data(const QModelIndex &index, int role) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? m_rows.at(index.row()).values.value(role - Qt::UserRole)
                                                             : QVariant();
}

QVariant ValueListModel::valueAt(int row, const QByteArray &role) const
{
    return m_rows.value(row).values.value(m_roles.indexOf(role));
}

QHash<int, QByteArray> ValueListModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (int i = 0; i < m_roles.size(); ++i)
        names.insert(Qt::UserRole + i, m_roles.at(i));
    return names;
}

void ValueListModel::setRows(const QList<Row> &rows)
{
    removeAllBut(rows);
    const auto staying = stayingIds(rows);
    QSet<QString> known;
    for (const auto &row : std::as_const(m_rows))
        known.insert(row.id);
    int at = -1; // where the wanted row before this one now is
    for (int i = 0; i < rows.size(); ++i) {
        const auto &wanted = rows.at(i);
        if (!known.contains(wanted.id)) {
            int end = i + 1;
            while (end < rows.size() && !known.contains(rows.at(end).id))
                ++end;
            beginInsertRows({}, at + 1, at + end - i);
            for (; i < end; ++i)
                m_rows.insert(++at, rows.at(i));
            endInsertRows();
            --i;
            continue;
        }
        at = staying.contains(wanted.id) ? find(wanted.id, at + 1) : bring(wanted.id, at);
        if (!(m_rows.at(at) == wanted)) {
            m_rows[at] = wanted;
            emit dataChanged(index(at), index(at));
        }
    }
    m_loaded = true;
    emit rowsChanged();
}

void ValueListModel::removeAllBut(const QList<Row> &rows)
{
    QSet<QString> wanted;
    for (const auto &row : rows)
        wanted.insert(row.id);
    for (int last = count() - 1; last >= 0; --last) {
        if (wanted.contains(m_rows.at(last).id))
            continue;
        int first = last;
        while (first > 0 && !wanted.contains(m_rows.at(first - 1).id))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

QSet<QString> ValueListModel::stayingIds(const QList<Row> &rows) const
{
    QHash<QString, int> place;
    for (int i = 0; i < rows.size(); ++i)
        place.insert(rows.at(i).id, i);
    // The longest run of rows that are in the wanted order already, by patience sorting.
    QList<int> tails;
    QList<int> before(m_rows.size(), -1);
    for (int i = 0; i < m_rows.size(); ++i) {
        const int target = place.value(m_rows.at(i).id);
        const auto pile = std::lower_bound(tails.begin(), tails.end(), target,
                                           [&](int row, int value) { return place.value(m_rows.at(row).id) < value; });
        before[i] = pile == tails.begin() ? -1 : *(pile - 1);
        if (pile == tails.end())
            tails.append(i);
        else
            *pile = i;
    }
    QSet<QString> staying;
    for (int i = tails.isEmpty() ? -1 : tails.last(); i >= 0; i = before.at(i))
        staying.insert(m_rows.at(i).id);
    return staying;
}

int ValueListModel::bring(const QString &id, int after)
{
    const int from = find(id, 0);
    if (from == after + 1)
        return from;
    beginMoveRows({}, from, from, {}, after + 1);
    const int to = from < after ? after : after + 1;
    m_rows.move(from, to);
    endMoveRows();
    return to;
}

int ValueListModel::find(const QString &id, int from) const
{
    for (int row = from; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id)
            return row;
    }
    return -1;
}

void AcademyListModel::setAcademy(Academy *academy)
{
    if (m_academy == academy)
        return;
    m_academy = academy;
    if (academy) {
        connect(academy, &Academy::changed, this, &AcademyListModel::scheduleReload);
        connect(academy, &Academy::readyChanged, this, &AcademyListModel::scheduleReload);
        scheduleReload();
    }
    emit academyChanged();
}

void AcademyListModel::scheduleReload()
{
    if (m_scheduled || !m_academy || !m_academy->ready())
        return;
    m_scheduled = true;
    QTimer::singleShot(0, this, [this] {
        m_scheduled = false;
        reload();
    });
}
