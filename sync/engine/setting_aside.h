// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/parts.h"

#include <map>

namespace engine {

/// Why the server can't take what a device carries for another site.
enum class Aside {
    Twin, ///< It took another change under that name, as when a device and the server both went back to what they were.
    Gap, ///< Nobody has what came before.
    Base, ///< It quotes what was erased, and only its author's device could leave that out.
};

/// What this device carries for another site, from there on, is set aside here. Inside a transaction.
void putAside(Device::Parts &m, const record::ScopeId &scope, const merge::Dot &first, Aside why);

/// Nobody's signature covers what waits of another site up to `head`, since what came with it was put aside: that
/// waits again as well, and is told with it. False where there is no such thing. Inside a transaction.
bool vouchAgain(Device::Parts &m, const record::ScopeId &scope, const record::Uuid &site, store::ChainHead head);

/// What open forms and waiting changes know of another's chain, by its name, is not what the server's snapshot has
/// under that name: they say so under the name that its author's device will give it. Inside a transaction.
void nameTwins(Device::Parts &m, const record::ScopeId &scope, const std::map<record::Uuid, store::ChainHead> &heads);

} // namespace engine
