// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"
#include "sync/store/seal_keys.h"

#include <memory>
#include <optional>
#include <string>

namespace store {

/// A device's data directory, held by this process and opened. A store that is begun with a passphrase is sealed
/// (SealedFiles) under a key that lies beside it (SealKeys); one that is begun without is as SQLite writes it.
class DeviceStore {
public:
    /// Throws Error{Sealed} where the passphrase is missing or another one, and Error{NotOurs} where there is one and
    /// the data was begun without, since no other passphrase would help; and whatever DirectoryLock, SealKeys and
    /// Database throw. Nothing is changed then.
    DeviceStore(const std::string &directory, const std::optional<std::string> &passphrase);

    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] bool isSealed() const { return m_sealed != nullptr; }

private:
    DirectoryLock m_lock;
    std::unique_ptr<SealedFiles> m_sealed;
    std::unique_ptr<Database> m_database;
};

} // namespace store
