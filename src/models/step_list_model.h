// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

#ifndef Q_MOC_RUN
#include "pairs.h"
#endif

/// Promises: what the two of a pair said they would do.
class StepListModel : public ValueListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A page's state holds it")

public:
    explicit StepListModel(QObject *parent);

    void setAcademy(Academy *academy) { m_academy = academy; }
    void setSteps(const std::vector<models::StepView> &steps);

    /// Marks the promise done today, or open again. Can be taken back.
    Q_INVOKABLE void setDone(int row, bool done);
    /// Takes it along to the next time. Can be taken back.
    Q_INVOKABLE void carry(int row);

signals:
    void failed(const QString &sentence);

private:
    struct Edit {
        std::function<void(cadre::v1::ActionItem &, domain::Day)> apply;
        QString said;
    };
    void change(int row, const Edit &edit);

    Academy *m_academy = nullptr;
};
