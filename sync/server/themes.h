// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/facts.h"
#include "src/domain/suppression.h"

#include <map>
#include <vector>

namespace server {

class Academy;

/// What districts hear of what their pairs work on: for each month how many teachers met a theme, with small groups
/// left out. Written when the month is closed for late work, and frozen then. One thread at a time: the academy's.
class Themes {
public:
    /// The academy outlives it.
    explicit Themes(Academy &academy);

    /// Writes what one closed month of the last year came to in one district that has not been told, in a transaction
    /// of its own. Returns false when there was none.
    bool publishNext();

private:
    [[nodiscard]] bool isPublished(const record::Uuid &district, const domain::Month &month) const;
    void publish(const record::Uuid &district, const domain::Month &month);
    /// One for each school, with the themes of both kinds.
    [[nodiscard]] std::vector<domain::ThemeGroup> groupsOf(const record::Uuid &district, const domain::Month &month);

    Academy &m_academy;
};

} // namespace server
