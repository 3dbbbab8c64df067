// SPDX-License-Identifier: Apache-2.0
// What a log keeps when it does not begin at the beginning: branches, snapshots, compaction, leaving.
#include "sync/store/log.h"

#include "sync/record/plant.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace store {

namespace {

namespace wire = cadre::sync::v1;

} // namespace

std::int64_t Log::rowOf(const record::ScopeId &scope, const merge::Dot &dot) const
{
    Statement find(m_database, "SELECT rowid FROM change WHERE scope = ? AND site = ? AND seq = ?");
    find.bind(1, m_places.find(scope).value_or(-1)).bind(2, m_places.find(dot.site).value_or(-1));
    find.bind(3, static_cast<std::int64_t>(dot.seq));
    return find.step() ? find.integer(0) : 0;
}

std::vector<MetChange> Log::metFrom(const record::ScopeId &scope, std::int64_t row) const
{
    std::vector<MetChange> changes;
    Statement find(m_database,
                   fmt::format("SELECT {}, rowid FROM change WHERE scope = ?1 AND rowid >= ?2 AND verdict <> 3"
                               " AND (rev IS NULL OR rowid = ?2 OR rev > (SELECT base_rev FROM scope WHERE row = ?1))"
                               " ORDER BY rowid",
                               columns));
    find.bind(1, m_places.find(scope).value_or(-1)).bind(2, row + (CADRE_PLANT("replay_begins_after") ? 1 : 0));
    while (find.step()) {
        changes.push_back({ find.integer(columnCount), read(find) });
    }
    return changes;
}

void Log::setBody(const merge::Change &change)
{
    Statement update(m_database, "UPDATE change SET body = ? WHERE rowid = ?");
    update.bindBlob(1, change.bodyBytes).bind(2, rowOf(change.scope, change.dot)).run();
}

void Log::keepUndo(std::int64_t row, const std::string &undo)
{
    Statement update(m_database, "UPDATE change SET undo = ? WHERE rowid = ?");
    update.bindBlob(1, undo).bind(2, row).run();
}

void Log::setUndo(std::int64_t row, const std::string &undo)
{
    Statement update(m_database, "UPDATE change SET undo = ?, verdict = 0 WHERE rowid = ?");
    update.bindBlob(1, undo).bind(2, row).run();
}

void Log::drop(std::int64_t row)
{
    Statement drop(m_database, "DELETE FROM change WHERE rowid = ?");
    drop.bind(1, row).run();
}

void Log::rename(std::int64_t row, const merge::Change &change)
{
    Statement update(m_database,
                     "UPDATE change SET site = ?, seq = ?, header = ?, body = ?, signature = NULL WHERE rowid = ?");
    update.bind(1, m_places.rowOf(change.dot.site)).bind(2, static_cast<std::int64_t>(change.dot.seq));
    update.bindBlob(3, change.headerBytes).bindBlob(4, change.bodyBytes).bind(5, row).run();
}

void Log::moveToEnd(std::int64_t row)
{
    Statement update(m_database, "UPDATE change SET rowid = (SELECT max(rowid) FROM change) + 1 WHERE rowid = ?");
    update.bind(1, row).run();
}

void Log::setHead(const record::ScopeId &scope, const record::Uuid &site, const ChainHead &head)
{
    const auto scopeRow = m_places.rowOf(scope);
    const auto siteRow = m_places.rowOf(site);
    if (head.seq == 0) {
        Statement forget(m_database, "DELETE FROM chain WHERE scope = ? AND site = ?");
        forget.bind(1, scopeRow).bind(2, siteRow).run();
        return;
    }
    Statement replace(m_database, "REPLACE INTO chain(scope, site, seq, header_hash) VALUES(?, ?, ?, ?)");
    replace.bind(1, scopeRow).bind(2, siteRow).bind(3, static_cast<std::int64_t>(head.seq));
    replace.bindBlob(4, head.headerHash).run();
}

ChainHead Log::placed(const record::ScopeId &scope, const record::Uuid &site) const
{
    Statement find(m_database, "SELECT seq, header_hash FROM placed WHERE scope = ? AND site = ?");
    find.bind(1, m_places.find(scope).value_or(-1)).bind(2, m_places.find(site).value_or(-1));
    return find.step() ? ChainHead { static_cast<std::uint64_t>(find.integer(0)), find.blob(1) } : ChainHead {};
}

