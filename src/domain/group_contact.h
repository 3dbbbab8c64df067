// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/contact_time.h"
#include "src/domain/facts.h"

namespace domain {

/// Whether the teacher of `other` can be taken into a check-in of `first` on that day: the same mentor's, another
/// teacher, and both matches are active and hold then.
[[nodiscard]] bool mayJoin(const MatchFact &first, const MatchFact &other, Day day);

/// What each group contact was for its mentor: the longest of its check-ins; and every check-in of a pair alone.
[[nodiscard]] std::vector<Contact> onceASession(const std::vector<Contact> &contacts);

/// Whether its mentor may still put it right: it is recorded, and its month is open.
[[nodiscard]] bool mayCorrect(const Contact &contact, Day today);
/// Whether its mentor may still withdraw it: as above, and its teacher has not confirmed it.
[[nodiscard]] bool mayWithdraw(const Contact &contact, Day today);

enum class Third {
    No,
    Yes,
    Evaluates, ///< An administrator who evaluates the teacher: she never reads what the pair shares.
};
/// Whether somebody can be the administrator in a conversation of three: on that day a principal, a lead or a member of
/// the team of the match's school or of its district, and neither of the pair.
[[nodiscard]] Third thirdOf(const Uuid &person, const MatchFact &match, const Facts &facts, Day day);

} // namespace domain
