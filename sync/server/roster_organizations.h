// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/roster_identities.h"
#include "sync/server/roster_reach.h"
#include "cadre/sync/v1alpha/roster.pb.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace server {

/// Which of the academy's organizations those of a roster are.
class RosterOrganizations {
public:
    RosterOrganizations(Academy &academy, const RosterReach &reach, RosterIdentities &identities);

    /// Finds each by what was chosen, then by an earlier roster, by its number, and by its name; adds schools where
    /// that is asked for. What was added is a fact only after Academy::settle(). `request` outlives this. Throws
    /// Problem where what was chosen is none of the caller's.
    void take(const cadre::sync::v1alpha::ImportRosterRequest &request, const record::Uuid &caller,
              cadre::sync::v1alpha::ImportRosterResponse &response);

    [[nodiscard]] std::optional<record::Uuid> find(const std::string &sourcedId) const;
    [[nodiscard]] cadre::v1::OrganizationKind kindOf(const record::Uuid &organization) const;
    [[nodiscard]] std::string nameOf(const record::Uuid &organization) const;
    /// Those of the roster itself.
    [[nodiscard]] bool isNamed(const record::Uuid &organization) const { return m_named.contains(organization); }
    /// What the roster tells of it; null when nothing.
    [[nodiscard]] const cadre::sync::v1alpha::RosterOrganization *told(const std::string &sourcedId) const;

private:
    [[nodiscard]] std::optional<record::Uuid> match(const cadre::sync::v1alpha::RosterOrganization &told) const;
    [[nodiscard]] std::optional<record::Uuid> chosen(const cadre::sync::v1alpha::RosterOrganization &told) const;
    [[nodiscard]] record::Uuid add(const cadre::sync::v1alpha::RosterOrganization &told, const record::Uuid &caller);

    Academy &m_academy;
    const RosterReach &m_reach;
    RosterIdentities &m_identities;
    std::map<record::Uuid, cadre::v1::Organization> m_known;
    std::map<std::string, const cadre::sync::v1alpha::RosterOrganization *> m_told;
    std::multiset<std::pair<int, std::string>> m_namesakes; ///< Kinds and names of the roster's.
    std::set<record::Uuid> m_named;
};

} // namespace server
