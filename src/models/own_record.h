// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

#include <QUrl>

/// All that this device holds about its person in places that are confidential: to read, and to take along.
class OwnRecord : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)

public:
    explicit OwnRecord(QObject *parent = nullptr);

    [[nodiscard]] bool saving() const { return m_saving; }

    /// Writes a folder of its own below `parent`, a page to read and JSON, which only this user of the device may
    /// open; an empty one means the documents. It lies there unsealed.
    Q_INVOKABLE void saveTo(const QUrl &parent);

signals:
    void savingChanged();
    void saved(const QString &sentence);
    void failed(const QString &sentence);

protected:
    void reload() override;

private:
    void setSaving(bool saving);

    bool m_saving = false;
};
