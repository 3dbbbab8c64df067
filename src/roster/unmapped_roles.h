// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/roster/one_roster.h"

#include <map>
#include <string>

namespace roster {

/// Roles for which the academy has none: listed, not guessed. Of who has them nothing is read.
class UnmappedRoles {
public:
    void add(const std::string &word, std::uint32_t row);
    /// One finding for each word, at its first row.
    void tell(std::vector<Finding> &findings, const std::string &file) const;

private:
    struct Rows {
        std::uint32_t first = 0;
        std::size_t count = 0;
    };
    std::map<std::string, Rows> m_words;
};

} // namespace roster
