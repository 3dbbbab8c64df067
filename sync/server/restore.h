// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/place.h"

namespace server {

/// Puts a backup in the place of a store that no server has open; what was there is kept beside
/// it. Returns the sentence that says what was done. Throws store::Error and changes nothing when
/// the backup is not sound.
[[nodiscard]] std::string restoreStore(const Place &place, const std::string &from);

} // namespace server
