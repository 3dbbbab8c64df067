// SPDX-License-Identifier: Apache-2.0
#include "device_protection.h"

#include "words.h"

#include "sync/store/device_store.h"
#include "sync/store/key_wrap.h"
#include "sync/store/seal_keys.h"

void DeviceProtection::setPeople(People *people)
{
    if (m_people == people)
        return;
    m_people = people;
    emit peopleChanged();
}

void DeviceProtection::seal(const QString &passphrase, const QString &again)
{
    say(models::newPassphraseProblem(passphrase, again));
    if (m_problem.isEmpty())
        m_people->seal(passphrase);
}

void DeviceProtection::changePassphrase(const QString &current, const QString &next, const QString &again)
{
    say(models::newPassphraseProblem(next, again));
    if (!m_problem.isEmpty())
        return;
    work([keys = store::SealKeys(store::keyFileIn(m_people->directory())), current = current.toStdString(),
          next = next.toStdString()] { return keys.change(current, next); },
         [this] { emit done(tr("Your new passphrase opens this device from now on.")); });
}

void DeviceProtection::setPin(const QString &passphrase, const QString &pin, const QString &again)
{
    say(models::newPinProblem(pin, again));
    if (!m_problem.isEmpty())
        return;
    const auto secret = store::newDeviceSecret();
    work(
        [keys = store::SealKeys(store::keyFileIn(m_people->directory())), pins = m_people->pinLock(), secret,
         passphrase = passphrase.toStdString(), pin = pin.toStdString()] {
            auto key = keys.open(passphrase);
            if (!key)
                return false;
            pins.set(pin, *key, secret);
            store::forget(*key);
            return true;
        },
        [this, secret] {
            m_people->pinWasSet(secret);
            emit done(tr("Your PIN opens this device for a day after your passphrase."));
        });
}

void DeviceProtection::removePin()
{
    m_people->removePin();
    emit done(tr("The PIN is gone. Your passphrase opens this device."));
}

void DeviceProtection::say(const QString &problem)
{
    m_problem = problem;
    emit problemChanged();
}

/// Runs the job on the worker: what it takes to know a passphrase would hold up the pages. False is a wrong passphrase.
void DeviceProtection::work(std::function<bool()> job, std::function<void()> then)
{
    if (m_busy || !m_people->academy())
        return;
    m_busy = true;
    emit busyChanged();
    const auto finished = [this] {
        m_busy = false;
        emit busyChanged();
    };
    m_people->academy()->run(
        this, [job = std::move(job)](engine::Device &) { return job(); },
        [this, finished, then = std::move(then)](bool isRight) {
            finished();
            if (isRight)
                then();
            else
                say(tr("That is not the passphrase you have now. Nothing was changed."));
        },
        [this, finished](const QString &problem) {
            finished();
            say(problem);
        });
}
