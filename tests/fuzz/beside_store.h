// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/store/v1/state.pb.h"

#include <string>
#include <string_view>

/// The small files beside a store, one at a time, in memory where there is room for that.
namespace fuzz {

/// Writes it and returns its path.
[[nodiscard]] std::string fileOf(std::string_view bytes);
[[nodiscard]] std::string bytesIn(const std::string &path);
/// What it asks of Argon2id becomes the least there is: a file may ask for seconds, and a fuzzer has none.
void makeCheap(cadre::store::v1::WrappedKey &wrap);

} // namespace fuzz