void Log::setPlaced(const record::ScopeId &scope, const record::Uuid &site, const ChainHead &head)
{
    Statement replace(m_database, "REPLACE INTO placed(scope, site, seq, header_hash) VALUES(?, ?, ?, ?)");
    replace.bind(1, m_places.rowOf(scope)).bind(2, m_places.rowOf(site)).bind(3, static_cast<std::int64_t>(head.seq));
    replace.bindBlob(4, head.headerHash).run();
}

std::map<record::Uuid, ChainHead> Log::heads(const record::ScopeId &scope) const
{
    std::map<record::Uuid, ChainHead> heads;
    Statement find(m_database, "SELECT site, seq, header_hash FROM chain WHERE scope = ?");
    find.bind(1, m_places.find(scope).value_or(-1));
    while (find.step()) {
        heads[m_places.siteOf(find.integer(0))] = { static_cast<std::uint64_t>(find.integer(1)), find.blob(2) };
    }
    return heads;
}

bool Log::offerLast(const record::ScopeId &scope, const record::Uuid &site, const ChainHead &head)
{
    Statement find(m_database,
                   "SELECT rowid, header FROM change WHERE scope = ? AND site = ? AND seq <= ? AND verdict <> 3"
                   " AND signature IS NOT NULL AND length(header) > 0 AND length(body) > 0 ORDER BY seq DESC LIMIT 1");
    find.bind(1, m_places.rowOf(scope)).bind(2, m_places.rowOf(site)).bind(3, static_cast<std::int64_t>(head.seq));
    if (find.step() && merge::hash(merge::headerDomain, { find.blob(1) }) != head.headerHash) {
        Statement offer(m_database, "UPDATE change SET rev = NULL WHERE rowid = ?");
        offer.bind(1, find.integer(0)).run();
        return true;
    }
    return false;
}

void Log::startFrom(const wire::Cursor &cursor, const std::map<record::Uuid, ChainHead> &newHeads,
                    const std::vector<record::Uuid> &ownSites)
{
    const auto scope = *merge::fromProto(cursor.scope());
    const auto row = m_places.rowOf(scope);
    if (this->cursor(scope).epoch() != cursor.epoch()) {
        forgetHeads(scope);
        rememberHeads(scope);
    }
    Statement unplace(m_database,
                      "UPDATE change SET rev = 0, log_hash = NULL, undo = NULL WHERE scope = ? AND rev IS NOT NULL");
    unplace.bind(1, row).run();
    for (const auto &[site, known] : heads(scope)) {
        const auto found = newHeads.find(site);
        const auto head = found == newHeads.end() ? ChainHead {} : found->second;
        const bool own = std::find(ownSites.begin(), ownSites.end(), site) != ownSites.end();
        Statement offer(m_database,
                        "UPDATE change SET rev = NULL, undo = NULL WHERE scope = ? AND site = ? AND seq > ?");
        offer.bind(1, row).bind(2, m_places.rowOf(site));
        offer.bind(3, own && !CADRE_PLANT("snapshot_settles_own_changes") ? 0 : static_cast<std::int64_t>(head.seq))
            .run();
        if (!own && m_database.changes() == 0) {
            offerLast(scope, site, head);
            setHead(scope, site, head);
        } else if (!own) {
            setHead(scope, site, lastHeld(scope, site));
        }
    }
    Statement forget(m_database, "DELETE FROM placed WHERE scope = ?");
    forget.bind(1, row).run();
    for (const auto &[site, head] : newHeads) {
        setPlaced(scope, site, head);
        const auto known = this->head(scope, site);
        if (!known || known->seq <= head.seq) {
            setHead(scope, site, head);
        }
    }
    Statement move(m_database,
                   "UPDATE scope SET epoch = ?, rev = ?, log_hash = ?, base_rev = ?, base_hash = ?, cursor_hash = ?"
                   " WHERE row = ?");
    const auto hash = merge::cursorHash(scope, cursor.epoch(), cursor.rev(), cursor.log_hash());
    move.bind(1, static_cast<std::int64_t>(cursor.epoch())).bind(2, static_cast<std::int64_t>(cursor.rev()));
    move.bindBlob(3, cursor.log_hash()).bind(4, static_cast<std::int64_t>(cursor.rev()));
    move.bindBlob(5, cursor.log_hash()).lendBlob(6, hash).bind(7, row).run();
    moved(scope);
}

