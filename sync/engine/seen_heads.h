// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/branches.h"
#include "sync/store/log.h"

namespace engine {

/// Names in a run, for each other site in the contexts of its changes, the header that is known here at the
/// highest seq or beyond (sync.v1.SeenHead): a server restored from a backup may come to have another change
/// under that name. Of what is not known here nothing is said. `twins` tells which chains
/// turned out to be another one in the server's history; `isOwn` whether the run is this device's own.
void nameSeenHeads(const store::Log &log, const Branches &twins, bool isOwn, cadre::sync::v1::Run &run);

} // namespace engine
