// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/store/v1/state.pb.h"

#include <optional>
#include <string>
#include <vector>

namespace merge {

/// Merges texts that were all made from `base`, word by word (diff3; Khanna, Kunal, Pierce: A Formal
/// Investigation of Diff3, 2007). Nothing where two of them changed the same words, or words beside
/// each other, in different ways: that is for a person to decide.
/// This is algorithm 1: what it gives for the same texts never changes, since replicas of different
/// versions must show the same. The order of `texts` does not matter.
[[nodiscard]] std::optional<std::string> mergeTexts(const std::string &base, std::vector<std::string> texts);

/// The one text that a field's siblings are, if they are several texts made from one base and can
/// be merged; nothing otherwise.
[[nodiscard]] std::optional<std::string> mergedText(const cadre::store::v1::FieldState &field);

} // namespace merge
