// SPDX-License-Identifier: Apache-2.0
#include "enrollment.h"

#include "words.h"

#include <exception>

namespace {

constexpr int typingPause = 500; // ms

} // namespace

Enrollment::Enrollment(QObject *parent)
    : ViewModel(parent)
{
    for (const auto signal : { &Enrollment::inputChanged, &Enrollment::offerChanged, &Enrollment::stepChanged,
                               &Enrollment::busyChanged, &Enrollment::peopleChanged }) {
        connect(this, signal, this, &Enrollment::mayProceedChanged);
    }
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &Enrollment::askForOffer);
    connect(&m_signIn, &transport::BrowserSignIn::offered, this, [this](bool isOffered) {
        m_offersSignIn = isOffered;
        emit offerChanged();
    });
    connect(&m_signIn, &transport::BrowserSignIn::browserWanted, this, &Enrollment::openBrowser);
    connect(&m_signIn, &transport::BrowserSignIn::failed, this, &Enrollment::finish);
    connect(&m_signIn, &transport::BrowserSignIn::invited, this, [this](const QString &invite) {
        m_code = invite;
        emit inputChanged();
        emit busyChanged();
        join();
    });
}

bool Enrollment::mayProceed() const
{
    switch (m_step) {
    case Invitation:
        return !m_server.trimmed().isEmpty() && (!m_code.trimmed().isEmpty() || m_offersSignIn);
    case Readers:
        return true;
    case Device:
        break;
    }
    return !m_busy && (academy() || (!m_shownName.trimmed().isEmpty() && !m_passphrase.isEmpty()));
}

QString Enrollment::host() const
{
    return QUrl::fromUserInput(m_server.trimmed()).host();
}

void Enrollment::proceed()
{
    if (!mayProceed())
        return;
    if (m_step != Device)
        goTo(m_step == Invitation ? Readers : Device);
    else if (m_code.trimmed().isEmpty() && m_offersSignIn)
        signIn();
    else
        enroll();
}

void Enrollment::goBack()
{
    if (m_step != Invitation && !m_busy)
        goTo(m_step == Device ? Readers : Invitation);
}

void Enrollment::goTo(Step step)
{
    m_step = step;
    emit stepChanged();
}

void Enrollment::setServer(const QString &server)
{
    if (server == m_server)
        return;
    m_server = server;
    m_offersSignIn = false;
    emit inputChanged();
    emit offerChanged();
    m_typing.start();
}

void Enrollment::askForOffer()
{
    if (!m_server.trimmed().isEmpty())
        m_signIn.ask(m_server, m_pin.trimmed());
}

void Enrollment::signIn()
{
    if (m_busy || !mayBegin())
        return;
    m_busy = true;
    m_signIn.start(m_server, m_pin.trimmed());
    emit busyChanged();
}

void Enrollment::cancelSignIn()
{
    if (!m_signIn.isRunning())
        return;
    m_signIn.cancel();
    m_busy = false;
    emit busyChanged();
}

void Enrollment::openBrowser(const QUrl &address)
{
    if (m_people && m_people->browse(address))
        return;
    m_signIn.cancel();
    finish(tr("No browser could be opened on this device. Nothing was changed; an invitation code works, too."));
}

void Enrollment::setPeople(People *people)
{
    if (m_people == people)
        return;
    m_people = people;
    emit peopleChanged();
}

void Enrollment::enroll()
{
    if (m_busy || !mayBegin())
        return;
    m_busy = true;
    emit busyChanged();
    join();
}

bool Enrollment::mayBegin()
{
    m_problem.clear();
    m_passphraseProblem = academy() ? QString() : models::newPassphraseProblem(m_passphrase, m_again);
    emit problemChanged();
    return m_passphraseProblem.isEmpty();
}

void Enrollment::join()
{
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
