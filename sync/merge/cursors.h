// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"

#include <vector>

namespace merge {

using Cursors = std::vector<cadre::sync::v1::Cursor>;

/// True when both say the same of their place.
[[nodiscard]] bool isSame(const cadre::sync::v1::Cursor &a, const cadre::sync::v1::Cursor &b);
/// The cursors that are not as they were; with rev 0 for one that is gone.
[[nodiscard]] Cursors changedCursors(const Cursors &before, const Cursors &after);
/// What changedCursors() was made from. Cursors whose place can't be read are left out.
[[nodiscard]] Cursors withChanged(const Cursors &before, const Cursors &changed);

} // namespace merge
