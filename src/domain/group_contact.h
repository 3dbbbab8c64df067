// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/contact_time.h"
#include "src/domain/facts.h"

namespace domain {

/// Whether the teacher of `other` can be taken into a check-in of `first` on that day: the same mentor's, another teacher,
/// and both matches are active and hold then.
[[nodiscard]] bool mayJoin(const MatchFact &first, const MatchFact &other, Day day);

/// What each group contact was for its mentor: the longest of its check-ins; and every check-in of a pair alone.
[[nodiscard]] std::vector<Contact> onceASession(const std::vector<Contact> &contacts);

/// Whether its mentor may still put it right: it is recorded, and its month is open.
[[nodiscard]] bool mayCorrect(const Contact &contact, Day today);
/// Whether its mentor may still withdraw it: as above, and its teacher has not confirmed it.
[[nodiscard]] bool mayWithdraw(const Contact &contact, Day today);

} // namespace domain
