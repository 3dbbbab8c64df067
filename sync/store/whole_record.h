// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/type.h"
#include "cadre/sync/v1/change.pb.h"

#include <optional>
#include <string>

namespace store {

/// The message of a record that nothing was known of before this edit, where the edit's dot says all that its
/// state would: what merging it into nothing and isOfOneChange() come to. Nothing where there is more to keep.
[[nodiscard]] std::optional<std::string> messageMadeBy(const cadre::sync::v1::RecordEdit &edit,
                                                       const record::RecordType &type);

} // namespace store
