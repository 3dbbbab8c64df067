// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/ctl/commands.h"
#include "src/roster/one_roster.h"
#include "cadre/sync/v1alpha/roster.pb.h"

namespace ctl {

/// The roster as the server is asked to take it in, with what the person decided. Throws WrongUse where a decision is
/// about nobody in the roster.
[[nodiscard]] cadre::sync::v1alpha::ImportRosterRequest rosterRequest(const roster::Roster &roster,
                                                                      const RosterDecisions &decisions);

} // namespace ctl
