// SPDX-License-Identifier: Apache-2.0
#include "src/domain/roster_role.h"

#include <algorithm>
#include <array>

namespace domain {

namespace {

namespace v1 = cadre::v1;

struct Meaning {
    std::string_view word;
    RosterRole is = RosterRole::Unknown;
    v1::Role atSchool = v1::ROLE_UNSPECIFIED;
    v1::Role atDistrict = v1::ROLE_UNSPECIFIED;
};

constexpr std::array meanings {
    Meaning { "teacher", RosterRole::Staff, v1::ROLE_BT, v1::ROLE_UNSPECIFIED },
    Meaning { "principal", RosterRole::Staff, v1::ROLE_PR, v1::ROLE_UNSPECIFIED },
    // Who administers a school is taken for an evaluator, since that closes places and opens none of a pair's.
    Meaning { "administrator", RosterRole::Staff, v1::ROLE_PR, v1::ROLE_DM },
    Meaning { "siteAdministrator", RosterRole::Staff, v1::ROLE_PR, v1::ROLE_UNSPECIFIED },
    Meaning { "districtAdministrator", RosterRole::Staff, v1::ROLE_UNSPECIFIED, v1::ROLE_DM },
    Meaning { "aide", RosterRole::StaffWithoutRole },
    Meaning { "counselor", RosterRole::StaffWithoutRole },
    Meaning { "proctor", RosterRole::StaffWithoutRole },
    Meaning { "systemAdministrator", RosterRole::StaffWithoutRole },
    Meaning { "student", RosterRole::NotStaff },
    Meaning { "parent", RosterRole::NotStaff },
    Meaning { "guardian", RosterRole::NotStaff },
    Meaning { "relative", RosterRole::NotStaff },
};

Meaning meaningOf(std::string_view word)
{
    const auto *const found =
        std::find_if(meanings.begin(), meanings.end(), [word](const Meaning &meaning) { return meaning.word == word; });
    return found == meanings.end() ? Meaning {} : *found;
}

} // namespace

RosterRole rosterRole(std::string_view word)
{
    return meaningOf(word).is;
}

v1::Role roleOfRoster(std::string_view word, v1::OrganizationKind kind)
{
    const auto meaning = meaningOf(word);
    return kind == v1::ORGANIZATION_KIND_SCHOOL ? meaning.atSchool
        : kind == v1::ORGANIZATION_KIND_LEA     ? meaning.atDistrict
                                                : v1::ROLE_UNSPECIFIED;
}

} // namespace domain
