// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// Changes of this device that the server set aside, each with its reason. They stay here.
class SetAsideModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit SetAsideModel(QObject *parent = nullptr);

protected:
    void reload() override;
};
