// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/sealed_files.h"

#include <optional>
#include <string>

namespace store {

/// The file beside a store that holds its key, under a passphrase (cadre.store.v1.SealedKeys).
class SealKeys {
public:
    explicit SealKeys(std::string path)
        : m_path(std::move(path))
    {
    }

    [[nodiscard]] bool exist() const;
    /// Draws a key and writes the file, which must not exist, durably and for its owner alone. Takes about a tenth of a
    /// second and 64 MiB, as each of these does. Throws Error{Unreadable, Full}.
    [[nodiscard]] SealKey make(const std::string &passphrase) const;
    /// Nothing when that is not the passphrase. Throws Error{Damaged} when the file can't be read.
    [[nodiscard]] std::optional<SealKey> open(const std::string &passphrase) const;
    /// From now on the other passphrase opens it, and the former no more: the file is replaced as a whole, or, when
    /// anything fails, not at all. The key stays, so nothing else is written. False when that is not the passphrase.
    /// Throws Error{Damaged, Unreadable, Full}.
    [[nodiscard]] bool change(const std::string &passphrase, const std::string &to) const;

private:
    void write(const SealKey &key, const std::string &passphrase) const;

    std::string m_path;
};

} // namespace store
