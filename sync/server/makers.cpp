// SPDX-License-Identifier: Apache-2.0
#include "sync/server/makers.h"

namespace server {

void Makers::note(const merge::Change &change)
{
    const std::string scope = change.scope.text();
    for (const auto &edit : change.edits) {
        store::Statement note(m_database,
                              "INSERT OR IGNORE INTO server_maker (record, type, scope, person) VALUES (?, ?, ?, ?)");
        note.bindBlob(1, edit.record()).bind(2, edit.type()).bindText(3, scope).bindBlob(4, change.author.raw()).run();
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

} // namespace server
