// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/chain_end.h"

namespace engine {

void endAt(Device::Parts &m, const record::ScopeId &scope, const record::Uuid &site, const store::ChainHead &head)
{
    const auto placed = m.log.placed(scope, site);
    m.log.setHead(scope, site, placed.seq > head.seq ? placed : head);
}

void cutAt(Device::Parts &m, const record::ScopeId &scope, const record::Uuid &site, const store::ChainHead &head,
           const std::set<std::string> &followed)
{
    endAt(m, scope, site, head);
    if (followed.contains(m.log.placed(scope, site).headerHash)) {
        m.log.setHead(scope, site, head);
    }
    m.log.cutKnownBefore(scope, site, head);
}

std::set<std::string> hashesOf(const std::vector<merge::Change> &changes)
{
    std::set<std::string> hashes;
    for (const auto &change : changes) {
        hashes.insert(change.headerHash);
    }
    return hashes;
}

} // namespace engine
