// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

#ifndef Q_MOC_RUN
#include "pairs.h"
#endif

/// The teachers whom this person mentors.
class TeacherListModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit TeacherListModel(QObject *parent = nullptr);
    [[nodiscard]] static Row rowOf(const models::PairView &pair);

protected:
    void reload() override;
};
