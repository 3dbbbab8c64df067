// SPDX-License-Identifier: Apache-2.0
#include "sync/server/keys.h"

#include "sync/server/problem.h"
#include "sync/server/schema.h"
#include "sync/server/secrets.h"
#include "sync/store/database.h"

#include <sodium.h>

#include <algorithm>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr std::size_t recoveryLetters = 32; // 160 random bits

/// The pair that somebody makes anew from what was written down.
merge::KeyPair recoveryPair(const std::string &code)
{
    const auto seed = merge::hash("cadre.recovery-key.v1", { plainCode(code) });
    merge::KeyPair pair { std::string(crypto_sign_PUBLICKEYBYTES, '\0'),
                          std::string(crypto_sign_SECRETKEYBYTES, '\0') };
    crypto_sign_seed_keypair(reinterpret_cast<unsigned char *>(pair.publicKey.data()),
                             reinterpret_cast<unsigned char *>(pair.secretKey.data()),
                             reinterpret_cast<const unsigned char *>(seed.data()));
    return pair;
}

} // namespace

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
    store::Statement former(
        database, "SELECT s.site, k.public_key FROM server_site s LEFT JOIN server_former_key k USING (site)");
    while (former.step()) {
        const auto key = former.blob(1);
        m_formerSites.emplace(record::Uuid::fromRaw(former.blob(0)).value_or(m_site),
                              key.empty() ? m_keys.publicKey : key);
    }
    readChanges();
    transaction.commit();
}

void Keys::readChanges()
{
    m_known = {};
    m_lostKeys.clear();
    store::Statement read(m_database, "SELECT change FROM server_key_change ORDER BY at");
    while (read.step()) {
        v1alpha::KeyChange change;
        (void)change.ParseFromString(read.blob(0));
        m_known.keys = m_known.keys.empty() ? change.from_key() : m_known.keys;
        if (change.lost()) {
            for (std::string_view keys = m_known.keys; !keys.empty(); keys.remove_prefix(crypto_sign_PUBLICKEYBYTES)) {
                m_lostKeys.emplace_back(keys.substr(0, crypto_sign_PUBLICKEYBYTES), change.at());
            }
            // An older store may go on with one that was lost before.
            m_lostKeys.emplace_back(change.from_key(), change.at());
            m_known.keys = change.to_key();
        } else if (change.to_key() != change.from_key()) {
            m_known.keys += change.to_key();
        }
        m_known.recoveryKey = change.recovery_key().empty() ? m_known.recoveryKey : change.recovery_key();
        m_known.changedAt = change.at();
    }
    m_known.keys = m_known.keys.empty() ? m_keys.publicKey : m_known.keys;
}

std::vector<cadre::sync::v1::SignedKeyChange> Keys::changesSince(std::int64_t at) const
{
    return at >= m_known.changedAt ? std::vector<cadre::sync::v1::SignedKeyChange> {} : changesIn(m_database, at);
}

std::vector<cadre::sync::v1::SignedKeyChange> Keys::changesIn(store::Database &database, std::int64_t since)
{
    std::vector<cadre::sync::v1::SignedKeyChange> changes;
    store::Statement read(database, "SELECT change, signature FROM server_key_change WHERE at > ? ORDER BY at");
    read.bind(1, since);
    while (read.step()) {
        auto &change = changes.emplace_back();
        change.set_change(read.blob(0));
        change.set_signature(read.blob(1));
    }
    return changes;
}

void Keys::keep(std::int64_t at, const cadre::sync::v1::SignedKeyChange &change)
{
    store::Statement add(m_database, "INSERT INTO server_key_change (at, change, signature) VALUES (?, ?, ?)");
    add.bind(1, at).bindBlob(2, change.change()).bindBlob(3, change.signature()).run();
    readChanges();
}

bool Keys::isSigned(std::string_view domain, std::string_view bytes, std::string_view signature) const
{
    return merge::isSignedByServer(domain, bytes, signature, m_known.keys);
}

