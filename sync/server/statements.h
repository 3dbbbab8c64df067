// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/calendar.h"
#include "sync/merge/change.h"

#include <set>
#include <utility>

namespace server {

class Academy;

/// Shows a school's principal and lead the totals of a month that both of a pair have signed alike. A month that is
/// signed anew by one alone stands there as both had signed it.
class Statements {
public:
    explicit Statements(Academy &academy)
        : m_academy(academy)
    {
    }

    /// Takes a change that stands in the records already.
    void take(const merge::Change &change);
    /// Writes what follows from all changes since the last call. Part of the caller's transaction.
    void write();
    /// What was taken since has been rolled back.
    void forget() { m_signed.clear(); }

private:
    void write(const record::Uuid &match, domain::Month month);

    Academy &m_academy;
    std::set<std::pair<record::Uuid, domain::Month>> m_signed;
};

} // namespace server
