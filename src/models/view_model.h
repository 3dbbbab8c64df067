// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "academy.h"

#include <QObject>

/// What the state of a page has in common: its academy, and reading again when something changed.
class ViewModel : public QObject {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(Academy *academy READ academy WRITE setAcademy NOTIFY academyChanged REQUIRED)
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged)

public:
    using QObject::QObject;

    [[nodiscard]] Academy *academy() const { return m_academy; }
    void setAcademy(Academy *academy);
    [[nodiscard]] bool loaded() const { return m_loaded; }

signals:
    void academyChanged();
    void loadedChanged();

protected:
    /// Asks the worker for what is shown; called once for any number of changes in one turn.
    virtual void reload() = 0;
    void scheduleReload();
    void setLoaded();

private:
    Academy *m_academy = nullptr;
    bool m_loaded = false;
    bool m_scheduled = false;
};
