// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/cursors.h"
#include "sync/record/plant.h"
#include "sync/store/places.h"
#include "cadre/sync/v1/sync_service.pb.h"

#include <functional>
#include <map>
#include <memory>
#include <set>

namespace store {

/// The last change of a site's chain in a scope.
struct ChainHead {
    std::uint64_t seq = 0;
    std::string headerHash;
};

/// Why a change counts as set aside no more: it was let in as part of another one.
inline constexpr auto releasedReason = "released";

/// Where a change stands: not yet acknowledged, or in the scope's log under a rev.
struct LoggedChange {
    std::string header;
    std::string body;
    std::string signature; ///< At the end of a run, else empty.
    /// 0 while it waits in the outbox, and for what is kept from before a snapshot.
    std::uint64_t rev = 0;
    std::uint32_t verdict = 0;
    std::string reason;
    std::string sentence;
    /// What the records it touched were before it (cadre.store.v1.Undo): a server restored from a backup
    /// may refuse what it had taken.
    std::string undo;
    /// Where the header itself has been dropped by compaction; else empty.
    std::string headerHash;
    /// The server's signature that it was set aside; may stand for the body.
    std::string verdictSignature;
    /// The server has not answered for it yet. Read only.
    bool waits = false;

    /// True when this is the same change, byte for byte, as far as it is still known.
    [[nodiscard]] bool is(const merge::Change &change) const
    {
        return header.empty() && !CADRE_PLANT("compacted_change_is_another") ? headerHash == change.headerHash
                                                                             : header == change.headerBytes;
    }
};

/// A change that has no place in the server's log yet.
struct WaitingRun {
    record::ScopeId scope;
    record::Uuid site;
    std::vector<LoggedChange> changes;
    bool isWhole = true; ///< Nothing more of its chain waits right behind it.
};

/// A change as it was met here, in that order.
struct MetChange {
    std::int64_t row = 0;
    LoggedChange change;
};

/// How far a place's log has come: nowhere at rev 0.
struct Reached {
    std::uint64_t epoch = 0;
    std::uint64_t rev = 0;
    std::string logHash;
};

/// Changes as their authors made them, by scope: the outbox of a device, the log of a server.
/// All calls belong in a Transaction of the caller's.
class Log {
public:
    explicit Log(Database &database);

    [[nodiscard]] std::optional<ChainHead> head(const record::ScopeId &scope, const record::Uuid &site) const;
    [[nodiscard]] std::optional<LoggedChange> find(const record::ScopeId &scope, const merge::Dot &dot) const;
    /// Of the change of that name; empty where there is none.
    [[nodiscard]] std::string headerHash(const record::ScopeId &scope, const merge::Dot &dot) const;
    /// True when the change of that name has that header, or had it before its author's device told it anew.
    [[nodiscard]] bool isOrWas(const record::ScopeId &scope, const merge::Dot &dot, std::string_view headerHash) const;

    /// Appends a change to its chain. The caller has checked that it follows the head.
    /// With a rev it also moves the scope's cursor and log hash; the rev must be the next one.
    void append(const merge::Change &change, const LoggedChange &place);
    struct Appended {
        const merge::Change *change = nullptr;
        const LoggedChange *place = nullptr;
    };
    /// The same for changes of one chain that follow one another.
    void append(const std::vector<Appended> &run);
    /// What the server's answer to a change asks of it.
    struct Standing {
        std::int64_t row = 0;
        bool waits = false;
        std::uint32_t verdict = 0;
        bool hasUndo = false;
    };
    [[nodiscard]] std::optional<Standing> standing(const record::ScopeId &scope, const merge::Dot &dot) const;
    /// The change has been acknowledged under a rev. Its place in the scope's log comes with follow() or Pull.
    void setVerdict(std::int64_t row, const cadre::sync::v1::Verdict &verdict);
    void setSignature(const record::ScopeId &scope, const merge::Dot &dot, const std::string &signature);
    /// Moves the cursor over an entry whose change is already here.
    void advance(const record::ScopeId &scope, std::uint64_t rev, const std::string &headerHash, std::uint32_t verdict);

