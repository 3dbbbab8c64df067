// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/grant.h"
#include "sync/server/accounts.h"
#include "sync/server/keys.h"

namespace server {

/// The numbered, signed list of who is signed out. A number is given to one list for ever: it is durable before it is
/// handed out. One thread at a time.
class RevocationList {
public:
    RevocationList(store::Database &database, const Accounts &accounts, const Keys &keys, record::Clock clock);

    struct Current {
        merge::Revocations content;
        cadre::sync::v1::SignedRevocations list;
    };
    /// The list as it is in the history of that epoch. Where a newer one cannot be stored it is still the one before;
    /// null when there is none.
    [[nodiscard]] const Current *current(std::uint64_t epoch);

private:
    void read();
    /// Who is signed out now, with what the list before says of grants that could still be good.
    [[nodiscard]] merge::Revocations contentNow(std::uint64_t epoch) const;
    void issue(merge::Revocations content);

    store::Database &m_database;
    const Accounts &m_accounts;
    const Keys &m_keys;
    record::Clock m_clock;
    std::optional<Current> m_current;
    std::uint64_t m_signOuts = 0; ///< As of the last look at the accounts.
    std::int64_t m_keysChangedAt = 0; ///< As of the last look at the keys.
};

} // namespace server
