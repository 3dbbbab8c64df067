// SPDX-License-Identifier: Apache-2.0
#include "enrollment.h"

#include "words.h"

#include <exception>

void Enrollment::setPeople(People *people)
{
    if (m_people == people)
        return;
    m_people = people;
    emit peopleChanged();
}

void Enrollment::enroll()
{
    if (m_busy)
        return;
    m_problem.clear();
    m_passphraseProblem = academy() ? QString() : models::newPassphraseProblem(m_passphrase, m_again);
    emit problemChanged();
    if (!m_passphraseProblem.isEmpty())
        return;
    m_busy = true;
    emit busyChanged();
    if (academy())
        handIn();
    else
        beginStore();
}

void Enrollment::beginStore()
{
    try {
        m_people->begin(m_shownName, m_passphrase);
    } catch (const std::exception &problem) {
        finish(QString::fromUtf8(problem.what()));
        return;
    }
    auto *begun = m_people->academy();
    setAcademy(begun);
    connect(begun, &Academy::readyChanged, this, &Enrollment::handIn);
    connect(begun, &Academy::problemChanged, this, [this, begun] { finish(begun->problem()); });
    m_passphrase.clear();
    m_again.clear();
    emit inputChanged();
}

void Enrollment::handIn()
{
    academy()->enroll(m_server.trimmed(), m_code.trimmed(), m_pin.trimmed(), this,
                      [this](const QString &problem) { finish(problem); });
}

void Enrollment::finish(const QString &problem)
{
    m_busy = false;
    m_problem = problem;
    emit busyChanged();
    emit problemChanged();
    if (!problem.isEmpty())
        return;
    if (m_people)
        m_people->joined();
    emit enrolled();
}
