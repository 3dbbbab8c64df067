// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/roster_identities.h"
#include "sync/server/roster_people.h"
#include "sync/server/roster_roles.h"
#include "cadre/sync/v1alpha/roster.pb.h"

#include <string>

namespace server {

/// What people read of one change.
struct RosterNews {
    cadre::sync::v1alpha::RosterOutcome outcome = cadre::sync::v1alpha::ROSTER_OUTCOME_UNSPECIFIED; ///< For none.
    std::string sentence;
    bool needsInvite = false;
};

/// Takes people in, changes and ends them, as a roster has it. Every call is part of the open Work.
class RosterWriter {
public:
    /// All outlive the writer.
    RosterWriter(Academy &academy, const Actor &caller, RosterIdentities &identities, RosterPeople &people,
                 RosterRoles &roles);

    /// Somebody new, with an account.
    RosterNews add(const cadre::sync::v1alpha::RosterPerson &told, const RosterWish &wish);
    /// `why` says how she was found, where the roster did not know her before.
    RosterNews update(const record::Uuid &id, const cadre::sync::v1alpha::RosterPerson &told, const RosterWish &wish,
                      const std::string &why);
    /// She has left: her roles and open invites end, and what is hers stays hers.
    RosterNews end(const record::Uuid &id);

private:
    [[nodiscard]] std::string problemOf(const cadre::v1::Person &person) const;
    [[nodiscard]] std::string beyondSentence(const record::Uuid &id) const;
    [[nodiscard]] cadre::v1::Person personOf(cadre::v1::Person person, const record::Uuid &id,
                                             const cadre::sync::v1alpha::RosterPerson &told,
                                             const RosterWish &wish) const;
    [[nodiscard]] std::string loginFor(const cadre::sync::v1alpha::RosterPerson &told) const;
    void write(const record::Uuid &id, const cadre::v1::Person &person, const RosterWish &wish);

    Academy &m_academy;
    Actor m_caller;
    RosterIdentities &m_identities;
    RosterPeople &m_people;
    RosterRoles &m_roles;
};

} // namespace server
