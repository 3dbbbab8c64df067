// SPDX-License-Identifier: Apache-2.0
#include "value_list_model.h"

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
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? m_rows.at(index.row()).values.value(role - Qt::UserRole) : QVariant();
}

QHash<int, QByteArray> ValueListModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (int i = 0; i < m_roles.size(); ++i)
        names.insert(Qt::UserRole + i, m_roles.at(i));
    return names;
}

int ValueListModel::find(const QString &id, int from) const
{
    for (int row = from; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id)
            return row;
    }
    return -1;
}

void ValueListModel::setRows(const QList<Row> &rows)
{
    for (int row = count() - 1; row >= 0; --row) {
        const auto &id = m_rows.at(row).id;
        if (std::none_of(rows.begin(), rows.end(), [&](const Row &wanted) { return wanted.id == id; })) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < rows.size(); ++row) {
        const int at = find(rows.at(row).id, row);
        if (at < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, rows.at(row));
            endInsertRows();
            continue;
        }
        if (at != row) {
            beginMoveRows({}, at, at, {}, row);
            m_rows.move(at, row);
            endMoveRows();
        }
        if (!(m_rows.at(row) == rows.at(row))) {
            m_rows[row] = rows.at(row);
            emit dataChanged(index(row), index(row));
        }
    }
    m_loaded = true;
    emit rowsChanged();
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
