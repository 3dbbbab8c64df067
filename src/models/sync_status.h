// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "view_model.h"

/// In plain words: what is saved here, what waits, what the server has, what needs a person.
class SyncStatus : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text NOTIFY statusChanged)
    Q_PROPERTY(QString detail READ detail NOTIFY statusChanged)
    Q_PROPERTY(State state READ state NOTIFY statusChanged)
    Q_PROPERTY(int waiting READ waiting NOTIFY statusChanged)
    Q_PROPERTY(int onServer READ onServer NOTIFY statusChanged)
    Q_PROPERTY(int conflicts READ conflicts NOTIFY statusChanged)
    Q_PROPERTY(int setAside READ setAside NOTIFY statusChanged)
    Q_PROPERTY(QString lastAgreed READ lastAgreed NOTIFY statusChanged)
    Q_PROPERTY(QString savedHere READ savedHere NOTIFY statusChanged)

public:
    enum State { AllOnServer, Waiting, Offline, Working, NeedsYou, Stopped };
    Q_ENUM(State)

    using ViewModel::ViewModel;

    [[nodiscard]] QString text() const;
    [[nodiscard]] QString detail() const;
    [[nodiscard]] State state() const;
    [[nodiscard]] int waiting() const { return static_cast<int>(m_status.waiting); }
    [[nodiscard]] int onServer() const { return static_cast<int>(m_status.onServer); }
    [[nodiscard]] int conflicts() const { return static_cast<int>(m_status.conflicts); }
    [[nodiscard]] int setAside() const { return static_cast<int>(m_status.setAside); }
    [[nodiscard]] QString lastAgreed() const;
    [[nodiscard]] QString savedHere() const;

    Q_INVOKABLE void syncNow();

signals:
    void statusChanged();

protected:
    void reload() override;

private:
    engine::Status m_status;
    std::int64_t m_now = 0;
    bool m_connected = false;
};
