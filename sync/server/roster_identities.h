// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/id.h"
#include "sync/store/database.h"

#include <map>
#include <optional>
#include <string>

namespace server {

/// Who of a source's roster is whom here. The ids of one source say nothing of another's, nor of another district's.
/// Every call is part of the open Work.
class RosterIdentities {
public:
    enum class Kind { Organization = 1, Person = 2 };

    RosterIdentities(store::Database &database, const record::Uuid &root, std::string source);

    [[nodiscard]] std::optional<record::Uuid> find(Kind kind, const std::string &sourcedId) const;
    /// The id under which the source knows that person; empty when it does not.
    [[nodiscard]] std::string sourcedIdOf(const record::Uuid &person) const;
    void keep(Kind kind, const std::string &sourcedId, const record::Uuid &id);
    /// Everybody of the source, by sourcedId.
    [[nodiscard]] std::map<std::string, record::Uuid> people() const;

    /// A role that a source's roster gave is ended by one, too; others are not.
    void noteGiven(const record::Uuid &assignment);
    [[nodiscard]] bool isGiven(const record::Uuid &assignment) const;
    /// The same of any source.
    [[nodiscard]] bool isGivenByAny(const record::Uuid &assignment) const;

private:
    store::Database &m_database;
    std::string m_root;
    std::string m_source;
    std::map<record::Uuid, std::string> m_sourcedIds; ///< Of people.
};

} // namespace server
