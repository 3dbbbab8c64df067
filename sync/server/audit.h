// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/clock.h"
#include "sync/record/id.h"
#include "cadre/sync/v1alpha/audit.pb.h"
#include "cadre/sync/v1alpha/rights.pb.h"

#include <string>
#include <string_view>
#include <vector>

namespace store {
class Database;
}

namespace server {

class Keys;

inline constexpr std::string_view auditDomain = "cadre.audit.v1";
inline constexpr std::string_view auditCheckpointDomain = "cadre.audit-checkpoint.v1";

/// Who did something: a person from one of her devices. Empty for who runs the server.
struct Actor {
    record::Uuid person;
    record::Uuid site;
};

/// The server's account of who did what: entries that are only ever added, each hashed with the one before, and
/// signed now and then. It holds ids, kinds and days, never a value of a record. One thread at a time.
class Audit {
public:
    Audit(store::Database &database, const Keys &keys, record::Clock clock);

    /// An entry by `actor`, to be completed and handed to note().
    [[nodiscard]] static cadre::sync::v1alpha::AuditEntry entry(cadre::sync::v1alpha::AuditKind kind,
                                                                const Actor &actor = {});
    /// Adds the entry; fills in its number and time. Part of the caller's transaction, with what it tells of. Every
    /// 256 entries it signs by itself.
    void note(cadre::sync::v1alpha::AuditEntry entry);
    /// Signs what was noted since the last time.
    void sign();

    /// Entries after that number, in their order.
    [[nodiscard]] std::vector<cadre::sync::v1alpha::ListAuditResponse::Line> after(std::uint64_t number,
                                                                                   std::uint32_t limit) const;
    /// Every checkpoint, in its order.
    [[nodiscard]] std::vector<cadre::sync::v1alpha::SignedAuditCheckpoint> checkpoints() const;
    /// Entries that tell of that person, or of what she did.
    [[nodiscard]] std::vector<cadre::sync::v1alpha::AuditEntry> about(const record::Uuid &person) const;

    /// Walks the chain and holds it against its own checkpoints and those that were kept elsewhere. The answer names
    /// the first break in a sentence.
    [[nodiscard]] cadre::sync::v1alpha::VerifyAuditResponse
    verify(const std::vector<cadre::sync::v1alpha::SignedAuditCheckpoint> &kept) const;

private:
    store::Database &m_database;
    const Keys &m_keys;
    record::Clock m_clock;
};

} // namespace server
