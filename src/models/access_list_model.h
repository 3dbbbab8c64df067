// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// Who was sent, who opened or who copied what is confidential about this person: by day, as the server tells it.
class AccessListModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT
    /// Those who opened or copied it; otherwise those whose devices were sent it.
    Q_PROPERTY(bool opened READ opened WRITE setOpened NOTIFY openedChanged)

public:
    explicit AccessListModel(QObject *parent = nullptr);

    [[nodiscard]] bool opened() const { return m_opened; }
    void setOpened(bool opened);

signals:
    void openedChanged();

protected:
    void reload() override;

private:
    bool m_opened = false;
};
