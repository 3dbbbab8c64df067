// SPDX-License-Identifier: Apache-2.0
#include "sync/store/log.h"

#include "sync/record/plant.h"

#include <algorithm>

#include <fmt/format.h>

namespace store {

namespace {

namespace wire = cadre::sync::v1;

constexpr auto schema =
    "CREATE TABLE IF NOT EXISTS chain(scope INTEGER NOT NULL, site INTEGER NOT NULL, seq INTEGER NOT NULL,"
    " header_hash BLOB NOT NULL, PRIMARY KEY(scope, site)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS placed(scope INTEGER NOT NULL, site INTEGER NOT NULL, seq INTEGER NOT NULL,"
    " header_hash BLOB NOT NULL, PRIMARY KEY(scope, site)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS change(scope INTEGER NOT NULL, site INTEGER NOT NULL, seq INTEGER NOT NULL,"
    " rev INTEGER, verdict INTEGER NOT NULL, time INTEGER NOT NULL, header BLOB NOT NULL,"
    " body BLOB NOT NULL, signature BLOB, log_hash BLOB, reason TEXT, sentence TEXT, undo BLOB,"
    " header_hash BLOB, verdict_signature BLOB);"
    "CREATE TABLE IF NOT EXISTS known_in(scope INTEGER NOT NULL, site INTEGER NOT NULL, epoch INTEGER NOT NULL,"
    " seq INTEGER NOT NULL, header_hash BLOB NOT NULL, PRIMARY KEY(scope, site, epoch)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS refused_before(scope INTEGER NOT NULL, site INTEGER NOT NULL, seq INTEGER NOT NULL,"
    " PRIMARY KEY(scope, site, seq)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS restored(scope INTEGER PRIMARY KEY, rev INTEGER NOT NULL);"
    "CREATE TABLE IF NOT EXISTS let_go(site INTEGER PRIMARY KEY, changes INTEGER NOT NULL);"
    "CREATE UNIQUE INDEX IF NOT EXISTS change_dot ON change(scope, site, seq);"
    "CREATE INDEX IF NOT EXISTS change_rev ON change(scope, rev) WHERE rev IS NOT NULL;"
    "CREATE INDEX IF NOT EXISTS change_waiting ON change(scope, site, seq) WHERE rev IS NULL;"
    "CREATE INDEX IF NOT EXISTS change_set_aside ON change(verdict) WHERE verdict = 3;";

std::uint64_t count(Database &database, std::string_view sql)
{
    Statement statement(database, sql);
    return statement.step() ? static_cast<std::uint64_t>(statement.integer(0)) : 0;
}

} // namespace

const char *const Log::columns =
    "header, body, signature, rev, verdict, reason, sentence, undo, header_hash, verdict_signature";

Log::Log(Database &database)
    : m_database(database)
    , m_places(database)
{
    database.run(schema);
}

LoggedChange Log::read(const Statement &row) const
{
    return { row.blob(0),
             row.blob(1),
             row.blob(2),
             static_cast<std::uint64_t>(row.integer(3)),
             static_cast<std::uint32_t>(row.integer(4)),
             row.blob(5),
             row.blob(6),
             row.blob(7),
             row.blob(8),
             row.blob(9),
             row.isNull(3) };
}

std::optional<ChainHead> Log::head(const record::ScopeId &scope, const record::Uuid &site) const
{
    const auto scopeRow = m_places.find(scope);
    const auto siteRow = m_places.find(site);
    if (!scopeRow || !siteRow) {
        return std::nullopt;
    }
    Statement find(m_database, "SELECT seq, header_hash FROM chain WHERE scope = ? AND site = ?");
    find.bind(1, *scopeRow).bind(2, *siteRow);
    if (!find.step()) {
        return std::nullopt;
    }
    return ChainHead { static_cast<std::uint64_t>(find.integer(0)), find.blob(1) };
}

std::string Log::headerHash(const record::ScopeId &scope, const merge::Dot &dot) const
{
    Statement find(m_database, "SELECT header, header_hash FROM change WHERE scope = ? AND site = ? AND seq = ?");
    find.bind(1, m_places.find(scope).value_or(-1)).bind(2, m_places.find(dot.site).value_or(-1));
    find.bind(3, static_cast<std::int64_t>(dot.seq));
    if (!find.step()) {
        return {};
    }
    const auto header = find.blob(0);
    return header.empty() ? find.blob(1) : merge::hash(merge::headerDomain, { header });
}

bool Log::isOrWas(const record::ScopeId &scope, const merge::Dot &dot, std::string_view headerHash) const
{
    const auto known = find(scope, dot);
    cadre::sync::v1::Header header;
    return known
        && (this->headerHash(scope, dot) == headerHash
            || (header.ParseFromString(known->header) && merge::wasToldAs(header, headerHash)));
}

std::optional<LoggedChange> Log::find(const record::ScopeId &scope, const merge::Dot &dot) const
{
    const auto scopeRow = m_places.find(scope);
    const auto siteRow = m_places.find(dot.site);
    if (!scopeRow || !siteRow) {
        return std::nullopt;
    }
    static const auto sql = fmt::format("SELECT {} FROM change WHERE scope = ? AND site = ? AND seq = ?", columns);
    Statement find(m_database, sql);
    find.bind(1, *scopeRow).bind(2, *siteRow).bind(3, static_cast<std::int64_t>(dot.seq));
    return find.step() ? std::optional(read(find)) : std::nullopt;
}

void Log::setSignature(const record::ScopeId &scope, const merge::Dot &dot, const std::string &signature)
{
    Statement update(m_database, "UPDATE change SET signature = ? WHERE scope = ? AND site = ? AND seq = ?");
    update.bindBlob(1, signature).bind(2, m_places.rowOf(scope)).bind(3, m_places.rowOf(dot.site));
    update.bind(4, static_cast<std::int64_t>(dot.seq)).run();
}

std::vector<record::ScopeId> Log::scopesWithoutCursor() const
{
    std::vector<record::ScopeId> scopes;
    Statement find(m_database,
                   "SELECT row FROM scope WHERE rev = 0 AND EXISTS (SELECT 1 FROM change WHERE scope = scope.row)");
    while (find.step()) {
        scopes.push_back(m_places.scopeOf(find.integer(0)));
    }
    return scopes;
}

std::optional<std::string> Log::logHashAt(const record::ScopeId &scope, std::uint64_t rev) const
{
    const auto row = m_places.find(scope);
    if (rev == 0) {
        return std::string();
    }
    if (!row) {
        return std::nullopt;
    }
    Statement find(m_database,
                   "SELECT log_hash FROM change WHERE scope = ?1 AND rev = ?2 UNION ALL"
                   " SELECT base_hash FROM scope WHERE row = ?1 AND base_rev = ?2");
    find.bind(1, *row).bind(2, static_cast<std::int64_t>(rev));
    return find.step() ? std::optional(find.blob(0)) : std::nullopt;
}

std::vector<LoggedChange> Log::after(const record::ScopeId &scope, std::uint64_t rev, std::size_t budgetBytes) const
{
    std::vector<LoggedChange> entries;
    const auto row = m_places.find(scope);
    if (!row) {
        return entries;
    }
    Statement find(m_database, fmt::format("SELECT {} FROM change WHERE scope = ? AND rev > ? ORDER BY rev", columns));
    find.bind(1, *row).bind(2, static_cast<std::int64_t>(rev) + (CADRE_PLANT("cursor_off_by_one") ? 1 : 0));
    std::size_t bytes = 0;
    while (find.step()) {
        entries.push_back(read(find));
        bytes += entries.back().header.size() + entries.back().body.size();
        if (bytes >= budgetBytes && (!entries.back().signature.empty() || CADRE_PLANT("page_ends_inside_a_run"))) {
            break;
        }
    }
    return entries;
}

std::vector<WaitingRun> Log::waiting(std::size_t budgetBytes) const
{
    std::vector<WaitingRun> runs;
    Statement find(m_database,
                   fmt::format("SELECT {}, scope, site, seq FROM change WHERE rev IS NULL"
                               " ORDER BY scope, site, seq",
                               columns));
    std::int64_t next = 0;
    std::size_t bytes = 0;
    while (find.step()) {
        const auto &scope = m_places.scopeOf(find.integer(columnCount));
        const auto &site = m_places.siteOf(find.integer(columnCount + 1));
        const auto seq = find.integer(columnCount + 2);
        const bool begins = runs.empty() || runs.back().scope != scope || runs.back().site != site
            || (seq != next && !CADRE_PLANT("run_over_a_gap"));
        if (bytes >= budgetBytes) {
            runs.back().isWhole = begins;
            break;
        }
        if (begins) {
            runs.push_back({ scope, site, {} });
        }
        next = seq + 1;
        runs.back().changes.push_back(read(find));
        bytes += runs.back().changes.back().header.size() + runs.back().changes.back().body.size();
    }
    return runs;
}

std::vector<LoggedChange> Log::waitingIn(const record::ScopeId &scope) const
{
    std::vector<LoggedChange> changes;
    Statement find(m_database,
                   fmt::format("SELECT {} FROM change WHERE scope = ? AND rev IS NULL ORDER BY rowid", columns));
    find.bind(1, m_places.find(scope).value_or(-1));
    while (find.step()) {
        changes.push_back(read(find));
    }
    return changes;
}

std::uint64_t Log::waitingCount() const
{
    return count(m_database, "SELECT count(*) FROM change WHERE rev IS NULL");
}

std::uint64_t Log::acknowledgedCount(const record::Uuid &site) const
{
    const auto row = m_places.find(site);
    Statement find(m_database,
                   "SELECT (SELECT count(*) FROM change WHERE site = ?1 AND rev IS NOT NULL AND verdict <> 3)"
                   " + coalesce((SELECT changes FROM let_go WHERE site = ?1), 0)");
    find.bind(1, row.value_or(0));
    return find.step() ? static_cast<std::uint64_t>(find.integer(0)) : 0;
}

bool Log::hasAcknowledged(const record::ScopeId &scope) const
{
    Statement find(m_database, "SELECT 1 FROM change WHERE scope = ? AND rev > 0 LIMIT 1");
    find.bind(1, m_places.find(scope).value_or(-1));
    return find.step();
}

std::uint64_t Log::changeCount() const
{
    return count(m_database, "SELECT count(*) FROM change");
}

std::uint64_t Log::scopeCount() const
{
    return count(m_database, "SELECT count(*) FROM scope WHERE rev > 0");
}

std::vector<LoggedChange> Log::setAside() const
{
    std::vector<LoggedChange> changes;
    Statement find(m_database,
                   fmt::format("SELECT {} FROM change WHERE verdict = 3 AND reason IS NOT ? ORDER BY time", columns));
    find.bindText(1, releasedReason);
    while (find.step()) {
        // Of some there is the header alone, of some all that they said is erased.
        const auto change = merge::readChange(find.blob(0), find.blob(1)).change;
        if (change && !change->edits.empty()) {
            changes.push_back(read(find));
        }
    }
    return changes;
}

void Log::markReleased(const record::ScopeId &scope, const merge::Dot &dot)
{
    Statement update(m_database,
                     "UPDATE change SET reason = ?, sentence = NULL"
                     " WHERE scope = ? AND site = ? AND seq = ? AND verdict = 3");
    update.bindText(1, releasedReason).bind(2, m_places.find(scope).value_or(-1));
    update.bind(3, m_places.find(dot.site).value_or(-1)).bind(4, static_cast<std::int64_t>(dot.seq)).run();
}

std::uint64_t Log::setAsideCount() const
{
    return setAside().size();
}

std::uint64_t Log::latestHybridTime() const
{
    return count(m_database, "SELECT max(time) FROM (SELECT time FROM change ORDER BY rowid DESC LIMIT 200)");
}

} // namespace store
