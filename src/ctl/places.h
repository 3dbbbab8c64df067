// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/ctl/session.h"

namespace ctl {

/// Where a new record of this type goes when nobody said: the only place that this person may
/// write and that the type lives in, or the only one of these that the record's own references
/// point to. Throws WrongUse naming the possible places otherwise.
[[nodiscard]] record::ScopeId placeFor(Session &session, const record::RecordType &type,
                                       const record::Message &message);

} // namespace ctl
