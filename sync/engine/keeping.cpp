// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/keeping.h"

#include <algorithm>
#include <cstdlib>

namespace engine {

namespace {

constexpr std::int64_t day = 24LL * 3600 * 1000;

/// The rev that the log had so long ago, in the history of which it still is; remembers where it is now.
std::uint64_t standingSince(store::Database &database, const cadre::sync::v1::Cursor &cursor, std::int64_t now,
                            std::int64_t milliseconds)
{
    const auto name = merge::fromProto(cursor.scope())->text();
    const auto epoch = static_cast<std::int64_t>(cursor.epoch());
    store::Statement others(database, "DELETE FROM stood WHERE scope = ? AND (epoch <> ? OR at > ?)");
    others.bindText(1, name).bind(2, epoch).bind(3, now).run();
    store::Statement note(database,
                          "INSERT INTO stood(scope, at, epoch, rev) SELECT ?1, ?2, ?3, ?4"
                          " WHERE NOT EXISTS (SELECT 1 FROM stood WHERE scope = ?1 AND rev = ?4)");
    note.bindText(1, name).bind(2, now).bind(3, epoch).bind(4, static_cast<std::int64_t>(cursor.rev())).run();
    store::Statement find(database, "SELECT at, rev FROM stood WHERE scope = ? AND at <= ? ORDER BY at DESC LIMIT 1");
    find.bindText(1, name).bind(2, now - milliseconds);
    if (!find.step()) {
        return 0;
    }
    const auto rev = static_cast<std::uint64_t>(find.integer(1));
    store::Statement older(database, "DELETE FROM stood WHERE scope = ? AND at < ?");
    older.bindText(1, name).bind(2, find.integer(0)).run();
    return rev;
}

} // namespace

void keepHouse(Device::Parts &m, std::int64_t serverTime)
{
    const auto last = m.meta("house_kept_at");
    if (!last.empty() && std::llabs(serverTime - std::stoll(last)) < day) {
        return;
    }
    m.setMeta("house_kept_at", std::to_string(serverTime));
    m.database.run("CREATE TABLE IF NOT EXISTS stood(scope TEXT NOT NULL, at INTEGER NOT NULL,"
                   " epoch INTEGER NOT NULL, rev INTEGER NOT NULL, PRIMARY KEY(scope, at)) WITHOUT ROWID");
    for (const auto &cursor : m.log.cursors()) {
        const auto rev = standingSince(m.database, cursor, serverTime, runKeepingMilliseconds);
        if (rev > 0) {
            (void)m.log.letGo(*merge::fromProto(cursor.scope()), std::min(rev, cursor.rev()));
        }
    }
}

} // namespace engine
