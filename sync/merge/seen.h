// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"

#include <functional>

namespace merge {

/// All that the author of a change says to have had on screen, in every field that it edits. Of a change whose
/// content is not here: nothing.
[[nodiscard]] Context seenBy(const Change &change);
/// The same of a body that was read before, or made here: it is not checked.
[[nodiscard]] Context seenInBody(const std::string &body);

/// Tells every context of an edit in another way.
void retell(cadre::sync::v1::RecordEdit &edit, const std::function<void(Context &)> &telling);

} // namespace merge
