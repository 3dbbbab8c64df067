// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/key_signer.h"

#include <set>
#include <string>

namespace store {
class Database;
}

namespace server {

/// What this server signs with, and the site under which it writes. Made at the first start and
/// kept in the store.
class Keys : public host::KeySigner {
public:
    /// Reads the keys, or makes and stores them.
    Keys(store::Database &database, record::Clock clock, const record::Entropy &entropy);

    [[nodiscard]] const record::Uuid &site() const { return m_site; }
    /// Of the site under which this server writes or once wrote; nothing for any other.
    [[nodiscard]] std::optional<cadre::sync::v1::SignedCertificate> certificateOf(const record::Uuid &site) const;
    /// From now on the server writes under another site: chains of the one before may go on elsewhere,
    /// in what a backup did not have. Part of the caller's transaction.
    void beginSite(std::uint64_t epoch);

    /// 32 bytes that only this server can make from the same parts.
    [[nodiscard]] std::string secretOf(std::string_view purpose, std::initializer_list<std::string_view> parts) const;

private:
    store::Database &m_database;
    record::Uuid m_site;
    std::set<record::Uuid> m_formerSites;
    std::string m_seed;
};

} // namespace server
