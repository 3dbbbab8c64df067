// SPDX-License-Identifier: Apache-2.0
#include "enrollment.h"

void Enrollment::enroll()
{
    if (m_busy)
        return;
    m_busy = true;
    m_problem.clear();
    emit busyChanged();
    emit problemChanged();
    academy()->enroll(m_server.trimmed(), m_code.trimmed(), m_pin.trimmed(), this, [this](const QString &problem) {
        m_busy = false;
        m_problem = problem;
        emit busyChanged();
        emit problemChanged();
        if (problem.isEmpty())
            emit enrolled();
    });
}
