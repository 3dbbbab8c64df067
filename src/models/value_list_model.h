// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "academy.h"

#include <QAbstractListModel>
#include <QSet>

/// Rows of finished values, one role a value. New rows are compared with the old by their id, so
/// that one record's change moves or redraws one row.
class ValueListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY rowsChanged)
    Q_PROPERTY(QString firstId READ firstId NOTIFY rowsChanged)
    Q_PROPERTY(bool loaded READ loaded NOTIFY rowsChanged)

public:
    struct Row {
        QString id;
        QVariantList values; ///< In the order of the roles.
        bool operator==(const Row &) const = default;
    };

    explicit ValueListModel(const QList<QByteArray> &roles, QObject *parent = nullptr);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QString firstId() const { return m_rows.isEmpty() ? QString() : m_rows.first().id; }
    [[nodiscard]] bool loaded() const { return m_loaded; }
    [[nodiscard]] QString idAt(int row) const { return m_rows.value(row).id; }

    [[nodiscard]] QVariant valueAt(int row, const QByteArray &role) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Each id once. Rows that kept their order stay where they are.
    void setRows(const QList<Row> &rows);

signals:
    void rowsChanged();

private:
    [[nodiscard]] int find(const QString &id, int from) const;
    void removeAllBut(const QList<Row> &rows);
    /// The ids of the rows that need not move.
    [[nodiscard]] QSet<QString> stayingIds(const QList<Row> &rows) const;
    /// Moves the row behind the row `after`; its new place.
    int bring(const QString &id, int after);

    QList<QByteArray> m_roles;
    QList<Row> m_rows;
    bool m_loaded = false;
};

/// A list that reads itself from the academy.
class AcademyListModel : public ValueListModel {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(Academy *academy READ academy WRITE setAcademy NOTIFY academyChanged REQUIRED)

public:
    using ValueListModel::ValueListModel;

    [[nodiscard]] Academy *academy() const { return m_academy; }
    void setAcademy(Academy *academy);

signals:
    void academyChanged();

protected:
    virtual void reload() = 0;
    void scheduleReload();

private:
    Academy *m_academy = nullptr;
    bool m_scheduled = false;
};