    /// Moves the cursor to `head` over changes that are all here under the revs up to it. Returns false, and
    /// moves nothing, where they are not, or where their hash is not that of `head`.
    bool follow(const record::ScopeId &scope, const cadre::sync::v1::Cursor &head);

    [[nodiscard]] cadre::sync::v1::Cursor cursor(const record::ScopeId &scope) const;
    [[nodiscard]] std::vector<cadre::sync::v1::Cursor> cursors() const;
    /// The same, remembered: good until the log moves. It and positions() are for the one Log that moves the database's
    /// logs; another one over the same database asks cursor().
    [[nodiscard]] const Reached &reached(const record::ScopeId &scope) const;
    [[nodiscard]] std::shared_ptr<const merge::Positions> positions() const;
    /// Grows whenever one of them may have changed.
    [[nodiscard]] std::uint64_t moves() const;
    /// The places whose log may have moved since moves() was that; nothing where that can't be told any more.
    [[nodiscard]] std::optional<std::vector<record::ScopeId>> movedSince(std::uint64_t moves) const;
    /// Places with changes of which no log has been read.
    [[nodiscard]] std::vector<record::ScopeId> scopesWithoutCursor() const;
    void setEpoch(const record::ScopeId &scope, std::uint64_t epoch);
    /// The log hash at a rev that is not the head; nothing when there is no such rev.
    [[nodiscard]] std::optional<std::string> logHashAt(const record::ScopeId &scope, std::uint64_t rev) const;
    /// Entries after a rev, in order; ends at a signed entry once the budget is used.
    [[nodiscard]] std::vector<LoggedChange> after(const record::ScopeId &scope, std::uint64_t rev,
                                                  std::size_t budgetBytes) const;

    /// Changes that wait, by chain, in order.
    [[nodiscard]] std::vector<WaitingRun> waiting(std::size_t budgetBytes) const;
    /// In the order they were met here.
    [[nodiscard]] std::vector<LoggedChange> waitingIn(const record::ScopeId &scope) const;
    [[nodiscard]] std::uint64_t waitingCount() const;
    [[nodiscard]] std::uint64_t acknowledgedCount(const record::Uuid &site) const;
    /// True when changes of the scope are kept that the server has answered for since it was last left.
    [[nodiscard]] bool hasAcknowledged(const record::ScopeId &scope) const;
    /// Those of a chain that wait wait no more.
    void offerNoMore(const record::ScopeId &scope, const record::Uuid &site, std::uint64_t first, std::uint64_t last);
    /// True when that change or a later one of its chain is kept.
    [[nodiscard]] bool holdsFrom(const record::ScopeId &scope, const merge::Dot &first) const;
    /// True when changes of other sites are kept.
    [[nodiscard]] bool holdsOfOthers(const record::ScopeId &scope, const std::vector<record::Uuid> &ownSites) const;
    [[nodiscard]] std::uint64_t changeCount() const;
    [[nodiscard]] std::uint64_t scopeCount() const;
    /// But for what was let in after all.
    [[nodiscard]] std::vector<LoggedChange> setAside() const;
    /// The change, where it was set aside, has been let in as part of another one.
    void markReleased(const record::ScopeId &scope, const merge::Dot &dot);
    [[nodiscard]] std::uint64_t setAsideCount() const;
    /// The names of what the server has set aside in a place, as far as that is known here; the latest of them.
    [[nodiscard]] std::vector<merge::Dot> refused(const record::ScopeId &scope, std::size_t most = SIZE_MAX) const;
    /// A snapshot tells them, in place of what one told before.
    void noteRefused(const record::ScopeId &scope, const std::vector<merge::Dot> &dots);
    /// The highest hybrid time in this store.
    [[nodiscard]] std::uint64_t latestHybridTime() const;

