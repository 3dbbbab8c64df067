// SPDX-License-Identifier: Apache-2.0
#include "view_model.h"

#include <QTimer>

void ViewModel::setAcademy(Academy *academy)
{
    if (m_academy == academy)
        return;
    m_academy = academy;
    if (academy) {
        connect(academy, &Academy::changed, this, &ViewModel::scheduleReload);
        connect(academy, &Academy::readyChanged, this, &ViewModel::scheduleReload);
        scheduleReload();
    }
    emit academyChanged();
}

void ViewModel::scheduleReload()
{
    if (m_scheduled || !m_academy || !m_academy->ready())
        return;
    m_scheduled = true;
    QTimer::singleShot(0, this, [this] {
        m_scheduled = false;
        reload();
    });
}

void ViewModel::setLoaded()
{
    if (!m_loaded) {
        m_loaded = true;
        emit loadedChanged();
    }
}
