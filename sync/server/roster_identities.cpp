// SPDX-License-Identifier: Apache-2.0
#include "sync/server/roster_identities.h"

namespace server {

RosterIdentities::RosterIdentities(store::Database &database, const record::Uuid &root, std::string source)
    : m_database(database)
    , m_root(root.raw())
    , m_source(std::move(source))
{
    for (const auto &[sourcedId, person] : people()) {
        m_sourcedIds.emplace(person, sourcedId);
    }
}

std::optional<record::Uuid> RosterIdentities::find(Kind kind, const std::string &sourcedId) const
{
    store::Statement read(m_database,
                          "SELECT id FROM server_roster WHERE root = ? AND source = ? AND kind = ? AND sourced_id = ?");
    read.bindBlob(1, m_root).bindText(2, m_source).bind(3, static_cast<int>(kind)).bindText(4, sourcedId);
    return read.step() ? record::Uuid::fromRaw(read.blob(0)) : std::nullopt;
}

std::string RosterIdentities::sourcedIdOf(const record::Uuid &person) const
{
    const auto found = m_sourcedIds.find(person);
    return found == m_sourcedIds.end() ? std::string() : found->second;
}

void RosterIdentities::keep(Kind kind, const std::string &sourcedId, const record::Uuid &id)
{
    store::Statement write(m_database, "INSERT OR REPLACE INTO server_roster VALUES (?, ?, ?, ?, ?)");
    write.bindBlob(1, m_root).bindText(2, m_source).bind(3, static_cast<int>(kind)).bindText(4, sourcedId);
    write.bindBlob(5, id.raw()).run();
    if (kind == Kind::Person) {
        m_sourcedIds.emplace(id, sourcedId);
    }
}

std::map<std::string, record::Uuid> RosterIdentities::people() const
{
    std::map<std::string, record::Uuid> people;
    store::Statement read(m_database,
                          "SELECT sourced_id, id FROM server_roster WHERE root = ? AND source = ? AND kind = ?");
    read.bindBlob(1, m_root).bindText(2, m_source).bind(3, static_cast<int>(Kind::Person));
    while (read.step()) {
        if (const auto id = record::Uuid::fromRaw(read.blob(1))) {
            people.emplace(read.blob(0), *id);
        }
    }
    return people;
}

void RosterIdentities::noteGiven(const record::Uuid &assignment)
{
    store::Statement write(m_database, "INSERT OR REPLACE INTO server_roster_role VALUES (?, ?, ?)");
    write.bindBlob(1, assignment.raw()).bindBlob(2, m_root).bindText(3, m_source).run();
}

bool RosterIdentities::isGiven(const record::Uuid &assignment) const
{
    store::Statement read(m_database,
                          "SELECT 1 FROM server_roster_role WHERE assignment = ? AND root = ? AND source = ?");
    read.bindBlob(1, assignment.raw()).bindBlob(2, m_root).bindText(3, m_source);
    return read.step();
}

bool RosterIdentities::isGivenByAny(const record::Uuid &assignment) const
{
    store::Statement read(m_database, "SELECT 1 FROM server_roster_role WHERE assignment = ?");
    read.bindBlob(1, assignment.raw());
    return read.step();
}

} // namespace server
