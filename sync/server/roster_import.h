// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/roster_writer.h"

#include <set>

namespace server {

/// A roster's staff, taken in by one who may invite people there. Matches people by their id in an earlier roster, then
/// by their staff number, and by their e-mail only where somebody said so. Once; part of the open Work.
class RosterImport {
public:
    /// Both outlive the import. Throws Problem where the caller may take nobody in, and for more than fits.
    RosterImport(Academy &academy, const EnrolledDevice &caller,
                 const cadre::sync::v1alpha::ImportRosterRequest &request);

    /// Throws Problem.
    [[nodiscard]] cadre::sync::v1alpha::ImportRosterResponse run();

private:
    enum class Match { Found, New, Stopped };
    struct Found {
        Match match = Match::New;
        record::Uuid id;
        std::string why;
    };
    void take(const cadre::sync::v1alpha::RosterPerson &told);
    /// What of her roles the caller may give; `whyNot` gets a sentence for one that she may not.
    [[nodiscard]] RosterWish wishOf(const cadre::sync::v1alpha::RosterPerson &told, std::string &whyNot);
    /// Somebody of the academy whom the roster did not know before. Tells where a person has to decide.
    [[nodiscard]] Found find(const cadre::sync::v1alpha::RosterPerson &told);
    [[nodiscard]] Found findByEmail(const cadre::sync::v1alpha::RosterPerson &told,
                                    const std::vector<record::Uuid> &candidates);
    void takeMissing();
    void tellUnmatched();
    void tell(const record::Uuid &id, const cadre::sync::v1alpha::RosterPerson &told, const RosterNews &news);
    void tell(const cadre::sync::v1alpha::RosterPerson &told, cadre::sync::v1alpha::RosterOutcome outcome,
              const std::string &sentence);
    void invite(const record::Uuid &id);

    Academy &m_academy;
    const cadre::sync::v1alpha::ImportRosterRequest &m_request;
    Actor m_caller;
    RosterReach m_reach;
    RosterIdentities m_identities;
    RosterPeople m_people;
    RosterOrganizations m_organizations;
    std::optional<RosterRoles> m_roles; ///< Once the organizations are known, as is the writer.
    std::optional<RosterWriter> m_writer;
    std::set<record::Uuid> m_seen;
    std::map<std::string, std::uint32_t> m_unmatched; ///< Roles at organizations that are not known, by sourcedId.
    cadre::sync::v1alpha::ImportRosterResponse m_response;
};

} // namespace server
