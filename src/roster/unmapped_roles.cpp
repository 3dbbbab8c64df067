// SPDX-License-Identifier: Apache-2.0
#include "src/roster/unmapped_roles.h"

#include "src/domain/roster_role.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace roster {

namespace {

constexpr std::size_t longestWord = 40;

/// A cell that is no word may be anything, such as somebody's name.
bool isWord(const std::string &text)
{
    return !text.empty() && text.size() <= longestWord && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == ':' || c == '-' || c == '_' || c == '.';
    });
}

} // namespace

void UnmappedRoles::add(const std::string &word, std::uint32_t row)
{
    auto &rows = m_words[isWord(word) ? word : std::string()];
    rows.first = rows.first == 0 ? row : rows.first;
    ++rows.count;
}

void UnmappedRoles::tell(std::vector<Finding> &findings, const std::string &file) const
{
    for (const auto &[word, rows] : m_words) {
        const auto what = word.empty() ? std::string("It has no role, or one that is no word of OneRoster's")
            : domain::rosterRole(word) == domain::RosterRole::StaffWithoutRole
            ? fmt::format("The academy has no role for “{}”", word)
            : fmt::format("“{}” is no role of OneRoster's", word);
        const auto others = rows.count == 1 ? std::string("this row was")
            : rows.count == 2               ? std::string("this row and one more were")
                                            : fmt::format("this row and {} more were", rows.count - 1);
        findings.push_back({ file, rows.first, fmt::format("{}; {} left out unread.", what, others) });
    }
}

} // namespace roster
