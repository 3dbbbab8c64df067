// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/contact_times.h"
#include "sync/server/statements.h"

#include <set>
#include <vector>

namespace server {

class Academy;

/// Records that follow from others and that only the server writes: projections of a record into
/// the places that need it, and the totals for people who may not see the rows.
class Derived {
public:
    explicit Derived(Academy &academy);

    /// Takes the changes into the facts and writes their projections. Part of the caller's transaction.
    void follow(const std::vector<merge::Change> &changes);
    /// Writes the totals that follow from all changes since the last call.
    void total();
    /// What was followed since has been rolled back.
    void forget();

    /// The id of a derived record: the same for the same parts.
    [[nodiscard]] static record::Uuid idOf(std::string_view typeName, const record::Uuid &about,
                                           std::string_view month);

private:
    void project(const merge::Change &change);
    void totalPair(const record::Uuid &match, std::set<record::Uuid> &schools);
    void totalSchool(const record::Uuid &school);

    Academy &m_academy;
    std::set<record::Uuid> m_matches; ///< Whose time has changed.
    ContactTimes m_times;
    Statements m_statements;
};

} // namespace server
