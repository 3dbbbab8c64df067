// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/known_cursors.h"
#include "sync/record/id.h"
#include "sync/server/feedback.h"
#include "sync/server/themes.h"

#include <cstdint>
#include <vector>

namespace server {

class Academy;

/// What a server does of its own accord: about once a day it looks at every place and lets go there of what
/// nobody needs any more, and publishes the themes of months that are closed and what closed feedback came to. One
/// thread at a time: the academy's.
class Upkeep {
public:
    /// The academy outlives it. The places of a store that was never looked at are due in a day.
    explicit Upkeep(Academy &academy);

    /// Publishes one month or one feedback, or looks at one place, if one is due, in a transaction of its own. One that
    /// the store fails at is due again on the next day. Returns after how many milliseconds the next call is of use:
    /// soon while places are left, so that requests are answered between two of them.
    std::int64_t step();

private:
    [[nodiscard]] bool isDue() const;
    void begin();
    void tidy(const record::ScopeId &place);

    Academy &m_academy;
    Themes m_themes;
    Feedback m_feedback;
    bool m_publishes = false;
    std::vector<record::ScopeId> m_places; ///< Still to be looked at.
    host::Leases m_leases; ///< As they were when the first of them was due.
};

} // namespace server
