// SPDX-License-Identifier: Apache-2.0
#include "sync/store/tombstones.h"

namespace store {

Tombstones::Tombstones(Database &database)
    : m_database(database)
    , m_any(database, "SELECT 1 FROM tombstone WHERE scope = ? LIMIT 1")
{
    database.run("CREATE TABLE IF NOT EXISTS tombstone(scope INTEGER NOT NULL, name BLOB NOT NULL, state BLOB NOT NULL,"
                 " PRIMARY KEY(scope, name)) WITHOUT ROWID");
}

std::string Tombstones::nameOf(const RecordKey &key)
{
    const auto type = std::to_string(key.type);
    return merge::hash("cadre.tombstone.v1", { key.scope.text(), type, key.id.raw() }).substr(0, 16);
}

std::optional<merge::RecordState> Tombstones::find(std::int64_t scope, std::string_view name) const
{
    Statement select(m_database, "SELECT state FROM tombstone WHERE scope = ? AND name = ?");
    select.bind(1, scope).bindBlob(2, name);
    if (!select.step()) {
        return std::nullopt;
    }
    merge::RecordState state;
    (void)state.ParseFromString(select.blob(0));
    return state;
}

bool Tombstones::any(std::int64_t scope) const
{
    return m_any.in(scope);
}

void Tombstones::write(std::int64_t scope, std::string_view name, const merge::RecordState &state)
{
    m_database.exceptionsChange();
    m_database.recordsChange();
    Statement replace(m_database, "REPLACE INTO tombstone(scope, name, state) VALUES(?, ?, ?)");
    replace.bind(1, scope).bindBlob(2, name).bindBlob(3, state.SerializeAsString()).run();
}

void Tombstones::remove(std::int64_t scope, std::string_view name)
{
    m_database.exceptionsChange();
    m_database.recordsChange();
    Statement remove(m_database, "DELETE FROM tombstone WHERE scope = ? AND name = ?");
    remove.bind(1, scope).bindBlob(2, name).run();
}

void Tombstones::removeScope(std::int64_t scope)
{
    m_database.exceptionsChange();
    m_database.recordsChange();
    Statement remove(m_database, "DELETE FROM tombstone WHERE scope = ?");
    remove.bind(1, scope).run();
}

} // namespace store
