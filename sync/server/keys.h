// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/key_signer.h"
#include "sync/merge/server_keys.h"
#include "cadre/sync/v1alpha/grant.pb.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace store {
class Database;
}

namespace server {

/// What this server signs with, and the site under which it writes. Made at the first start and
/// kept in the store. Another key can take its place: what the one before signed goes on counting, unless it was lost.
class Keys : public host::KeySigner {
public:
    /// Reads the keys, or makes and stores them.
    Keys(store::Database &database, record::Clock clock, const record::Entropy &entropy);

    [[nodiscard]] const record::Uuid &site() const { return m_site; }
    /// By the present key, or by a former one that was not lost.
    [[nodiscard]] bool isSigned(std::string_view domain, std::string_view bytes,
                                std::string_view signature) const override;
    /// The same, or by a lost one while it was not exchanged yet: for what names its own time and is no one's right.
    [[nodiscard]] bool wasSigned(std::string_view domain, std::string_view bytes, std::string_view signature,
                                 std::int64_t at) const;
    /// What a device that enrolls now has to know.
    [[nodiscard]] const merge::ServerKeys &known() const { return m_known; }
    /// The changes after that time, UTC milliseconds, the earliest first.
    [[nodiscard]] std::vector<cadre::sync::v1::SignedKeyChange> changesSince(std::int64_t at) const;
    /// The same of a store of which nobody has the keys, such as a backup.
    [[nodiscard]] static std::vector<cadre::sync::v1::SignedKeyChange> changesIn(store::Database &database,
                                                                                 std::int64_t since);
    /// Takes over a word about this server's keys that an older store took the place of. False where it does not follow
    /// from what is known. The key that signs stays: its successor's secret half went with the newer store. Part of the
    /// caller's transaction.
    bool learn(const cadre::sync::v1::SignedKeyChange &change);
    /// False where a newer store had exchanged the key that this one signs with.
    [[nodiscard]] bool isPresent() const { return m_known.present() == m_keys.publicKey; }
    /// From now on another key signs, under another site. `recoveryCode` is empty, or, where the present key was lost,
    /// what nameRecoveryKey() gave: nothing that any key before signed counts then. Part of the caller's transaction.
    /// Throws Problem {InvalidArgument} when it is another code, {FailedPrecondition} without one unless isPresent().
    void rotate(const record::Entropy &entropy, const std::string &recoveryCode);
    /// Makes the pair that a lost key is exchanged with, keeps its public half and gives the code that the secret one
    /// is made of, which is kept nowhere. Part of the caller's transaction. Throws Problem {FailedPrecondition} when
    /// there is one already.
    [[nodiscard]] std::string nameRecoveryKey(const record::Entropy &entropy);
    /// Of the site under which this server writes or once wrote; nothing for any other.
    [[nodiscard]] std::optional<cadre::sync::v1::SignedCertificate> certificateOf(const record::Uuid &site) const;
    /// From now on the server writes under another site: chains of the one before may go on elsewhere,
    /// in what a backup did not have. Part of the caller's transaction.
    void beginSite(std::uint64_t epoch);

    /// 32 bytes that only this server can make from the same parts.
    [[nodiscard]] std::string secretOf(std::string_view purpose, std::initializer_list<std::string_view> parts) const;

private:
    void readChanges();
    void announce(cadre::sync::v1alpha::KeyChange change, const std::string &secretKey);
    void keep(std::int64_t at, const cadre::sync::v1::SignedKeyChange &change);
    void moveTo(const record::Uuid &site);

    store::Database &m_database;
    record::Uuid m_site;
    std::map<record::Uuid, std::string> m_formerSites; ///< And the public key that each wrote with.
    merge::ServerKeys m_known;
    std::vector<std::pair<std::string, std::int64_t>> m_lostKeys; ///< And until when they counted.
    std::string m_seed;
};

} // namespace server
