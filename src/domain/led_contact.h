// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/check_in.pb.h"
#include "src/domain/facts.h"

namespace domain {

/// Whether this person leads the mentoring of that pair's school on the day: neither of the pair, and not one who
/// evaluates its teacher.
[[nodiscard]] bool leadsPair(const Uuid &person, const MatchFact &match, const Facts &facts, Day day);

/// Whether a new check-in may say so of whoever held and whoever entered it: `writer` held it herself, or entered it
/// for the pair's mentor.
[[nodiscard]] bool mayEnter(const cadre::v1::CheckIn &checkIn, const Uuid &writer, const MatchFact &match);

} // namespace domain
