// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "people.h"

/// What opens this person's data on this device, and how she changes it. Each command asks for her passphrase, so that
/// nobody changes it who finds the device open.
class DeviceProtection : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(People *people READ people WRITE setPeople NOTIFY peopleChanged REQUIRED)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    /// What is wrong with what was asked last, as a sentence.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    using QObject::QObject;

    [[nodiscard]] People *people() const { return m_people; }
    void setPeople(People *people);
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Seals what lies here in clear. The store is closed meanwhile, and this object gone with its page.
    Q_INVOKABLE void seal(const QString &passphrase, const QString &again);
    Q_INVOKABLE void changePassphrase(const QString &current, const QString &next, const QString &again);
    Q_INVOKABLE void setPin(const QString &passphrase, const QString &pin, const QString &again);
    Q_INVOKABLE void removePin();
    Q_INVOKABLE void forgetProblem() { say({}); }

signals:
    void peopleChanged();
    void busyChanged();
    void problemChanged();
    void done(const QString &sentence);

private:
    void say(const QString &problem);
    void work(std::function<bool()> job, std::function<void()> then);

    QPointer<People> m_people;
    bool m_busy = false;
    QString m_problem;
};
