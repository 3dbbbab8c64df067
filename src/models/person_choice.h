// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// People of whom one is chosen: the roles recordId, name, detail and chosen.
class PersonChoice : public ValueListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A page's state holds it")

public:
    struct Entry {
        QString id, name, detail;
    };

    explicit PersonChoice(QObject *parent);

    /// Whoever was chosen and is no longer among them is not chosen any more.
    void setEntries(const QList<Entry> &entries);
    [[nodiscard]] QString chosen() const { return m_chosen; }
    [[nodiscard]] QString name() const;
    Q_INVOKABLE void choose(const QString &id);

signals:
    void chosenChanged();

private:
    void show();

    QList<Entry> m_entries;
    QString m_chosen;
};
