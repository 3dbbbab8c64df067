// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "people.h"
#include "view_model.h"

/// Joining with an invite. Where the device has no store for this person yet, one is begun, sealed with the passphrase
/// that she chose.
class Enrollment : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(People *people READ people WRITE setPeople NOTIFY peopleChanged)
    Q_PROPERTY(QString server MEMBER m_server NOTIFY inputChanged)
    Q_PROPERTY(QString code MEMBER m_code NOTIFY inputChanged)
    Q_PROPERTY(QString pin MEMBER m_pin NOTIFY inputChanged)
    /// What the lock screen calls her; everybody who holds the device reads it.
    Q_PROPERTY(QString shownName MEMBER m_shownName NOTIFY inputChanged)
    Q_PROPERTY(QString passphrase MEMBER m_passphrase NOTIFY inputChanged)
    Q_PROPERTY(QString again MEMBER m_again NOTIFY inputChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(QString passphraseProblem READ passphraseProblem NOTIFY problemChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

public:
    using ViewModel::ViewModel;

    [[nodiscard]] People *people() const { return m_people; }
    void setPeople(People *people);
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString passphraseProblem() const { return m_passphraseProblem; }
    [[nodiscard]] bool busy() const { return m_busy; }

    Q_INVOKABLE void enroll();

signals:
    void peopleChanged();
    void inputChanged();
    void problemChanged();
    void busyChanged();
    void enrolled();

protected:
    void reload() override { setLoaded(); }

private:
    void beginStore();
    void handIn();
    void finish(const QString &problem);

    QPointer<People> m_people;
    QString m_server;
    QString m_code;
    QString m_pin;
    QString m_shownName;
    QString m_passphrase;
    QString m_again;
    QString m_problem;
    QString m_passphraseProblem;
    bool m_busy = false;
};
