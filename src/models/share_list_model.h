// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// What the pairs of this person agreed to show, were asked to, or have ended.
class ShareListModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    enum State { WaitsForYou, WaitsForOther, Shared, Over };
    Q_ENUM(State)

    explicit ShareListModel(QObject *parent = nullptr);

    Q_INVOKABLE void agree(int row);
    /// No, or no longer.
    Q_INVOKABLE void end(int row);

signals:
    void failed(const QString &sentence);

protected:
    void reload() override;
};
