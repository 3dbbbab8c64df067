// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"
#include "sync/store/seal_keys.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace store {

/// The files of a data directory that tell how its store is opened.
[[nodiscard]] std::string keyFileIn(const std::string &directory);
[[nodiscard]] std::string pinFileIn(const std::string &directory);

/// A device's data directory, held by this process and opened. A store that is begun with a passphrase is sealed
/// (SealedFiles) under a key that lies beside it (SealKeys); one that is begun without is as SQLite writes it, until it
/// is sealed in place (sealing.h).
class DeviceStore {
public:
    /// Throws Error{Sealed} where the passphrase is missing or another one, and Error{NotOurs} where there is one and
    /// the data was begun without, since no other passphrase would help; and whatever DirectoryLock, SealKeys and
    /// Database throw. Nothing is changed then.
    DeviceStore(const std::string &directory, const std::optional<std::string> &passphrase);
    /// Opens what is sealed with its key. Throws Error{Damaged} where it is another store's.
    DeviceStore(const std::string &directory, const SealKey &key);

    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] bool isSealed() const { return m_sealed != nullptr; }

private:
    DeviceStore(const std::string &directory, const std::function<std::unique_ptr<SealedFiles>()> &files);

    DirectoryLock m_lock;
    std::unique_ptr<SealedFiles> m_sealed;
    std::unique_ptr<Database> m_database;
};

} // namespace store