ChainHead Log::lastHeld(const record::ScopeId &scope, const record::Uuid &site) const
{
    Statement find(m_database, "SELECT max(seq) FROM change WHERE scope = ? AND site = ?");
    find.bind(1, m_places.find(scope).value_or(-1)).bind(2, m_places.find(site).value_or(-1));
    const auto last = find.step() ? static_cast<std::uint64_t>(find.integer(0)) : 0;
    return last == 0 ? ChainHead {} : ChainHead { last, headerHash(scope, { site, last }) };
}

bool Log::offerAgain(const record::ScopeId &scope, const record::Uuid &site)
{
    Statement offer(m_database,
                    "UPDATE change SET rev = NULL WHERE scope = ? AND site = ?"
                    " AND rev IS NOT NULL");
    offer.bind(1, m_places.rowOf(scope)).bind(2, m_places.rowOf(site)).run();
    return m_database.changes() > 0;
}

bool Log::holds(const record::ScopeId &scope, const record::Uuid &site, std::uint64_t first, std::uint64_t last) const
{
    Statement kept(m_database, "SELECT count(*) FROM change WHERE scope = ? AND site = ? AND seq BETWEEN ? AND ?");
    kept.bind(1, m_places.find(scope).value_or(-1)).bind(2, m_places.find(site).value_or(-1));
    kept.bind(3, static_cast<std::int64_t>(first)).bind(4, static_cast<std::int64_t>(last));
    return last < first || (kept.step() && static_cast<std::uint64_t>(kept.integer(0)) == last - first + 1);
}

bool Log::holdsOfOthers(const record::ScopeId &scope, const std::vector<record::Uuid> &ownSites) const
{
    Statement count(m_database,
                    fmt::format("SELECT count(*) FROM change WHERE scope = ? AND site NOT IN ({})", rowsOf(ownSites)));
    count.bind(1, m_places.find(scope).value_or(-1));
    return count.step() && static_cast<std::size_t>(count.integer(0)) > ownPutAside(scope, ownSites).size();
}

std::string Log::rowsOf(const std::vector<record::Uuid> &sites) const
{
    std::string rows;
    for (const auto &site : sites) {
        rows += fmt::format("{}{}", rows.empty() ? "" : ", ", m_places.rowOf(site));
    }
    return rows;
}

std::uint64_t Log::baseRev(const record::ScopeId &scope) const
{
    Statement find(m_database, "SELECT base_rev FROM scope WHERE row = ?");
    find.bind(1, m_places.find(scope).value_or(-1));
    return find.step() ? static_cast<std::uint64_t>(find.integer(0)) : 0;
}

std::uint64_t Log::compact(const record::ScopeId &scope, std::uint64_t rev)
{
    const auto row = m_places.find(scope);
    const auto hash = logHashAt(scope, rev);
    if (!row || !hash || rev <= baseRev(scope)) {
        return 0;
    }
    std::uint64_t dropped = 0;
    Statement find(m_database,
                   "SELECT rowid, header FROM change WHERE scope = ? AND rev BETWEEN 1 AND ? AND verdict <> 3"
                   " AND length(header) > 0");
    find.bind(1, *row).bind(2, static_cast<std::int64_t>(rev));
    while (find.step()) {
        Statement drop(m_database,
                       "UPDATE change SET header = x'', body = x'', signature = NULL, undo = NULL, header_hash = ?"
                       " WHERE rowid = ?");
        drop.bindBlob(1, merge::hash(merge::headerDomain, { find.blob(1) })).bind(2, find.integer(0)).run();
        ++dropped;
    }
    Statement base(m_database, "UPDATE scope SET base_rev = ?, base_hash = ? WHERE row = ?");
    base.bind(1, static_cast<std::int64_t>(rev)).bindBlob(2, *hash).bind(3, *row).run();
    return dropped;
}

