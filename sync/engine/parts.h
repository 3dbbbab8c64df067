// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/branches.h"
#include "sync/engine/device.h"
#include "sync/engine/granted.h"
#include "sync/engine/openings.h"

#include "sync/store/log.h"
#include "sync/store/record_store.h"

namespace engine {

inline constexpr std::uint32_t schemaNumber = 1;
inline constexpr std::uint32_t protocolLowest = 1;
inline constexpr std::uint32_t protocolHighest = 1;
[[nodiscard]] cadre::sync::v1::Protocol protocolSpoken();

/// What a device is made of; shared by its own files alone.
struct Device::Parts {
    Parts(store::Database &database, const record::Catalogue &catalogue, record::Clock clock, record::Entropy entropy);

    [[nodiscard]] std::string meta(const std::string &key) const;
    void setMeta(const std::string &key, const std::string &value);
    /// The site that this device was enrolled with.
    [[nodiscard]] record::Uuid site() const;
    /// The site under which it writes there now.
    [[nodiscard]] record::Uuid site(const record::ScopeId &scope) const;
    /// Every site under which it has written there.
    [[nodiscard]] std::vector<record::Uuid> ownSites(const record::ScopeId &scope) const;
    /// Gives dots their present names, in what was on screen in that epoch, when the first `known` branches were known.
    void rename(merge::Context &context, const record::ScopeId &scope, std::size_t known, std::uint64_t epoch) const;
    [[nodiscard]] record::Uuid person() const;
    [[nodiscard]] std::uint64_t nextTime();

    /// Writes one change of this site: log, records, outbox. Inside a transaction.
    /// `epoch` is the server's history that was on screen.
    void write(const record::ScopeId &scope, const std::vector<cadre::sync::v1::RecordEdit> &edits,
               std::uint64_t epoch);

    /// `digest` is the server's for them; empty when it gave none.
    void setMemberships(const google::protobuf::RepeatedPtrField<cadre::sync::v1::Membership> &memberships,
                        const std::string &digest = {});
    /// Checks the server's signature and keeps it. Returns the sentence that says what is wrong.
    [[nodiscard]] std::string keepCertificate(const cadre::sync::v1::SignedCertificate &signedCertificate);
    /// Encoded; empty when there is none.
    [[nodiscard]] std::string certificateOf(const record::Uuid &site) const;
    /// Keeps the server's word about a chain of this device, if it holds.
    void keepReceipt(const cadre::sync::v1::SignedReceipt &receipt);
    struct SiteKey {
        std::string publicKey;
        record::Uuid person;
    };
    [[nodiscard]] std::optional<SiteKey> keyOf(const record::Uuid &site) const;
    /// The history that the server tells now. Where it is another one than before, what was acknowledged
    /// in places whose log has not been read yet waits again; elsewhere the cursor tells what is missing.
    /// False when there is nothing. Inside a transaction, before anything of the answer is taken in.
    bool learnEpoch(std::uint64_t epoch);
    [[nodiscard]] bool isMember(const record::ScopeId &scope) const;
    /// The place was left: nothing of it is shown until a snapshot brings it back, this device's own work either.
    [[nodiscard]] bool hides(const record::ScopeId &scope);
    /// What may lie behind what stands there without anybody here having had it on screen: what was refused; and what
    /// this device wrote, as long as a snapshot is due that brings it back.
    [[nodiscard]] std::vector<merge::Dot> notOnScreen(const record::ScopeId &scope);

    store::Database &database;
    const record::Catalogue &catalogue;
    record::Clock clock;
    record::Entropy entropy;
    store::Log log;
    store::RecordStore records;
    Branches branches;
    Openings openings;
    std::uint64_t lastTime = 0;
    /// As last worked out, while nothing new was heard (Grants::closed()).
    std::optional<Closed> closed;
};

} // namespace engine
