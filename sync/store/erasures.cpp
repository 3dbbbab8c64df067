// SPDX-License-Identifier: Apache-2.0
#include "sync/store/erasures.h"

#include "sync/record/plant.h"

namespace store {

Erasures::Erasures(Database &database)
    : m_database(database)
    , m_any(database, "SELECT 1 FROM erasure WHERE scope = ? LIMIT 1")
{
    database.run("CREATE TABLE IF NOT EXISTS erasure(scope INTEGER NOT NULL, name BLOB NOT NULL,"
                 " context BLOB NOT NULL, PRIMARY KEY(scope, name)) WITHOUT ROWID;"
                 "CREATE TABLE IF NOT EXISTS leftovers(due INTEGER PRIMARY KEY)");
}

void Erasures::note(std::int64_t scope, std::string_view name, const merge::Context &erased)
{
    auto all = find(scope, name).value_or(merge::Context());
    all.add(erased);
    m_database.exceptionsChange();
    Statement replace(m_database, "REPLACE INTO erasure(scope, name, context) VALUES(?, ?, ?)");
    replace.bind(1, scope).bindBlob(2, name).bindBlob(3, all.toProto().SerializeAsString()).run();
}

bool Erasures::any(std::int64_t scope) const
{
    return m_any.in(scope);
}

std::optional<merge::Context> Erasures::find(std::int64_t scope, std::string_view name) const
{
    Statement select(m_database, "SELECT context FROM erasure WHERE scope = ? AND name = ?");
    select.bind(1, scope).bindBlob(2, name);
    cadre::sync::v1::Context context;
    if (!select.step() || !context.ParseFromString(select.blob(0))) {
        return std::nullopt;
    }
    return merge::Context::fromProto(context);
}

bool Erasures::covers(std::int64_t scope, const merge::Dot &dot) const
{
    Statement select(m_database, "SELECT context FROM erasure WHERE scope = ?");
    select.bind(1, scope);
    while (select.step()) {
        cadre::sync::v1::Context context;
        if (context.ParseFromString(select.blob(0)) && merge::Context::fromProto(context).covers(dot)) {
            return true;
        }
    }
    return false;
}

void Erasures::removeScope(std::int64_t scope)
{
    m_database.exceptionsChange();
    Statement remove(m_database, "DELETE FROM erasure WHERE scope = ?");
    remove.bind(1, scope).run();
}

void Erasures::noteLeftovers()
{
    m_database.run("INSERT OR IGNORE INTO leftovers(due) VALUES(1)");
}

void Erasures::removeLeftovers()
{
    {
        Statement find(m_database, "SELECT 1 FROM leftovers");
        if (!find.step()) {
            return;
        }
    }
    if (!CADRE_PLANT("erased_bytes_stay_in_the_file")) {
        m_database.writeAnew();
    }
    m_database.run("DELETE FROM leftovers");
}

} // namespace store
