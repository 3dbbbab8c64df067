// SPDX-License-Identifier: Apache-2.0
#include "src/app/keychain_secrets.h"

#include <QTimer>

#include <algorithm>
#include <memory>
#include <utility>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace app {

namespace {

const auto service = u"org.cadre.Cadre"_s;

QString keyOf(const std::string &name)
{
    return QString::fromLatin1(QByteArray::fromStdString(name).toHex());
}

std::optional<store::DeviceSecret> secretIn(const QByteArray &bytes)
{
    store::DeviceSecret secret {};
    if (bytes.size() != static_cast<qsizetype>(secret.size()))
        return {};
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char *>(secret.data()));
    return secret;
}

} // namespace

KeychainSecrets::KeychainSecrets(std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_patience(patience)
{
    // Nothing lies there; that a keychain says so is the answer.
    readLater(u"present"_s, [this](const QByteArray &) { emit settled(); });
}

void KeychainSecrets::find(const std::string &name, Found found)
{
    readLater(keyOf(name), [this, name, found = std::move(found)](const QByteArray &bytes) {
        if (const auto secret = secretIn(bytes))
            found(secret);
        else
            m_memory.find(name, found);
        emit settled();
    });
}

void KeychainSecrets::keep(const std::string &name, const store::DeviceSecret &secret)
{
    // In memory as well: a keychain may be locked, or gone, when it is asked again.
    m_memory.keep(name, secret);
    auto *job = new QKeychain::WritePasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(keyOf(name));
    job->setBinaryData(
        QByteArray(reinterpret_cast<const char *>(secret.data()), static_cast<qsizetype>(secret.size())));
    connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job *finished) {
        m_hasKeychain = finished->error() == QKeychain::NoError;
        emit settled();
    });
    job->start();
}

void KeychainSecrets::drop(const std::string &name)
{
    m_memory.drop(name);
    auto *job = new QKeychain::DeletePasswordJob(service, this);
    job->setInsecureFallback(false);
    job->setKey(keyOf(name));
    connect(job, &QKeychain::Job::finished, this, &KeychainSecrets::settled);
    job->start();
}

/// Once, whatever comes first: the answer, or the end of patience, which is empty.
void KeychainSecrets::readLater(const QString &key, std::function<void(const QByteArray &)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(service, this);
    auto *patience = new QTimer(this);
    patience->setSingleShot(true);
    job->setInsecureFallback(false);
    job->setKey(key);
    const auto answer = [patience, done, isOpen = std::make_shared<bool>(true)](const QByteArray &bytes) {
        if (std::exchange(*isOpen, false)) {
            patience->deleteLater();
            done(bytes);
        }
    };
    connect(job, &QKeychain::Job::finished, patience, [this, job, answer] {
        m_hasKeychain = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        answer(m_hasKeychain ? job->binaryData() : QByteArray());
    });
    connect(patience, &QTimer::timeout, patience, [answer] { answer({}); });
    patience->start(m_patience);
    job->start();
}

} // namespace app
