// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/roster_identities.h"
#include "sync/server/roster_organizations.h"

#include <map>
#include <string>
#include <vector>

namespace server {

/// What a roster says of somebody's roles, as far as the caller may give them.
struct RosterWish {
    struct Role {
        record::Uuid organization;
        cadre::v1::Role role = cadre::v1::ROLE_UNSPECIFIED;
        std::string from; ///< Days; empty for today and without an end.
        std::string to;
    };
    std::vector<Role> give;
    std::vector<Role> end;
    bool areAll = false; ///< What a roster gave her before and is not in `give` ends.
};

/// The roles at the organizations in reach that are in force or will be, given and ended as a roster has it. Every call
/// is part of the open Work.
class RosterRoles {
public:
    RosterRoles(Academy &academy, const Actor &caller, const RosterReach &reach, RosterIdentities &identities,
                const RosterOrganizations &organizations);

    /// Does as wished with roles that a roster gave, and leaves others. What changed, in words.
    std::vector<std::string> follow(const record::Uuid &person, const RosterWish &wish);
    /// Ends every one.
    void endAll(const record::Uuid &person);

    [[nodiscard]] bool hasAny(const record::Uuid &person) const { return !of(person).empty(); }
    /// True where the roster's source gave her one.
    [[nodiscard]] bool hasGiven(const record::Uuid &person) const;
    /// True where she has one at an organization of the roster's.
    [[nodiscard]] bool hasAtNamed(const record::Uuid &person) const;
    /// A role of hers, wherever, that the caller does not give; unspecified where she may change all of them.
    [[nodiscard]] cadre::v1::Role beyond(const record::Uuid &person) const;
    /// How many matches in force she is in.
    [[nodiscard]] std::ptrdiff_t pairsOf(const record::Uuid &person) const;

private:
    struct Held {
        record::Uuid id;
        cadre::v1::RoleAssignment assignment;
        record::Uuid organization;
    };
    [[nodiscard]] const std::vector<Held> &of(const record::Uuid &person) const;
    [[nodiscard]] std::string label(cadre::v1::Role role, const record::Uuid &organization) const;
    [[nodiscard]] bool isOver(const Held &held) const;
    void give(const record::Uuid &person, const RosterWish::Role &wish, std::vector<std::string> &news);
    void prolong(Held &held, const std::string &to, std::vector<std::string> &news);
    void end(Held &held);
    void write(const Held &held);

    Academy &m_academy;
    Actor m_caller;
    const RosterReach &m_reach;
    RosterIdentities &m_identities;
    const RosterOrganizations &m_organizations;
    std::string m_today;
    std::map<record::Uuid, std::vector<Held>> m_held; ///< By person.
};

} // namespace server
