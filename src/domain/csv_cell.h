// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace domain {

/// V24: the text as one cell of a CSV file, in quotes (RFC 4180). What a spreadsheet would run as a formula, because it
/// begins with = + - @, a tab or a line break, gets a leading apostrophe; so does a negative number.
[[nodiscard]] std::string csvCell(std::string_view text);

/// The cells with commas between them and CR LF at the end; of none, an empty line.
[[nodiscard]] std::string csvRow(const std::vector<std::string> &cells);

} // namespace domain
