// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/id.h"
#include "sync/store/database.h"

#include <cstdint>
#include <map>
#include <optional>

namespace store {

/// The small numbers under which a store keeps scopes and sites.
class Places {
public:
    explicit Places(Database &database);

    /// Makes the number at first sight.
    [[nodiscard]] std::int64_t rowOf(const record::ScopeId &scope);
    [[nodiscard]] std::int64_t rowOf(const record::Uuid &site);
    /// Nothing when the store has never met it.
    [[nodiscard]] std::optional<std::int64_t> find(const record::ScopeId &scope);
    [[nodiscard]] std::optional<std::int64_t> find(const record::Uuid &site);
    [[nodiscard]] const record::ScopeId &scopeOf(std::int64_t row);
    [[nodiscard]] const record::Uuid &siteOf(std::int64_t row);

private:
    void forgetAfterRollback();

    Database &m_database;
    std::uint64_t m_rollbacks = 0;
    std::map<record::ScopeId, std::int64_t> m_scopeRows;
    std::map<std::int64_t, record::ScopeId> m_scopes;
    std::map<record::Uuid, std::int64_t> m_siteRows;
    std::map<std::int64_t, record::Uuid> m_sites;
};

} // namespace store
