// SPDX-License-Identifier: Apache-2.0
#include "sync/host/snapshots.h"

#include "sync/store/database.h"

namespace host {

Snapshots::Snapshots(store::Database &database)
    : m_database(database)
{
    database.run("CREATE TABLE IF NOT EXISTS host_snapshot(scope TEXT PRIMARY KEY, epoch INTEGER NOT NULL,"
                 " rev INTEGER NOT NULL, head BLOB NOT NULL, chunks INTEGER NOT NULL) WITHOUT ROWID;"
                 "CREATE TABLE IF NOT EXISTS host_chunk(scope TEXT NOT NULL, number INTEGER NOT NULL,"
                 " bytes BLOB NOT NULL, PRIMARY KEY(scope, number)) WITHOUT ROWID;");
}

std::optional<Snapshots::Kept> Snapshots::find(const record::ScopeId &scope) const
{
    store::Statement find(m_database, "SELECT epoch, rev, head, chunks FROM host_snapshot WHERE scope = ?");
    find.bindText(1, scope.text());
    if (!find.step()) {
        return std::nullopt;
    }
    Kept kept { {},
                static_cast<std::uint64_t>(find.integer(0)),
                static_cast<std::uint64_t>(find.integer(1)),
                static_cast<std::uint32_t>(find.integer(3)) };
    (void)kept.head.ParseFromString(find.blob(2));
    return kept;
}

std::string Snapshots::chunk(const record::ScopeId &scope, std::uint32_t number) const
{
    store::Statement find(m_database, "SELECT bytes FROM host_chunk WHERE scope = ? AND number = ?");
    find.bindText(1, scope.text()).bind(2, number);
    return find.step() ? find.blob(0) : std::string();
}

void Snapshots::drop(const record::ScopeId &scope)
{
    const auto name = scope.text();
    store::Statement chunks(m_database, "DELETE FROM host_chunk WHERE scope = ?");
    chunks.bindText(1, name).run();
    store::Statement head(m_database, "DELETE FROM host_snapshot WHERE scope = ?");
    head.bindText(1, name).run();
}

void Snapshots::keep(const record::ScopeId &scope, const Kept &snapshot, const std::vector<std::string> &chunks)
{
    const auto name = scope.text();
    store::Statement forget(m_database, "DELETE FROM host_chunk WHERE scope = ?");
    forget.bindText(1, name).run();
    store::Statement write(m_database,
                           "REPLACE INTO host_snapshot(scope, epoch, rev, head, chunks) VALUES(?, ?, ?, ?, ?)");
    write.bindText(1, name).bind(2, static_cast<std::int64_t>(snapshot.epoch));
    write.bind(3, static_cast<std::int64_t>(snapshot.rev)).bindBlob(4, snapshot.head.SerializeAsString());
    write.bind(5, static_cast<std::int64_t>(chunks.size())).run();
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        store::Statement insert(m_database, "INSERT INTO host_chunk(scope, number, bytes) VALUES(?, ?, ?)");
        insert.bindText(1, name).bind(2, static_cast<std::int64_t>(i)).bindBlob(3, chunks[i]).run();
    }
}

} // namespace host
