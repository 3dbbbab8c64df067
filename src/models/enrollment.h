// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "view_model.h"

/// Joining with an invite.
class Enrollment : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString server MEMBER m_server NOTIFY inputChanged)
    Q_PROPERTY(QString code MEMBER m_code NOTIFY inputChanged)
    Q_PROPERTY(QString pin MEMBER m_pin NOTIFY inputChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

public:
    using ViewModel::ViewModel;

    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool busy() const { return m_busy; }

    Q_INVOKABLE void enroll();

signals:
    void inputChanged();
    void problemChanged();
    void busyChanged();
    void enrolled();

protected:
    void reload() override { setLoaded(); }

private:
    QString m_server;
    QString m_code;
    QString m_pin;
    QString m_problem;
    bool m_busy = false;
};
