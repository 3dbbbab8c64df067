// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/roster_identities.h"
#include "sync/server/roster_organizations.h"
#include "sync/server/roster_people.h"
#include "cadre/sync/v1alpha/roster.pb.h"

#include <cstddef>
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

/// What people read of one change.
struct RosterNews {
    cadre::sync::v1alpha::RosterOutcome outcome = cadre::sync::v1alpha::ROSTER_OUTCOME_UNSPECIFIED; ///< For none.
    std::string sentence;
    bool needsInvite = false;
};

/// Takes people in, changes and ends them, as a roster has it. Every call is part of the open Work.
class RosterWriter {
public:
    RosterWriter(Academy &academy, const Actor &caller, const RosterReach &reach, RosterIdentities &identities,
                 RosterPeople &people, const RosterOrganizations &organizations);

    /// Somebody new, with an account.
    RosterNews add(const cadre::sync::v1alpha::RosterPerson &told, const RosterWish &wish);
    /// `why` says how she was found, where the roster did not know her before.
    RosterNews update(const record::Uuid &id, const cadre::sync::v1alpha::RosterPerson &told, const RosterWish &wish,
                      const std::string &why);
    /// She has left: her roles and open invites end, and what is hers stays hers.
    RosterNews end(const record::Uuid &id);

    /// True where a role that a roster gave her is in force, or will be.
    [[nodiscard]] bool hasGivenRole(const record::Uuid &id) const;
    /// True where she has any role at an organization of the roster's.
    [[nodiscard]] bool worksAtNamed(const record::Uuid &id) const;

private:
    struct Held {
        record::Uuid id;
        cadre::v1::RoleAssignment assignment;
        record::Uuid organization;
    };
    [[nodiscard]] std::string problemOf(const cadre::v1::Person &person) const;
    [[nodiscard]] std::string beyondSentence(const record::Uuid &id) const;
    [[nodiscard]] cadre::v1::Person personOf(cadre::v1::Person person, const record::Uuid &id,
                                             const cadre::sync::v1alpha::RosterPerson &told,
                                             const RosterWish &wish) const;
    [[nodiscard]] std::string loginFor(const cadre::sync::v1alpha::RosterPerson &told) const;
    [[nodiscard]] std::string label(cadre::v1::Role role, const record::Uuid &organization) const;
    void write(const record::Uuid &id, const cadre::v1::Person &person, const RosterWish &wish);
    void write(const Held &held);
    void give(const record::Uuid &person, const RosterWish::Role &wish, std::vector<std::string> &news);
    void end(Held &held);
    [[nodiscard]] bool isOver(const Held &held) const;
    /// Matches in force.
    [[nodiscard]] std::ptrdiff_t pairsOf(const record::Uuid &person) const;

    Academy &m_academy;
    Actor m_caller;
    const RosterReach &m_reach;
    RosterIdentities &m_identities;
    RosterPeople &m_people;
    const RosterOrganizations &m_organizations;
    std::string m_today;
    std::map<record::Uuid, std::vector<Held>> m_held; ///< By person: what is in force or will be.
};

} // namespace server