void Log::leave(const record::ScopeId &scope, const std::vector<record::Uuid> &ownSites)
{
    const auto row = m_places.find(scope);
    if (!row) {
        return;
    }
    rememberHeads(scope);
    for (const auto &[site, head] : heads(scope)) {
        const bool own = std::find(ownSites.begin(), ownSites.end(), site) != ownSites.end();
        Statement changes(m_database,
                          "DELETE FROM change WHERE scope = ? AND site = ? AND (? OR rev IS NOT NULL)"
                          " AND NOT (? AND verdict = 3 AND length(body) > 0)");
        const bool keepsWaiting = own && !CADRE_PLANT("leaving_empties_the_outbox");
        changes.bind(1, *row).bind(2, m_places.rowOf(site)).bind(3, keepsWaiting ? 0 : 1);
        changes.bind(4, CADRE_PLANT("leaving_forgets_what_was_set_aside") ? 0 : 1).run();
        if (!own || CADRE_PLANT("numbers_used_twice_after_leaving")) {
            setHead(scope, site, {});
        }
    }
    m_database.run(fmt::format("DELETE FROM change WHERE scope = {} AND site NOT IN ({}) AND rowid NOT IN ({})", *row,
                               rowsOf(ownSites), fmt::join(ownPutAside(scope, ownSites), ", ")));
    Statement kept(m_database, "UPDATE change SET rev = 0, log_hash = NULL WHERE scope = ? AND rev IS NOT NULL");
    kept.bind(1, *row).run();
    Statement placed(m_database, "DELETE FROM placed WHERE scope = ?");
    placed.bind(1, *row).run();
    noteRefused(scope, {});
    // What the records were is not this device's to know any more.
    Statement undo(m_database, "UPDATE change SET undo = NULL WHERE scope = ?");
    if (!CADRE_PLANT("undo_stays_after_leaving")) {
        undo.bind(1, *row).run();
    }
    Statement cursor(m_database,
                     "UPDATE scope SET rev = 0, epoch = 0, log_hash = x'', base_rev = 0, base_hash = x'',"
                     " cursor_hash = x'' WHERE row = ?");
    cursor.bind(1, *row).run();
    forgetHeads(scope);
    moved(scope);
}

std::vector<std::string> Log::check() const
{
    std::vector<std::string> problems;
    Statement all(
        m_database,
        "SELECT c.scope, c.site, c.seq, c.header, c.body, c.header_hash, c.rev IS NOT NULL AND c.rev <= s.base_rev,"
        " c.rev IS NULL"
        " FROM change c JOIN scope s ON s.row = c.scope WHERE c.rev IS NULL OR c.rev > 0"
        " ORDER BY c.scope, c.site, c.seq");
    std::int64_t scope = 0;
    std::int64_t site = 0;
    ChainHead before;
    // What is kept from before a snapshot may end anywhere, and what waits may begin anywhere: others
    // may bring what came before it.
    bool fromBefore = false;
    while (all.step()) {
        const auto seq = static_cast<std::uint64_t>(all.integer(2));
        const bool sameChain = all.integer(0) == scope && all.integer(1) == site;
        const auto where = fmt::format("change {} in {}", seq, m_places.scopeOf(all.integer(0)).text());
        const bool dropped = all.blob(3).empty();
        const auto read = dropped ? merge::ReadChange {} : merge::readChange(all.blob(3), all.blob(4));
        if (!dropped && !read.change) {
            problems.push_back(fmt::format("{}: {}", where, read.problem));
        } else if (!dropped && sameChain && !((fromBefore || all.integer(7) != 0) && seq != before.seq + 1)
                   && (seq != before.seq + 1 || read.change->header.previous() != before.headerHash)) {
            problems.push_back(fmt::format("{} does not follow the one before it", where));
        }
        scope = all.integer(0);
        site = all.integer(1);
        fromBefore = all.integer(6) != 0;
        before = { seq, dropped ? all.blob(5) : read.change ? read.change->headerHash : std::string() };
    }
    Statement revs(m_database,
                   "SELECT c.scope, c.rev, c.header, c.verdict, c.log_hash, s.base_rev, s.base_hash FROM change c"
                   " JOIN scope s ON s.row = c.scope WHERE c.rev > s.base_rev AND c.log_hash IS NOT NULL"
                   " ORDER BY c.scope, c.rev");
    std::string hash;
    std::uint64_t rev = 0;
    scope = 0;
    while (revs.step()) {
        if (revs.integer(0) != scope) {
            scope = revs.integer(0);
            rev = static_cast<std::uint64_t>(revs.integer(5));
            hash = revs.blob(6);
        }
        const auto found = static_cast<std::uint64_t>(revs.integer(1));
        const auto headerHash = merge::hash(merge::headerDomain, { revs.blob(2) });
        hash = merge::nextLogHash(hash, found, headerHash, static_cast<std::uint32_t>(revs.integer(3)));
        if (found != rev + 1 || hash != revs.blob(4)) {
            problems.push_back(fmt::format("the log of {} does not hold at {}", m_places.scopeOf(scope).text(), found));
            hash = revs.blob(4);
        }
        rev = found;
    }
    checkPositions(problems);
    return problems;
}

} // namespace store
