// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/device.h"

#include "sync/store/log.h"
#include "sync/store/record_store.h"

namespace engine {

inline constexpr std::uint32_t schemaNumber = 1;
inline constexpr std::uint32_t protocolLowest = 1;
inline constexpr std::uint32_t protocolHighest = 1;

/// What a device is made of; shared by its own files alone.
struct Device::Parts {
    Parts(store::Database &database, const record::Catalogue &catalogue, record::Clock clock, record::Entropy entropy);

    [[nodiscard]] std::string meta(const std::string &key) const;
    void setMeta(const std::string &key, const std::string &value);
    [[nodiscard]] record::Uuid site() const;
    [[nodiscard]] record::Uuid person() const;
    [[nodiscard]] std::uint64_t nextTime();

    /// Writes one change of this site: log, records, outbox. Inside a transaction.
    void write(const record::ScopeId &scope, const std::vector<cadre::sync::v1::RecordEdit> &edits);

    void setMemberships(const google::protobuf::RepeatedPtrField<cadre::sync::v1::Membership> &memberships);
    /// Checks the server's signature and keeps it. Returns the sentence that says what is wrong.
    [[nodiscard]] std::string keepCertificate(const cadre::sync::v1::SignedCertificate &signedCertificate);
    struct SiteKey {
        std::string publicKey;
        record::Uuid person;
    };
    [[nodiscard]] std::optional<SiteKey> keyOf(const record::Uuid &site) const;
    /// Takes the scope's rows away; what the server has not got stays in the outbox.
    void leave(const record::ScopeId &scope);

    store::Database &database;
    const record::Catalogue &catalogue;
    record::Clock clock;
    record::Entropy entropy;
    store::Log log;
    store::RecordStore records;
    std::uint64_t lastTime = 0;
};

} // namespace engine
