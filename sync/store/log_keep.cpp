// SPDX-License-Identifier: Apache-2.0
#include "sync/store/log.h"

#include "sync/record/plant.h"

#include <algorithm>

namespace store {

std::uint64_t Log::letGo(const record::ScopeId &scope, std::uint64_t rev)
{
    const auto row = m_places.find(scope);
    if (!row) {
        return 0;
    }
    // What was met after a change that waits is merged again if that is refused.
    Statement later(m_database,
                    "SELECT min(rev) FROM change WHERE scope = ?1 AND rev > 0 AND rowid >"
                    " (SELECT min(rowid) FROM change WHERE scope = ?1 AND rev IS NULL)");
    later.bind(1, *row);
    if (later.step() && !later.isNull(0)) {
        rev = std::min(rev, static_cast<std::uint64_t>(later.integer(0)) - 1);
    }
    const auto hash = logHashAt(scope, rev);
    if (!hash || rev <= baseRev(scope)) {
        return 0;
    }
    Statement own(m_database,
                  "INSERT INTO let_go(site, changes) SELECT site, count(*) FROM change WHERE scope = ?"
                  " AND rev BETWEEN 0 AND ? AND verdict <> 3 GROUP BY site"
                  " ON CONFLICT(site) DO UPDATE SET changes = changes + excluded.changes");
    own.bind(1, *row).bind(2, static_cast<std::int64_t>(rev)).run();
    Statement drop(m_database, "DELETE FROM change WHERE scope = ? AND rev BETWEEN 0 AND ? AND (verdict <> 3 OR ?)");
    drop.bind(1, *row).bind(2, static_cast<std::int64_t>(rev));
    drop.bind(3, CADRE_PLANT("keeping_drops_what_was_set_aside") ? 1 : 0).run();
    const auto dropped = static_cast<std::uint64_t>(m_database.changes());
    Statement base(m_database, "UPDATE scope SET base_rev = ?, base_hash = ? WHERE row = ?");
    base.bind(1, static_cast<std::int64_t>(rev)).bindBlob(2, *hash).bind(3, *row).run();
    return dropped;
}

} // namespace store
