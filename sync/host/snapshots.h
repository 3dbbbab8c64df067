// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/sync/v1alpha/snapshot.pb.h"
#include "sync/record/id.h"

#include <optional>

namespace store {
class Database;
}

namespace host {

/// Snapshots of scopes, made once for a rev and kept in the store.
class Snapshots {
public:
    explicit Snapshots(store::Database &database);

    struct Kept {
        cadre::sync::v1alpha::SignedSnapshotHead head;
        std::uint64_t epoch = 0;
        std::uint64_t rev = 0;
        std::uint32_t chunks = 0;
    };
    /// The latest of the scope; nothing when none was made.
    [[nodiscard]] std::optional<Kept> find(const record::ScopeId &scope) const;
    [[nodiscard]] std::string chunk(const record::ScopeId &scope, std::uint32_t number) const;
    /// Takes the place of an earlier one.
    void keep(const record::ScopeId &scope, const Kept &snapshot, const std::vector<std::string> &chunks);
    void drop(const record::ScopeId &scope);

private:
    store::Database &m_database;
};

} // namespace host
