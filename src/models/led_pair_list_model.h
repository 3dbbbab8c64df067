// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// The pairs of the schools whose mentoring this person leads, without her own and without those whose teacher she
/// evaluates: who they are and how much they meet, by the teachers' names.
class LedPairListModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit LedPairListModel(QObject *parent = nullptr);

protected:
    void reload() override;
};
