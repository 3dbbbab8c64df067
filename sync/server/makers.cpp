// SPDX-License-Identifier: Apache-2.0
#include "sync/server/makers.h"

namespace server {

void Makers::note(const merge::Change &change)
{
    const std::string scope = change.scope.text();
    const std::string author = change.author.raw();
    for (const auto &edit : change.edits) {
        store::Statement note(m_database,
                              "INSERT OR IGNORE INTO server_maker (record, type, scope, person) VALUES (?, ?, ?, ?)");
        note.lendBlob(1, edit.record()).bind(2, edit.type()).lendText(3, scope).lendBlob(4, author).run();
    }
}

std::optional<record::Uuid> Makers::of(const store::RecordKey &key) const
{
    store::Statement read(m_database, "SELECT person FROM server_maker WHERE record = ? AND type = ? AND scope = ?");
    read.bindBlob(1, key.id.raw()).bind(2, key.type).bindText(3, key.scope.text());
    if (!read.step()) {
        return {};
    }
    return record::Uuid::fromRaw(read.blob(0));
}

bool Makers::knowsElsewhere(const store::RecordKey &key) const
{
    store::Statement read(m_database, "SELECT scope FROM server_maker WHERE record = ? AND type = ?");
    read.bindBlob(1, key.id.raw()).bind(2, key.type);
    while (read.step()) {
        const auto scope = record::ScopeId::parse(read.blob(0));
        if (scope && scope->kind == key.scope.kind && *scope != key.scope) {
            return true;
        }
    }
    return false;
}

} // namespace server
