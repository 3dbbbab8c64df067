// SPDX-License-Identifier: Apache-2.0
#include "people.h"
#include "words.h"

#include "sync/store/database.h"
#include "sync/store/device_store.h"
#include "sync/store/seal_keys.h"

#include <QLocale>

#include <algorithm>

namespace {

constexpr std::int64_t longestTimer = 3'600'000;

} // namespace

store::PinLock People::pinLock() const
{
    return { store::pinFileIn(m_person.directory), m_means.clock };
}

/// Runs on the worker.
Academy::OpenWith People::openWith() const
{
    return [open = m_means.open, directory = m_person.directory, pins = pinLock()](const Opening &given) {
        if (given.pin.empty()) {
            const auto key = store::SealKeys(store::keyFileIn(directory)).open(given.passphrase);
            if (!key)
                throw store::Error(store::Fault::Sealed,
                                   tr("That is not the passphrase of this device. Try again.").toStdString());
            auto host = open(directory, key);
            if (given.secret)
                pins.renew(*key, *given.secret);
            return host;
        }
        const auto key = given.secret ? pins.open(given.pin, *given.secret) : std::nullopt;
        if (!key)
            throw store::Error(store::Fault::Sealed, tr("That is not the PIN.").toStdString());
        return open(directory, key);
    };
}

void People::readPin()
{
    m_secret.reset();
    m_pinState = {};
    if (const auto name = pinLock().secretName(); !name.empty()) {
        m_means.secrets.find(name, [this, name, asked = m_academy](const std::optional<store::DeviceSecret> &found) {
            if (m_academy == asked && pinLock().secretName() == name) {
                m_secret = found;
                lookAtPin();
            }
        });
    }
    lookAtPin();
}

void People::lookAtPin()
{
    m_pinState = pinLock().state();
    if (m_pinState.standing == store::PinLock::Standing::Waits) {
        const auto left = std::clamp<std::int64_t>(m_pinState.mayTryAt - m_means.clock(), 100, longestTimer);
        m_pinWait.start(static_cast<int>(left));
    }
    emit pinChanged();
}

People::PinStanding People::pin() const
{
    switch (m_pinState.standing) {
    case store::PinLock::Standing::Ready:
        return m_secret ? PinReady : PinSpent;
    case store::PinLock::Standing::Waits:
        return m_secret ? PinWaits : PinSpent;
    case store::PinLock::Standing::Spent:
        return PinSpent;
    case store::PinLock::Standing::Unset:
        break;
    }
    return NoPin;
}

QString People::pinSentence() const
{
    if (pin() == PinSpent)
        return tr("Your passphrase opens it this time. After that your PIN opens it again for a day.");
    if (pin() == PinWaits)
        return tr("The PIN may be tried again at %1. Your passphrase opens it at once.")
            .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_pinState.mayTryAt).time(), QLocale::ShortFormat));
    return {};
}

void People::unlock(const QString &passphrase)
{
    if (!m_academy || !m_academy->locked())
        return;
    // Where a PIN is set, it is renewed: under the secret that is kept, or a new one.
    if (pin() != NoPin)
        m_offered = m_secret ? *m_secret : store::newDeviceSecret();
    m_academy->unlock({ .passphrase = passphrase.toStdString(), .pin = {}, .secret = m_offered });
}

void People::unlockWithPin(const QString &pin)
{
    if (m_academy && m_academy->locked() && this->pin() == PinReady)
        m_academy->unlock({ .passphrase = {}, .pin = pin.toStdString(), .secret = m_secret });
}

void People::opened()
{
    if (m_offered && !m_secret)
        pinWasSet(*m_offered);
    m_offered.reset();
    lookAtPin();
}

void People::pinWasSet(const store::DeviceSecret &secret)
{
    m_secret = secret;
    m_means.secrets.keep(pinLock().secretName(), secret);
    lookAtPin();
}

void People::removePin()
{
    if (const auto name = pinLock().secretName(); !name.empty())
        m_means.secrets.drop(name);
    pinLock().remove();
    m_secret.reset();
    lookAtPin();
}