    /// The changes of a scope from one of them on that were not set aside, in the order they were met here;
    /// without those after it that a snapshot has answered for since.
    [[nodiscard]] std::vector<MetChange> metFrom(const record::ScopeId &scope, std::int64_t row) const;
    /// Where this store met the change; 0 when it has not.
    [[nodiscard]] std::int64_t rowOf(const record::ScopeId &scope, const merge::Dot &dot) const;
    /// The content of a change that came without it.
    void setBody(const merge::Change &change);
    /// Forgets one that is known by its header alone.
    void drop(std::int64_t row);
    /// The change has been merged into the records; this is what they were.
    void setUndo(std::int64_t row, const std::string &undo);
    /// What the records were has changed with what came before the change.
    void keepUndo(std::int64_t row, const std::string &undo);
    /// A change of another site that the server can't take, since it took another one of that name:
    /// kept here with the reason, out of its chain. Inside a transaction.
    void putAside(std::int64_t row, const merge::Change &change, const std::string &reason,
                  const std::string &sentence);
    /// What was put aside for its name and follows that one in its chain, with its row.
    [[nodiscard]] std::optional<MetChange> putAsideAfter(const record::ScopeId &scope, const record::Uuid &site,
                                                         const ChainHead &head) const;
    /// What was put aside waits again, at its place in its chain, which is free.
    void takeBack(std::int64_t row, const merge::Change &change);
    /// Gives a change another name and other bytes: its chain goes on as a branch.
    void rename(std::int64_t row, const merge::Change &change);
    /// As if this store had met the change just now.
    void moveToEnd(std::int64_t row);
    /// The chain ends here from now on. Seq 0 forgets it.
    void setHead(const record::ScopeId &scope, const record::Uuid &site, const ChainHead &head);
    [[nodiscard]] std::map<record::Uuid, ChainHead> heads(const record::ScopeId &scope) const;
    /// How far the chain has come in the log that was read, up to the cursor: what waits here is not
    /// in it. Seq 0 for a chain that has not begun there.
    [[nodiscard]] ChainHead placed(const record::ScopeId &scope, const record::Uuid &site) const;
    void setPlaced(const record::ScopeId &scope, const record::Uuid &site, const ChainHead &head);

    /// The log of the scope is known from `cursor` on; what is kept from before has no place any more.
    /// All changes of own sites wait again, since the server may lack or refuse them now; so does what is
    /// kept of others above `heads`.
    void startFrom(const cadre::sync::v1::Cursor &cursor, const std::map<record::Uuid, ChainHead> &heads,
                   const std::vector<record::Uuid> &ownSites);
    /// The server lacks what came before a change of this chain: all that is kept of it waits again.
    /// False when it did so already.
    bool offerAgain(const record::ScopeId &scope, const record::Uuid &site);
    /// Whether what is kept of the chain is the history that ends at `head` tells the last signed one of it:
    /// it waits again, for the server to say. False when nothing is to be asked.
    bool offerLast(const record::ScopeId &scope, const record::Uuid &site, const ChainHead &head);
    /// True when all of these changes are kept.
    [[nodiscard]] bool holds(const record::ScopeId &scope, const record::Uuid &site, std::uint64_t first,
                             std::uint64_t last) const;
    /// This log is an older one from now on, as after a restore: what comes next may not be what followed before.
    /// `isFirst` when that never happened to it. Inside a transaction.
    void wentBack(bool isFirst);
    /// Where a chain was known to be at the end of each epoch in which something was made that waits here; nothing
    /// of those of which that was not remembered.
    [[nodiscard]] std::map<std::uint64_t, ChainHead> knownBefore(const record::ScopeId &scope,
                                                                 const record::Uuid &site) const;
    /// That chain turned out to be the same in both histories as far as that, and nothing that waits names more of it.
    void cutKnownBefore(const record::ScopeId &scope, const record::Uuid &site, const ChainHead &common);
    /// The same of one of those epochs; without a hash where that is not known.
    void cutKnownIn(const record::ScopeId &scope, const record::Uuid &site, std::uint64_t epoch,
                    const ChainHead &common);
    /// This store wrote that chain as far as that, whatever history it was in: what was made from it names it so.
    void growKnownBefore(const record::ScopeId &scope, const record::Uuid &site, const ChainHead &own);
    /// How far a chain is the same in this log and in all that it was before it went back.
    [[nodiscard]] std::uint64_t commonSeq(const record::ScopeId &scope, const record::Uuid &site) const;
    /// The rev after which the log is kept.
    [[nodiscard]] std::uint64_t baseRev(const record::ScopeId &scope) const;
    /// Drops headers and bodies up to `rev`, but for what was set aside. Their dots, revs, verdicts
    /// and header hashes stay. Returns how many were dropped.
    std::uint64_t compact(const record::ScopeId &scope, std::uint64_t rev);
    /// As if the log were known from `rev` on only, but for what was set aside. Stops short of that where
    /// what waits would have to be merged again. Returns how many changes are gone.
    std::uint64_t letGo(const record::ScopeId &scope, std::uint64_t rev);

