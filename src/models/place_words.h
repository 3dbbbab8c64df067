// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "records_read.h"

namespace models {

/// A confidential place as the person it is about calls it: "your conversations with Lena Brandt". Of other places,
/// nothing.
[[nodiscard]] QString placeWords(const engine::Device &device, const record::ScopeId &place, const Names &names);

} // namespace models
