// SPDX-License-Identifier: Apache-2.0
#include "sync/store/log.h"

namespace store {

bool Log::follow(const record::ScopeId &scope, const cadre::sync::v1::Cursor &head)
{
    const auto from = cursor(scope);
    const auto row = m_places.find(scope);
    if (!row || from.rev() == 0 || from.epoch() != head.epoch() || head.rev() <= from.rev()) {
        return false;
    }
    std::string hash = from.log_hash();
    std::uint64_t rev = from.rev();
    std::vector<std::pair<std::int64_t, std::string>> hashes;
    std::map<record::Uuid, ChainHead> chains;
    {
        Statement changes(m_database,
                          "SELECT rowid, rev, verdict, header FROM change WHERE scope = ? AND rev > ? ORDER BY rev");
        changes.bind(1, *row).bind(2, static_cast<std::int64_t>(rev));
        while (rev < head.rev() && changes.step()) {
            const auto read = merge::readChange(changes.blob(3), {});
            if (!read.change || static_cast<std::uint64_t>(changes.integer(1)) != ++rev) {
                return false;
            }
            const auto &change = *read.change;
            const auto [chain, isNew] = chains.try_emplace(change.dot.site);
            if (isNew) {
                chain->second = placed(scope, change.dot.site);
            }
            if (change.dot.seq != chain->second.seq + 1 || change.header.previous() != chain->second.headerHash) {
                return false;
            }
            chain->second = { change.dot.seq, change.headerHash };
            hash = merge::nextLogHash(hash, rev, change.headerHash, static_cast<std::uint32_t>(changes.integer(2)));
            hashes.emplace_back(changes.integer(0), hash);
        }
    }
    if (rev != head.rev() || hash != head.log_hash()) {
        return false;
    }
    Statement place(m_database, "UPDATE change SET log_hash = ? WHERE rowid = ?");
    for (const auto &[change, logHash] : hashes) {
        place.lendBlob(1, logHash).bind(2, change).run();
    }
    for (const auto &[site, chain] : chains) {
        setPlaced(scope, site, chain);
    }
    moveTo(scope, { from.epoch(), rev, hash });
    return true;
}

} // namespace store
