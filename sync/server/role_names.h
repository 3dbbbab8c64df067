// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/calendar.h"
#include "sync/record/id.h"
#include "cadre/v1/person.pb.h"

#include <string>

namespace server {

/// `MT` of ROLE_MT.
[[nodiscard]] std::string codeOf(cadre::v1::Role role);
/// ROLE_MT of `MT`. Throws Problem with a sentence that names the roles there are.
[[nodiscard]] cadre::v1::Role roleNamed(const std::string &code);
/// The assignment holds no longer, from that day on.
void endBefore(cadre::v1::RoleAssignment &assignment, domain::Day day);
/// Where the people of an organization and their roles are known.
[[nodiscard]] record::ScopeId peopleOf(const record::Uuid &organization);

} // namespace server
