// SPDX-License-Identifier: Apache-2.0
// What was put aside stands in the log under a name of its own, until its chain can go on with it.
#include "sync/store/log.h"

#include <algorithm>

#include <fmt/format.h>

namespace store {

namespace wire = cadre::sync::v1;

void Log::putAside(std::int64_t row, const merge::Change &change, const std::string &reason,
                   const std::string &sentence)
{
    if (!change.hasBody()) {
        drop(row);
        return;
    }
    const auto name = merge::hash("cadre.aside.v1", { change.scope.text(), change.dot.site.raw(), change.headerHash });
    const auto aside = *record::Uuid::fromRaw(std::string_view(name).substr(0, 16));
    Statement update(m_database,
                     "UPDATE OR REPLACE change SET site = ?, rev = 0, verdict = 3, undo = NULL, log_hash = NULL,"
                     " reason = ?, sentence = ? WHERE rowid = ?");
    update.bind(1, m_places.rowOf(aside)).bindText(2, reason).bindText(3, sentence).bind(4, row).run();
}

std::optional<MetChange> Log::putAsideAfter(const record::ScopeId &scope, const record::Uuid &site,
                                            const ChainHead &head) const
{
    Statement find(m_database,
                   fmt::format("SELECT {}, rowid FROM change WHERE scope = ? AND verdict = 3 AND rev = 0"
                               " AND reason IN ('twin', 'gap', 'base')",
                               columns));
    find.bind(1, m_places.find(scope).value_or(-1));
    while (find.step()) {
        wire::Header header;
        (void)header.ParseFromString(find.blob(0));
        if (header.site() == site.raw() && header.seq() == head.seq + 1 && header.previous() == head.headerHash) {
            return MetChange { find.integer(columnCount), read(find) };
        }
    }
    return std::nullopt;
}

void Log::takeBack(std::int64_t row, const merge::Change &change)
{
    Statement update(m_database,
                     "UPDATE change SET site = ?, rev = NULL, verdict = 0, reason = NULL, sentence = NULL"
                     " WHERE rowid = ?");
    update.bind(1, m_places.rowOf(change.dot.site)).bind(2, row).run();
    const auto known = head(change.scope, change.dot.site);
    if (!known || known->seq < change.dot.seq) {
        setHead(change.scope, change.dot.site, { change.dot.seq, change.headerHash });
    }
}

std::vector<merge::Dot> Log::refused(const record::ScopeId &scope, std::size_t most) const
{
    std::vector<merge::Dot> dots;
    Statement find(m_database,
                   "SELECT site, seq, rev FROM change WHERE verdict = 3 AND scope = ?1"
                   " UNION ALL SELECT site, seq, 0 FROM refused_before WHERE scope = ?1 ORDER BY 3 DESC");
    find.bind(1, m_places.find(scope).value_or(-1));
    while (dots.size() < most && find.step()) {
        dots.push_back({ m_places.siteOf(find.integer(0)), static_cast<std::uint64_t>(find.integer(1)) });
    }
    return dots;
}

void Log::noteRefused(const record::ScopeId &scope, const std::vector<merge::Dot> &dots)
{
    Statement forget(m_database, "DELETE FROM refused_before WHERE scope = ?");
    forget.bind(1, m_places.rowOf(scope)).run();
    Statement note(m_database, "INSERT OR IGNORE INTO refused_before(scope, site, seq) VALUES(?, ?, ?)");
    for (const auto &dot : dots) {
        note.bind(1, m_places.rowOf(scope)).bind(2, m_places.rowOf(dot.site));
        note.bind(3, static_cast<std::int64_t>(dot.seq)).run();
    }
}

std::vector<std::int64_t> Log::ownPutAside(const record::ScopeId &scope,
                                           const std::vector<record::Uuid> &ownSites) const
{
    std::vector<std::int64_t> rows;
    Statement find(m_database,
                   fmt::format("SELECT rowid, header FROM change WHERE scope = ? AND verdict = 3 AND length(body) > 0"
                               " AND site NOT IN ({})",
                               rowsOf(ownSites)));
    find.bind(1, m_places.find(scope).value_or(-1));
    while (find.step()) {
        wire::Header header;
        (void)header.ParseFromString(find.blob(1));
        const auto site = record::Uuid::fromRaw(header.site());
        if (site && std::find(ownSites.begin(), ownSites.end(), *site) != ownSites.end()) {
            rows.push_back(find.integer(0));
        }
    }
    return rows;
}

} // namespace store
