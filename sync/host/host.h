// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/known_cursors.h"
#include "sync/host/rules.h"
#include "sync/host/signer.h"
#include "sync/host/snapshots.h"
#include "sync/record/clock.h"
#include "cadre/sync/v1/sync_service.pb.h"
#include "cadre/sync/v1alpha/snapshot.pb.h"

#include <set>

namespace store {
class Database;
class Log;
class RecordStore;
} // namespace store

namespace host {

/// The side that gives changes their order: takes runs, answers with verdicts, and hands out the
/// log and snapshots of it. The server is one; a meeting's hub and the simulator are made of the
/// same. It knows no record type and no role: Rules do. One thread at a time.
///
/// push() belongs in a transaction of the caller's; what it answered holds once that is durable.
/// All calls throw Problem with a sentence where a request cannot be answered.
class Host {
public:
    Host(store::Database &database, store::Log &log, store::RecordStore &records, Rules &rules, const Signer &signer,
         record::Clock clock);

    /// Runs of the caller's own, of a branch of its own, or of others whose certificates hold.
    [[nodiscard]] cadre::sync::v1::PushResponse push(const Caller &caller, const cadre::sync::v1::PushRequest &request);
    [[nodiscard]] cadre::sync::v1::PullResponse pull(const Caller &caller, const cadre::sync::v1::PullRequest &request);
    [[nodiscard]] cadre::sync::v1::PollResponse poll(const Caller &caller, const cadre::sync::v1::PollRequest &request);
    [[nodiscard]] cadre::sync::v1alpha::FetchResponse fetch(const Caller &caller,
                                                            const cadre::sync::v1alpha::FetchRequest &request);

    /// The history that this store tells, in every cursor. A restored store tells another one.
    [[nodiscard]] std::uint64_t epoch() const { return m_epoch; }
    /// Starts a new epoch, as after a restore from a backup: devices compare what they hold and
    /// offer what is missing here. Durable when it returns.
    void beginEpoch();
    /// Drops what the log holds of changes that every lease has seen. Returns how many entries.
    std::uint64_t compact(const record::ScopeId &scope);

private:
    class Taking;

    [[nodiscard]] cadre::sync::v1::Cursor headOf(const record::ScopeId &scope) const;
    void addCertificates(const std::set<record::Uuid> &sites,
                         google::protobuf::RepeatedPtrField<cadre::sync::v1::SignedCertificate> &certificates) const;
    /// Of a branch, or of a site that came by others.
    void keepCertificate(const record::Uuid &site, const cadre::sync::v1::SignedCertificate &certificate);
    struct Wanted {
        std::uint64_t after = 0; ///< A rev.
        std::size_t budget = 0;
        bool cutHeaders = false;
    };
    [[nodiscard]] std::size_t fill(const Caller &caller, const record::ScopeId &scope, const Wanted &wanted,
                                   cadre::sync::v1::ScopePage &page) const;
    /// A snapshot that the log can be followed from; made now if need be.
    [[nodiscard]] Snapshots::Kept snapshotOf(const record::ScopeId &scope);

    store::Database &m_database;
    store::Log &m_log;
    store::RecordStore &m_records;
    Rules &m_rules;
    const Signer &m_signer;
    record::Clock m_clock;
    KnownCursors m_known;
    Snapshots m_snapshots;
    std::uint64_t m_epoch = 0;
};

/// True when a waiting caller should be answered now.
[[nodiscard]] bool isNews(const cadre::sync::v1::PollResponse &response);

} // namespace host
