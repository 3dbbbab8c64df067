// SPDX-License-Identifier: Apache-2.0
#include "sync/host/erased_names.h"

#include "sync/merge/seen.h"

namespace host {

namespace wire = cadre::sync::v1;

ErasedNames::ErasedNames(store::Database &database)
    : m_database(database)
{
}

void ErasedNames::makeTables(store::Database &database)
{
    database.run("CREATE TABLE IF NOT EXISTS host_erased_name(scope TEXT NOT NULL, site BLOB NOT NULL,"
                 " seq INTEGER NOT NULL, header_hash BLOB NOT NULL, PRIMARY KEY(scope, site, seq)) WITHOUT ROWID");
}

void ErasedNames::note(const merge::Change &word, const wire::Run &run, const store::Log &log)
{
    const auto erased = merge::seenBy(word);
    for (const auto &seen : run.seen()) {
        const auto site = record::Uuid::fromRaw(seen.dot().site());
        const auto head = site ? log.head(word.scope, *site) : std::nullopt;
        if (!site || !erased.covers({ *site, seen.dot().seq() }) || (head && head->seq >= seen.dot().seq())) {
            continue;
        }
        store::Statement note(m_database,
                              "INSERT OR IGNORE INTO host_erased_name(scope, site, seq, header_hash)"
                              " VALUES(?, ?, ?, ?)");
        note.bindText(1, word.scope.text()).bindBlob(2, site->raw());
        note.bind(3, static_cast<std::int64_t>(seen.dot().seq())).bindBlob(4, seen.header_hash()).run();
    }
}

bool ErasedNames::any(const record::ScopeId &scope) const
{
    store::Statement find(m_database, "SELECT 1 FROM host_erased_name WHERE scope = ? LIMIT 1");
    return find.bindText(1, scope.text()).step();
}

bool ErasedNames::meanAnother(const merge::Change &change) const
{
    store::Statement find(m_database,
                          "SELECT header_hash FROM host_erased_name WHERE scope = ? AND site = ? AND seq = ?");
    find.bindText(1, change.scope.text()).bindBlob(2, change.dot.site.raw());
    find.bind(3, static_cast<std::int64_t>(change.dot.seq));
    return find.step() && find.blob(0) != change.headerHash && !merge::wasToldAs(change.header, find.blob(0));
}

std::vector<wire::RecordEdit> withoutOthers(std::vector<wire::RecordEdit> edits, const std::vector<merge::Dot> &others)
{
    for (auto &edit : edits) {
        merge::retell(edit, [&](merge::Context &context) {
            for (const auto &first : others) {
                context.drop(first);
            }
        });
    }
    return edits;
}

} // namespace host
