// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// Fields in which two changes met.
class ConflictListModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit ConflictListModel(QObject *parent = nullptr);

protected:
    void reload() override;
};
