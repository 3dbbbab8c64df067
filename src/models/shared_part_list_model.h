// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// What other pairs show this person. To have it on screen is noted for the teacher whom it is about.
class SharedPartListModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit SharedPartListModel(QObject *parent = nullptr);

protected:
    void reload() override;
};
