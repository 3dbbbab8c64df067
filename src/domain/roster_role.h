// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/organization.pb.h"
#include "cadre/v1/person.pb.h"

#include <string_view>

namespace domain {

/// What a role of a OneRoster file means here.
enum class RosterRole {
    Staff, ///< It has a role of the academy's at some kind of organization.
    StaffWithoutRole, ///< It works at the school, and the academy has no role for it.
    NotStaff, ///< Students and their families: of them nothing is read.
    Unknown, ///< Not a word of OneRoster 1.1 or 1.2.
};

/// Case matters, as it does in OneRoster.
[[nodiscard]] RosterRole rosterRole(std::string_view word);

/// The academy's role of whoever has that role at an organization of that kind; unspecified where there is none. A
/// roster makes nobody a mentor or a lead: those are chosen in the academy.
[[nodiscard]] cadre::v1::Role roleOfRoster(std::string_view word, cadre::v1::OrganizationKind kind);

} // namespace domain
