// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/models/secret_keeper.h"

#include <QObject>

#include <chrono>

namespace app {

/// Secrets in the system's keychain (Secret Service, KWallet, what other systems have), and never in a plain file. What
/// the keychain does not take, or gives no answer about in time, is kept in memory until the program ends, as where
/// there is no keychain.
class KeychainSecrets : public QObject, public SecretKeeper {
    Q_OBJECT

public:
    /// Asks at once whether there is a keychain; until it has answered there is none. Nothing is waited for longer than
    /// `patience`.
    explicit KeychainSecrets(std::chrono::milliseconds patience = std::chrono::seconds(2), QObject *parent = nullptr);

    void find(const std::string &name, Found found) override;
    void keep(const std::string &name, const store::DeviceSecret &secret) override;
    void drop(const std::string &name) override;
    [[nodiscard]] bool outlivesTheProgram() const override { return m_hasKeychain; }

signals:
    /// The keychain has answered, or will not: how a find or a keep ended.
    void settled();

private:
    void readLater(const QString &key, std::function<void(const QByteArray &)> done);

    std::chrono::milliseconds m_patience;
    bool m_hasKeychain = false;
    MemorySecrets m_memory;
};

} // namespace app
