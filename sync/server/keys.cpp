// SPDX-License-Identifier: Apache-2.0
#include "sync/server/keys.h"

#include "sync/server/schema.h"
#include "sync/store/database.h"

#include <sodium.h>

namespace server {

Keys::Keys(store::Database &database, record::Clock clock, const record::Entropy &entropy)
    : KeySigner({}, std::move(clock))
    , m_database(database)
{
    store::Transaction transaction(database);
    makeServerTables(database);
    bool found = false;
    {
        store::Statement read(database, "SELECT site, public_key, secret_key, seed FROM server_key WHERE id = 1");
        found = read.step();
        if (found) {
            const auto site = record::Uuid::fromRaw(read.blob(0));
            if (!site || read.blob(2).size() != crypto_sign_SECRETKEYBYTES)
                throw store::Error(
                    store::Fault::Damaged,
                    "The server's keys in this store cannot be read. Nothing was changed; restore the latest backup.");
            m_site = *site;
            m_keys = { read.blob(1), read.blob(2) };
            m_seed = read.blob(3);
        }
    }
    if (!found) {
        std::array<std::uint8_t, 10> random {};
        entropy(random.data(), random.size());
        m_site = record::Uuid::version7(m_clock(), random);
        m_keys = merge::KeyPair::make(entropy);
        m_seed.resize(32);
        entropy(reinterpret_cast<std::uint8_t *>(m_seed.data()), m_seed.size());
        store::Statement write(
            database, "INSERT INTO server_key (id, site, public_key, secret_key, seed) VALUES (1, ?, ?, ?, ?)");
        write.bindBlob(1, m_site.raw()).bindBlob(2, m_keys.publicKey).bindBlob(3, m_keys.secretKey).bindBlob(4, m_seed);
        write.run();
    }
    store::Statement former(database, "SELECT site FROM server_site");
    while (former.step()) {
        m_formerSites.insert(record::Uuid::fromRaw(former.blob(0)).value_or(m_site));
    }
    transaction.commit();
}

std::optional<cadre::sync::v1::SignedCertificate> Keys::certificateOf(const record::Uuid &site) const
{
    if (site != m_site && m_formerSites.find(site) == m_formerSites.end()) {
        return {};
    }
    return certify(site, m_keys.publicKey, {});
}

void Keys::beginSite(std::uint64_t epoch)
{
    store::Statement keep(m_database, "INSERT OR IGNORE INTO server_site (site) VALUES (?)");
    keep.bindBlob(1, m_site.raw()).run();
    m_formerSites.insert(m_site);
    const auto digest = merge::hash("cadre.server-site.v1", { m_seed, m_site.raw(), std::to_string(epoch) });
    m_site = *record::Uuid::fromRaw(std::string_view(digest).substr(0, 16));
    store::Statement write(m_database, "UPDATE server_key SET site = ? WHERE id = 1");
    write.bindBlob(1, m_site.raw()).run();
}

std::string Keys::secretOf(std::string_view purpose, std::initializer_list<std::string_view> parts) const
{
    std::string message = merge::hash(purpose, parts);
    std::string result(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(result.data()), result.size(),
                       reinterpret_cast<const unsigned char *>(message.data()), message.size(),
                       reinterpret_cast<const unsigned char *>(m_seed.data()), m_seed.size());
    return result;
}

} // namespace server
