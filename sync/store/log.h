// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"
#include "sync/store/places.h"
#include "cadre/sync/v1/sync_service.pb.h"

#include <map>

namespace store {

/// The last change of a site's chain in a scope.
struct ChainHead {
    std::uint64_t seq = 0;
    std::string headerHash;
};

/// Where a change stands: not yet acknowledged, or in the scope's log under a rev.
struct LoggedChange {
    std::string header;
    std::string body;
    std::string signature; ///< At the end of a run, else empty.
    std::uint64_t rev = 0; ///< 0 while it waits in the outbox.
    std::uint32_t verdict = 0;
    std::string reason;
    std::string sentence;
};

/// Changes as their authors made them, by scope: the outbox of a device, the log of a server.
/// All calls belong in a Transaction of the caller's.
class Log {
public:
    explicit Log(Database &database);

    [[nodiscard]] std::optional<ChainHead> head(const record::ScopeId &scope, const record::Uuid &site) const;
    [[nodiscard]] std::optional<LoggedChange> find(const record::ScopeId &scope, const merge::Dot &dot) const;

    /// Appends a change to its chain. The caller has checked that it follows the head.
    /// With a rev it also moves the scope's cursor and log hash; the rev must be the next one.
    void append(const merge::Change &change, const LoggedChange &place);
    /// A waiting change has been acknowledged under a rev. Its place in the scope's log comes with Pull.
    void setVerdict(const record::ScopeId &scope, const merge::Dot &dot, const cadre::sync::v1::Verdict &verdict);
    void setSignature(const record::ScopeId &scope, const merge::Dot &dot, const std::string &signature);
    /// Moves the cursor over an entry whose change is already here.
    void advance(const record::ScopeId &scope, std::uint64_t rev, const std::string &headerHash, std::uint32_t verdict);

    [[nodiscard]] cadre::sync::v1::Cursor cursor(const record::ScopeId &scope) const;
    [[nodiscard]] std::vector<cadre::sync::v1::Cursor> cursors() const;
    void setEpoch(const record::ScopeId &scope, std::uint64_t epoch);
    /// The log hash at a rev that is not the head; nothing when there is no such rev.
    [[nodiscard]] std::optional<std::string> logHashAt(const record::ScopeId &scope, std::uint64_t rev) const;
    /// Entries after a rev, in order; ends at a signed entry once the budget is used.
    [[nodiscard]] std::vector<LoggedChange> after(const record::ScopeId &scope, std::uint64_t rev,
                                                  std::size_t budgetBytes) const;

    /// Changes that wait, by chain, in order.
    [[nodiscard]] std::map<record::ScopeId, std::vector<LoggedChange>> waiting(std::size_t budgetBytes) const;
    [[nodiscard]] std::uint64_t waitingCount() const;
    [[nodiscard]] std::uint64_t acknowledgedCount(const record::Uuid &site) const;
    [[nodiscard]] std::uint64_t changeCount() const;
    [[nodiscard]] std::uint64_t scopeCount() const;
    [[nodiscard]] std::vector<LoggedChange> setAside() const;
    [[nodiscard]] std::uint64_t setAsideCount() const;
    /// The highest hybrid time in this store.
    [[nodiscard]] std::uint64_t latestHybridTime() const;

    /// Forgets the scope's acknowledged changes and its cursor, but never how far this store's own
    /// chain had come: its numbers are not used twice.
    void leave(const record::ScopeId &scope, const record::Uuid &ownSite);
    /// Chains without holes and hashes that match, over everything kept.
    [[nodiscard]] std::vector<std::string> check() const;

private:
    std::string moveCursor(const record::ScopeId &scope, std::uint64_t rev, const std::string &headerHash,
                           std::uint32_t verdict);
    [[nodiscard]] LoggedChange read(const Statement &row) const;

    Database &m_database;
    mutable Places m_places;
};

} // namespace store
