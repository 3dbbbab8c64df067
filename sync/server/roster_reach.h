// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/facts.h"

#include <map>
#include <set>
#include <string>

namespace server {

class Membership;

/// Where somebody may take people in from a roster, and in which roles.
class RosterReach {
public:
    /// `district` as text, empty for the only one. Throws Problem where she may invite nobody, and where she leads in
    /// several districts and names none of them.
    RosterReach(Membership &membership, const record::Uuid &person, const std::string &district);
    /// After facts changed.
    void lookAgain();

    /// The district, or the school that is part of none.
    [[nodiscard]] const record::Uuid &root() const { return m_root; }
    [[nodiscard]] const std::map<record::Uuid, std::set<cadre::v1::Role>> &organizations() const { return m_roles; }
    [[nodiscard]] bool includes(const record::Uuid &organization) const { return m_roles.contains(organization); }
    [[nodiscard]] bool mayGive(const record::Uuid &organization, cadre::v1::Role role) const;
    /// True when the district itself is hers to invite to.
    [[nodiscard]] bool mayAddSchools() const { return includes(m_root) && m_isDistrict; }
    /// A role that the person holds and the caller may not give; nothing where she may change all of hers.
    [[nodiscard]] std::optional<domain::RoleFact> beyond(const record::Uuid &person) const;

private:
    Membership &m_membership;
    record::Uuid m_person;
    std::string m_district;
    record::Uuid m_root;
    bool m_isDistrict = false;
    std::map<record::Uuid, std::set<cadre::v1::Role>> m_roles;
};

} // namespace server
