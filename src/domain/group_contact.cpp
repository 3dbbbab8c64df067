// SPDX-License-Identifier: Apache-2.0
#include "src/domain/group_contact.h"

#include "src/domain/check_in_rules.h"

#include <algorithm>
#include <array>

namespace domain {

namespace v1 = cadre::v1;

bool mayJoin(const MatchFact &first, const MatchFact &other, Day day)
{
    const auto holds = [day](const MatchFact &match) {
        return match.status == v1::MATCH_STATUS_ACTIVE && match.holdsOn(day);
    };
    return first.mentor == other.mentor && first.teacher != other.teacher && holds(first) && holds(other);
}

std::vector<Contact> onceASession(const std::vector<Contact> &contacts)
{
    std::vector<Contact> once;
    std::map<std::string, std::size_t> sessions;
    for (const auto &contact : contacts) {
        const auto &session = contact.checkIn.session_id();
        const auto [known, isNew] =
            session.empty() ? std::pair(sessions.end(), true) : sessions.try_emplace(session, once.size());
        if (isNew) {
            once.push_back(contact);
        } else if (countedMinutes(contact) > countedMinutes(once[known->second])) {
            once[known->second] = contact;
        }
    }
    return once;
}

bool mayCorrect(const Contact &contact, Day today)
{
    return contact.checkIn.status() == v1::CHECK_IN_STATUS_RECORDED && !isLocked(contact.checkIn, today);
}

bool mayWithdraw(const Contact &contact, Day today)
{
    return mayCorrect(contact, today) && answered(contact) != Answered::Agrees;
}

Third thirdOf(const Uuid &person, const MatchFact &match, const Facts &facts, Day day)
{
    static constexpr std::array administers { v1::ROLE_PR, v1::ROLE_SL, v1::ROLE_ST, v1::ROLE_DL, v1::ROLE_DM };
    const auto roles = facts.rolesOf(person, day);
    const bool isAdministrator = std::any_of(roles.begin(), roles.end(), [&](const RoleFact &held) {
        const bool isHere = held.organization == match.school || facts.isAbove(held.organization, match.school);
        return isHere && std::find(administers.begin(), administers.end(), held.role) != administers.end();
    });
    if (!isAdministrator || person == match.mentor || person == match.teacher)
        return Third::No;
    return facts.evaluates(person, match.teacher, day) ? Third::Evaluates : Third::Yes;
}

} // namespace domain
