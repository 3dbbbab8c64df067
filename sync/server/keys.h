// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"

#include <string>

namespace store {
class Database;
}

namespace server {

/// What this server signs with, and the site under which it writes. Made at the first start and
/// kept in the store.
class Keys {
public:
    /// Reads the keys, or makes and stores them.
    Keys(store::Database &database, const record::Clock &clock, const record::Entropy &entropy);

    [[nodiscard]] const record::Uuid &site() const { return m_site; }
    [[nodiscard]] const std::string &publicKey() const { return m_pair.publicKey; }
    [[nodiscard]] const std::string &secretKey() const { return m_pair.secretKey; }
    /// The server's own site's certificate.
    [[nodiscard]] const cadre::sync::v1::SignedCertificate &certificate() const { return m_certificate; }

    /// Certifies that the site belongs to the person and signs with the key.
    [[nodiscard]] cadre::sync::v1::SignedCertificate certify(const record::Uuid &site, const std::string &publicKey,
                                                             const record::Uuid &person, std::int64_t now) const;
    /// The certificate's content when this server signed it; nothing otherwise.
    [[nodiscard]] std::optional<cadre::sync::v1::Certificate>
    verified(const cadre::sync::v1::SignedCertificate &certificate) const;
    /// 32 bytes that only this server can make from the same parts.
    [[nodiscard]] std::string secretOf(std::string_view purpose, std::initializer_list<std::string_view> parts) const;

private:
    record::Uuid m_site;
    merge::KeyPair m_pair;
    std::string m_seed;
    cadre::sync::v1::SignedCertificate m_certificate;
};

} // namespace server
