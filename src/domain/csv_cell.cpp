// SPDX-License-Identifier: Apache-2.0
#include "src/domain/csv_cell.h"

namespace domain {

std::string csvCell(std::string_view text)
{
    constexpr std::string_view begins = "=+-@\t\r\n";
    std::string cell = "\"";
    if (!text.empty() && begins.find(text.front()) != std::string_view::npos) {
        cell += '\'';
    }
    for (const char c : text) {
        cell += c;
        if (c == '"') {
            cell += c;
        }
    }
    return cell + '"';
}

std::string csvRow(const std::vector<std::string> &cells)
{
    std::string row;
    for (const auto &cell : cells) {
        row += (row.empty() ? "" : ",") + csvCell(cell);
    }
    return row + "\r\n";
}

} // namespace domain
