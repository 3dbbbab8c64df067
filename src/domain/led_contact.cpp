// SPDX-License-Identifier: Apache-2.0
#include "src/domain/led_contact.h"

#include <algorithm>

namespace domain {

bool leadsPair(const Uuid &person, const MatchFact &match, const Facts &facts, Day day)
{
    const auto roles = facts.rolesOf(person, day);
    const bool leads = std::any_of(roles.begin(), roles.end(), [&](const RoleFact &held) {
        return held.role == cadre::v1::ROLE_SL && held.organization == match.school;
    });
    return leads && person != match.mentor && person != match.teacher && !facts.evaluates(person, match.teacher, day);
}

bool mayEnter(const cadre::v1::CheckIn &checkIn, const Uuid &writer, const MatchFact &match)
{
    const auto mentor = Uuid::parse(checkIn.mentor());
    const bool isNamed = Uuid::parse(checkIn.entered_by()) == writer;
    if (!checkIn.entered_by().empty() && !isNamed)
        return false;
    return mentor == writer || (isNamed && mentor == match.mentor);
}

} // namespace domain
