// SPDX-License-Identifier: Apache-2.0
#include "sync/store/places.h"

#include "sync/record/plant.h"

namespace store {

namespace {

/// For a store that was made before places had one.
void addCursorHash(Database &database)
{
    const auto hasHash = [&] {
        return Statement(database, "SELECT 1 FROM pragma_table_info('scope') WHERE name = 'cursor_hash'").step();
    };
    if (!hasHash()) {
        database.run("ALTER TABLE scope ADD COLUMN cursor_hash BLOB NOT NULL DEFAULT x''");
    }
}

} // namespace

Places::Places(Database &database)
    : m_database(database)
{
    database.run("CREATE TABLE IF NOT EXISTS scope(row INTEGER PRIMARY KEY, kind INTEGER NOT NULL, key BLOB NOT NULL,"
                 " purpose INTEGER NOT NULL, epoch INTEGER NOT NULL DEFAULT 0, rev INTEGER NOT NULL DEFAULT 0,"
                 " log_hash BLOB NOT NULL DEFAULT x'', base_rev INTEGER NOT NULL DEFAULT 0,"
                 " base_hash BLOB NOT NULL DEFAULT x'', cursor_hash BLOB NOT NULL DEFAULT x'',"
                 " UNIQUE(kind, key, purpose));"
                 "CREATE INDEX IF NOT EXISTS scope_without_cursor ON scope(row) WHERE rev = 0;"
                 "CREATE TABLE IF NOT EXISTS site(row INTEGER PRIMARY KEY, site BLOB NOT NULL UNIQUE);");
    addCursorHash(database);
}

void Places::forgetAfterRollback()
{
    if (m_rollbacks != m_database.rollbacks() && !CADRE_PLANT("row_numbers_survive_a_rollback")) {
        m_rollbacks = m_database.rollbacks();
        m_scopeRows.clear();
        m_scopes.clear();
        m_siteRows.clear();
        m_sites.clear();
    }
}

std::optional<std::int64_t> Places::find(const record::ScopeId &scope)
{
    forgetAfterRollback();
    if (const auto known = m_scopeRows.find(scope); known != m_scopeRows.end()) {
        return known->second;
    }
    Statement select(m_database, "SELECT row FROM scope WHERE kind = ? AND key = ? AND purpose = ?");
    select.bind(1, scope.kind).bindBlob(2, scope.key.raw()).bind(3, scope.purpose);
    if (!select.step()) {
        return std::nullopt;
    }
    m_scopes[select.integer(0)] = scope;
    return m_scopeRows[scope] = select.integer(0);
}

std::int64_t Places::rowOf(const record::ScopeId &scope)
{
    if (const auto known = find(scope)) {
        return *known;
    }
    Statement insert(m_database, "INSERT INTO scope(kind, key, purpose) VALUES(?, ?, ?)");
    insert.bind(1, scope.kind).bindBlob(2, scope.key.raw()).bind(3, scope.purpose).run();
    const auto row = m_database.lastRowId();
    m_scopes[row] = scope;
    return m_scopeRows[scope] = row;
}

std::optional<std::int64_t> Places::find(const record::Uuid &site)
{
    forgetAfterRollback();
    if (const auto known = m_siteRows.find(site); known != m_siteRows.end()) {
        return known->second;
    }
    Statement select(m_database, "SELECT row FROM site WHERE site = ?");
    select.bindBlob(1, site.raw());
    if (!select.step()) {
        return std::nullopt;
    }
    m_sites[select.integer(0)] = site;
    return m_siteRows[site] = select.integer(0);
}

std::int64_t Places::rowOf(const record::Uuid &site)
{
    if (const auto known = find(site)) {
        return *known;
    }
    Statement insert(m_database, "INSERT INTO site(site) VALUES(?)");
    insert.bindBlob(1, site.raw()).run();
    const auto row = m_database.lastRowId();
    m_sites[row] = site;
    return m_siteRows[site] = row;
}

const record::ScopeId &Places::scopeOf(std::int64_t row)
{
    forgetAfterRollback();
    if (const auto known = m_scopes.find(row); known != m_scopes.end()) {
        return known->second;
    }
    Statement select(m_database, "SELECT kind, key, purpose FROM scope WHERE row = ?");
    select.bind(1, row);
    if (!select.step()) {
        m_database.fail("reading a place");
    }
    const auto key = record::Uuid::fromRaw(select.blob(1)).value_or(record::Uuid {});
    const record::ScopeId scope { static_cast<std::uint32_t>(select.integer(0)), key,
                                  static_cast<std::uint32_t>(select.integer(2)) };
    m_scopeRows[scope] = row;
    return m_scopes[row] = scope;
}

const record::Uuid &Places::siteOf(std::int64_t row)
{
    forgetAfterRollback();
    if (const auto known = m_sites.find(row); known != m_sites.end()) {
        return known->second;
    }
    Statement select(m_database, "SELECT site FROM site WHERE row = ?");
    select.bind(1, row);
    if (!select.step()) {
        m_database.fail("reading a site");
    }
    const auto site = record::Uuid::fromRaw(select.blob(0)).value_or(record::Uuid {});
    m_siteRows[site] = row;
    return m_sites[row] = site;
}

} // namespace store
