// SPDX-License-Identifier: Apache-2.0
// What a log still knows of the time before it was restored.
#include "sync/store/log.h"

#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace store {

namespace {

/// Of as many histories it stays known how far each chain was: a form that was opened then may still be saved.
constexpr int historiesKept = 8;

} // namespace

void Log::wentBack(bool isFirst)
{
    Statement known(
        m_database,
        "INSERT OR IGNORE INTO restored(scope, rev) SELECT row, CASE WHEN ? THEN rev ELSE 0 END FROM scope");
    known.bind(1, isFirst ? 1 : 0).run();
    m_database.run("UPDATE restored SET rev = min(rev, (SELECT s.rev FROM scope s WHERE s.row = restored.scope))");
}

std::uint64_t Log::commonSeq(const record::ScopeId &scope, const record::Uuid &site) const
{
    Statement find(m_database,
                   "SELECT max(seq) FROM change WHERE scope = ?1 AND site = ?2 AND rev IS NOT NULL"
                   " AND rev <= (SELECT rev FROM restored WHERE scope = ?1)");
    find.bind(1, m_places.find(scope).value_or(-1)).bind(2, m_places.find(site).value_or(-1));
    return find.step() ? static_cast<std::uint64_t>(find.integer(0)) : 0;
}

void Log::rememberHeads(const record::ScopeId &scope)
{
    Statement remember(m_database,
                       "INSERT INTO known_in(scope, site, epoch, seq, header_hash)"
                       " SELECT scope, site, ?, seq, header_hash FROM chain WHERE scope = ?"
                       " ON CONFLICT DO UPDATE SET seq = excluded.seq, header_hash = excluded.header_hash"
                       " WHERE excluded.seq > seq");
    remember.bind(1, static_cast<std::int64_t>(cursor(scope).epoch())).bind(2, m_places.rowOf(scope)).run();
}

void Log::forgetHeads(const record::ScopeId &scope)
{
    std::set<std::uint64_t> epochs;
    for (const auto &waiting : waitingIn(scope)) {
        cadre::sync::v1::Header header;
        if (header.ParseFromString(waiting.header)) {
            epochs.insert(header.seen_epoch());
        }
    }
    Statement forget(m_database,
                     fmt::format("DELETE FROM known_in WHERE scope = ?1 AND epoch NOT IN ({}) AND epoch NOT IN"
                                 " (SELECT DISTINCT epoch FROM known_in WHERE scope = ?1 ORDER BY epoch DESC LIMIT {})",
                                 fmt::join(epochs, ", "), historiesKept));
    forget.bind(1, m_places.rowOf(scope)).run();
}

std::map<std::uint64_t, ChainHead> Log::knownBefore(const record::ScopeId &scope, const record::Uuid &site) const
{
    std::map<std::uint64_t, ChainHead> known;
    Statement find(m_database, "SELECT epoch, seq, header_hash FROM known_in WHERE scope = ? AND site = ?");
    find.bind(1, m_places.find(scope).value_or(-1)).bind(2, m_places.find(site).value_or(-1));
    while (find.step()) {
        known.emplace(static_cast<std::uint64_t>(find.integer(0)),
                      ChainHead { static_cast<std::uint64_t>(find.integer(1)), find.blob(2) });
    }
    return known;
}

void Log::offerNoMore(const record::ScopeId &scope, const record::Uuid &site, std::uint64_t first, std::uint64_t last)
{
    Statement update(m_database,
                     "UPDATE change SET rev = 0 WHERE scope = ? AND site = ? AND seq BETWEEN ? AND ? AND rev IS NULL");
    update.bind(1, m_places.rowOf(scope)).bind(2, m_places.rowOf(site));
    update.bind(3, static_cast<std::int64_t>(first)).bind(4, static_cast<std::int64_t>(last)).run();
}

bool Log::holdsFrom(const record::ScopeId &scope, const merge::Dot &first) const
{
    Statement find(m_database, "SELECT 1 FROM change WHERE scope = ? AND site = ? AND seq >= ?");
    find.bind(1, m_places.find(scope).value_or(-1)).bind(2, m_places.find(first.site).value_or(-1));
    return find.bind(3, static_cast<std::int64_t>(first.seq)).step();
}

void Log::cutKnownBefore(const record::ScopeId &scope, const record::Uuid &site, const ChainHead &common)
{
    Statement cut(m_database, "UPDATE known_in SET seq = ?, header_hash = ? WHERE scope = ? AND site = ? AND seq > ?1");
    cut.bind(1, static_cast<std::int64_t>(common.seq)).bindBlob(2, common.headerHash);
    cut.bind(3, m_places.rowOf(scope)).bind(4, m_places.rowOf(site)).run();
}

void Log::cutKnownIn(const record::ScopeId &scope, const record::Uuid &site, std::uint64_t epoch,
                     const ChainHead &common)
{
    Statement cut(
        m_database,
        "UPDATE known_in SET seq = ?, header_hash = ? WHERE scope = ? AND site = ? AND epoch = ? AND seq > ?1");
    cut.bind(1, static_cast<std::int64_t>(common.seq)).bindBlob(2, common.headerHash);
    cut.bind(3, m_places.rowOf(scope)).bind(4, m_places.rowOf(site)).bind(5, static_cast<std::int64_t>(epoch)).run();
}

void Log::growKnownBefore(const record::ScopeId &scope, const record::Uuid &site, const ChainHead &own)
{
    Statement grow(m_database,
                   "UPDATE known_in SET seq = ?1, header_hash = ?2 WHERE scope = ?3 AND site = ?4 AND seq < ?1");
    grow.bind(1, static_cast<std::int64_t>(own.seq)).bindBlob(2, own.headerHash);
    grow.bind(3, m_places.rowOf(scope)).bind(4, m_places.rowOf(site)).run();
}

} // namespace store
