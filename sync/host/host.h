// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/known_cursors.h"
#include "sync/host/readable.h"
#include "sync/host/rules.h"
#include "sync/host/signer.h"
#include "sync/host/snapshots.h"
#include "sync/record/clock.h"
#include "sync/store/snapshot.h"
#include "cadre/sync/v1/sync_service.pb.h"
#include "cadre/sync/v1alpha/snapshot.pb.h"

#include <set>

namespace store {
class Database;
class Log;
class RecordStore;
struct RecordKey;
} // namespace store

namespace host {

/// How long a host waits before it lets go of what nobody needs. Milliseconds.
struct Keeping {
    /// A device that was not here for so long is not waited for; it begins with a snapshot when it returns.
    std::int64_t lease = 180LL * 24 * 3600 * 1000;
    /// How long all of them must have known of a delete before the record is forgotten.
    std::int64_t deleted = 90LL * 24 * 3600 * 1000;
};

/// How large answers are, in bytes but where it says.
struct Sizes {
    std::size_t leastPage = 4 * 1024; ///< Of a log: so much is handed out, however little is asked for.
    std::size_t leastPart = 64 * 1024; ///< Of a snapshot, likewise.
    std::size_t chunk = store::usualChunk; ///< Of a snapshot, before it is packed.
    std::uint64_t longestTail = 64; ///< In changes: so much of a log is quicker to read than a new snapshot to make.
};

/// The side that gives changes their order: takes runs, answers with verdicts, and hands out the
/// log and snapshots of it. The server is one; a meeting's hub and the simulator are made of the
/// same. It knows no record type and no role: Rules do. One thread at a time.
///
/// push() belongs in a transaction of the caller's; what it answered holds once that is durable.
/// All calls throw Problem with a sentence where a request cannot be answered.
class Host {
public:
    Host(store::Database &database, store::Log &log, store::RecordStore &records, Rules &rules, const Signer &signer,
         record::Clock clock, const Keeping &keeping = {}, const Sizes &sizes = {});

    /// Runs of the caller's own, of a branch of its own, or of others whose certificates hold.
    [[nodiscard]] cadre::sync::v1::PushResponse push(const Caller &caller, const cadre::sync::v1::PushRequest &request);
    [[nodiscard]] cadre::sync::v1::PullResponse pull(const Caller &caller, const cadre::sync::v1::PullRequest &request);
    [[nodiscard]] cadre::sync::v1::PollResponse poll(const Caller &caller, const cadre::sync::v1::PollRequest &request);
    [[nodiscard]] cadre::sync::v1alpha::FetchResponse fetch(const Caller &caller,
                                                            const cadre::sync::v1alpha::FetchRequest &request);

    /// The history that this store tells, in every cursor. A restored store tells another one.
    [[nodiscard]] std::uint64_t epoch() const { return m_epoch; }
    /// True when that is an epoch of the history that this store holds.
    [[nodiscard]] bool knowsEpoch(std::uint64_t epoch) const;
    /// Starts a new epoch, as after a restore from a backup: devices compare what they hold and
    /// offer what is missing here. Durable when it returns.
    void beginEpoch();
    /// Drops what the log holds of changes that every lease has seen, and forgets records whose delete
    /// all of them have known of for long: a change of the host's own says so to everybody, and keeps a
    /// late edit from bringing back more than it says itself. Returns how many entries were dropped: as
    /// many as are quickly done, the rest at the next call.
    std::uint64_t compact(const record::ScopeId &scope) { return compact(scope, leases()); }
    /// The same for one of many places: where the devices stand is read once for all of them.
    std::uint64_t compact(const record::ScopeId &scope, const Leases &leases);
    [[nodiscard]] Leases leases() const;
    /// Erases a record for ever, with every part of it that stands in the log, and has every device do so: a
    /// change of the host's own says it, and why ("retention", "request"). Returns how many parts' bytes went
    /// here; nothing when there is no such record. In a transaction of the caller's, like push(); what the file
    /// still holds where nothing was written since goes with removeLeftovers().
    std::optional<int> erase(const store::RecordKey &key, std::string_view reason);
    /// A word that records are erased came back to a restored server: they are erased again where the log holds what
    /// was made from them meanwhile and tells their words. Inside a transaction.
    void eraseAgain(const merge::Change &word);
    /// Writes the file anew where it still holds bytes of what was erased. Outside of a transaction.
    void removeLeftovers();

private:
    class Taking;

    [[nodiscard]] cadre::sync::v1::Cursor headOf(const record::ScopeId &scope) const;
    [[nodiscard]] bool mayTellErased(const merge::Change &word, const store::RecordKey &key) const;
    /// What the device last said, as this Poll goes on from it; null when it has to be asked.
    [[nodiscard]] Said *saidIn(const Caller &caller, const cadre::sync::v1::PollRequest &request);
    /// The places that may have moved for the device since it agreed, the most urgent first, with those that it may
    /// not read; nothing where all have to be looked at.
    [[nodiscard]] std::optional<std::vector<record::ScopeId>> movedFor(const Said &said,
                                                                       const Readable::Places &readable) const;
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
    /// The rev that every lease has seen.
    [[nodiscard]] std::uint64_t stableRev(const record::ScopeId &scope, const Leases &leases) const;
    /// The rev that every lease had seen so long ago; remembers `stable` as today's.
    [[nodiscard]] std::uint64_t stableSince(const record::ScopeId &scope, std::int64_t milliseconds,
                                            std::uint64_t stable);
    void forgetDeleted(const record::ScopeId &scope, std::uint64_t stable);
    /// Writes a change of the host's own: log, records.
    merge::Change write(const record::ScopeId &scope, const std::vector<cadre::sync::v1::RecordEdit> &edits);
    /// A snapshot that the log can be followed from; made now if need be.
    [[nodiscard]] Snapshots::Kept snapshotOf(const record::ScopeId &scope);

    store::Database &m_database;
    store::Log &m_log;
    store::RecordStore &m_records;
    Rules &m_rules;
    const Signer &m_signer;
    record::Clock m_clock;
    Keeping m_keeping;
    Sizes m_sizes;
    KnownCursors m_known;
    Readable m_readable;
    Snapshots m_snapshots;
    std::uint64_t m_epoch = 0;
};

/// True when a waiting caller should be answered now.
[[nodiscard]] bool isNews(const cadre::sync::v1::PollResponse &response);

} // namespace host