bool Keys::wasSigned(std::string_view domain, std::string_view bytes, std::string_view signature, std::int64_t at) const
{
    return isSigned(domain, bytes, signature)
        || std::any_of(m_lostKeys.begin(), m_lostKeys.end(), [&](const auto &lost) {
               return at <= lost.second && merge::isSigned(domain, bytes, signature, lost.first);
           });
}

void Keys::announce(v1alpha::KeyChange change, const std::string &secretKey)
{
    change.set_format(1);
    change.set_from_key(m_keys.publicKey);
    change.set_at(std::max(m_clock(), m_known.changedAt + 1));
    cadre::sync::v1::SignedKeyChange word;
    word.set_change(change.SerializeAsString());
    word.set_signature(merge::sign(merge::keyChangeDomain, word.change(), secretKey));
    keep(change.at(), word);
}

bool Keys::learn(const cadre::sync::v1::SignedKeyChange &change)
{
    const auto next = m_known.after(change);
    if (next) {
        keep(next->changedAt, change);
    }
    return next.has_value();
}

void Keys::rotate(const record::Entropy &entropy, const std::string &recoveryCode)
{
    const bool isLost = !recoveryCode.empty();
    const auto signer = isLost ? recoveryPair(recoveryCode) : m_keys;
    if (isLost && signer.publicKey != m_known.recoveryKey) {
        throw Problem(host::Code::InvalidArgument,
                      "That is not this server's recovery key. Nothing was changed; look at what was written down when "
                      "it was made.");
    }
    if (!isLost && !isPresent()) {
        throw Problem(host::Code::FailedPrecondition,
                      "This store is from before its key was exchanged, so its key vouches for no other. Nothing was "
                      "changed; use the recovery code.");
    }
    const auto next = merge::KeyPair::make(entropy);
    v1alpha::KeyChange change;
    change.set_to_key(next.publicKey);
    change.set_lost(isLost);
    announce(std::move(change), signer.secretKey);
    const auto digest = merge::hash("cadre.server-site.v1", { m_seed, m_site.raw(), next.publicKey });
    moveTo(*record::Uuid::fromRaw(std::string_view(digest).substr(0, 16)));
    store::Statement write(m_database, "UPDATE server_key SET public_key = ?, secret_key = ? WHERE id = 1");
    write.bindBlob(1, next.publicKey).bindBlob(2, next.secretKey).run();
    m_keys = next;
}

std::string Keys::nameRecoveryKey(const record::Entropy &entropy)
{
    if (!m_known.recoveryKey.empty()) {
        throw Problem(host::Code::FailedPrecondition,
                      "This server has a recovery key already. It was shown when it was made, and is kept nowhere.");
    }
    auto code = newCode(entropy, recoveryLetters);
    v1alpha::KeyChange change;
    change.set_to_key(m_keys.publicKey);
    change.set_recovery_key(recoveryPair(code).publicKey);
    announce(std::move(change), m_keys.secretKey);
    return code;
}

std::optional<cadre::sync::v1::SignedCertificate> Keys::certificateOf(const record::Uuid &site) const
{
    if (site != m_site && m_formerSites.find(site) == m_formerSites.end()) {
        return {};
    }
    return certify(site, site == m_site ? m_keys.publicKey : m_formerSites.at(site), {});
}

void Keys::beginSite(std::uint64_t epoch)
{
    const auto digest = merge::hash("cadre.server-site.v1", { m_seed, m_site.raw(), std::to_string(epoch) });
    moveTo(*record::Uuid::fromRaw(std::string_view(digest).substr(0, 16)));
}

void Keys::moveTo(const record::Uuid &site)
{
    store::Statement keep(m_database, "INSERT OR IGNORE INTO server_site (site) VALUES (?)");
    keep.bindBlob(1, m_site.raw()).run();
    store::Statement keepKey(m_database, "INSERT OR REPLACE INTO server_former_key (site, public_key) VALUES (?, ?)");
    keepKey.bindBlob(1, m_site.raw()).bindBlob(2, m_keys.publicKey).run();
    m_formerSites.insert_or_assign(m_site, m_keys.publicKey);
    m_site = site;
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
