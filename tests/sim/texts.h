// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sim {

/// The text with one edit that people make: a word more, another word in place of one, a word less, or a word
/// changed as anybody would change it. `newWord` is asked for a word that stands nowhere else. In the texts made so, no
/// word stands twice and none ever moves.
[[nodiscard]] std::string withEdit(const std::string &text, const std::function<std::string()> &newWord,
                                   std::uint32_t choice);

/// What must be shown where several people made these texts of one and knew nothing of each other: every word is gone
/// that anybody took away, and what anybody brought stands where they put it. Nothing where two of them did different
/// things at one place: that is a conflict. Word by word, from who took and brought what.
[[nodiscard]] std::optional<std::string> together(const std::string &base, const std::vector<std::string> &texts);

} // namespace sim
