// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// The confidential places about this person, and who may read each: by the same rules as the server, from what this
/// device knows.
class ReaderListModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT
    /// Who evaluates this person and so reads none of it; empty when this device knows nobody.
    Q_PROPERTY(QString evaluators READ evaluators NOTIFY evaluatorsChanged)

public:
    explicit ReaderListModel(QObject *parent = nullptr);

    [[nodiscard]] QString evaluators() const { return m_evaluators; }

signals:
    void evaluatorsChanged();

protected:
    void reload() override;

private:
    QString m_evaluators;
};
