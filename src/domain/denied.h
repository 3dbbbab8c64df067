// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/policy.h"

#include <string>
#include <vector>

namespace domain {

enum class Action { Read, Make, Change, Remove };

/// What nobody who holds a role may do to records of a type in places of a kind, wherever she stands to the place and
/// whosever the record is.
struct DeniedRow {
    cadre::v1::Role role = cadre::v1::ROLE_UNSPECIFIED;
    std::uint32_t kind = 0; ///< Of the place.
    std::string place; ///< `pair-log`.
    std::string type; ///< `CheckIn`.
    Action action = Action::Read;
};

/// All that no rule of the policy names, for the 13 roles, each type in each kind of place that holds it, and each
/// action. That a type lives nowhere else is not said; the server itself has no role.
[[nodiscard]] std::vector<DeniedRow> deniedActions(const record::Catalogue &catalogue, const Policy &policy);
/// A line for each type of a place and action: who is denied.
[[nodiscard]] std::string deniedText(const std::vector<DeniedRow> &rows);
/// RFC 4180, with a line of headings: a row for each role.
[[nodiscard]] std::string deniedCsv(const std::vector<DeniedRow> &rows);

} // namespace domain
