// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/place.h"

namespace server {

/// Puts a backup in the place of a store that no server has open; what was there is kept beside
/// it. Returns the sentence that says what was done. What was erased, and who was signed out, since
/// the backup was made holds in it: the ledger beside the store tells that, and `ledger`, which is a copy of such a
/// file or a later backup. Throws store::Error and changes nothing when the backup is not sound.
[[nodiscard]] std::string restoreStore(const Place &place, const std::string &from, const std::string &ledger = {});

} // namespace server