    using IsErased = std::function<bool(const merge::Change &, const cadre::sync::v1::RecordEdit &, bool isPutAside)>;
    /// True when what is kept of the scope has such a part.
    [[nodiscard]] bool
    anyPart(const record::ScopeId &scope,
            const std::function<bool(const merge::Change &, const cadre::sync::v1::RecordEdit &)> &isMeant) const;
    /// Takes the bytes of parts away that are kept of the scope, wherever a change stands. Returns how many.
    int erase(const record::ScopeId &scope, const IsErased &isErased);
    /// Merges the server's word that records are erased into what they were before other changes.
    void eraseUndo(const merge::Change &word);

    /// Forgets the scope's acknowledged changes and its cursor, but never how far this store's own
    /// chain had come: its numbers are not used twice.
    void leave(const record::ScopeId &scope, const std::vector<record::Uuid> &ownSites);
    /// Chains without holes and hashes that match, over everything kept.
    [[nodiscard]] std::vector<std::string> check() const;

private:
    static constexpr int columnCount = 10; // What read() takes.
    static const char *const columns;
    /// The last change of a chain that is kept.
    [[nodiscard]] ChainHead lastHeld(const record::ScopeId &scope, const record::Uuid &site) const;
    /// For knownBefore().
    void rememberHeads(const record::ScopeId &scope);
    /// Those of epochs in which nothing was made that waits, but for the last eight.
    void forgetHeads(const record::ScopeId &scope);
    [[nodiscard]] Reached readReached(const record::ScopeId &scope) const;
    void moveTo(const record::ScopeId &scope, const Reached &end);
    /// What was remembered of where the scope's log ends is not true any more.
    void moved(const record::ScopeId &scope);
    void forgetAfterRollback() const;
    /// The part of check() about positions().
    void checkPositions(std::vector<std::string> &problems) const;
    [[nodiscard]] LoggedChange read(const Statement &row) const;
    [[nodiscard]] std::string rowsOf(const std::vector<record::Uuid> &sites) const;
    /// The rows of changes of those sites that stand under another name since they were put aside.
    [[nodiscard]] std::vector<std::int64_t> ownPutAside(const record::ScopeId &scope,
                                                        const std::vector<record::Uuid> &ownSites) const;

    Database &m_database;
    mutable Places m_places;
    mutable std::uint64_t m_rollbacks = 0;
    mutable std::map<record::ScopeId, Reached> m_reached;
    mutable std::shared_ptr<const merge::Positions> m_positions;
    mutable std::set<record::ScopeId> m_stale; ///< Of the positions.
    std::uint64_t m_moves = 0;
    mutable std::map<record::ScopeId, std::uint64_t> m_movedAt; ///< The last time, as moves() counts.
    mutable std::map<std::uint64_t, record::ScopeId> m_movedInOrder; ///< The same, each place once.
    mutable std::uint64_t m_movedKnownFrom = 0; ///< Since when, as moves() counts, all of that is known.
};

} // namespace store
