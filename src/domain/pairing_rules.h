// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/mentoring.pb.h"
#include "cadre/v1/sharing.pb.h"
#include "src/domain/check_in_rules.h"
#include "src/domain/facts.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

/// V6 for a match about to be active: another primary match of its teacher on one of its days keeps it a proposal, more
/// active matches on its first day than its mentor can take is a warning. `others` may hold the match itself, under
/// `id`; `capacity` is nothing while it is not known.
[[nodiscard]] std::vector<Finding>
findingsForActiveMatch(const std::string &id, const cadre::v1::MentorMatch &match,
                       const std::vector<std::pair<std::string, cadre::v1::MentorMatch>> &others,
                       std::optional<int> capacity);

/// V7: whom the pair may choose as readers; those who evaluate the teacher on that day are left out, and the pair
/// itself.
[[nodiscard]] std::vector<Uuid> readersToChooseFrom(const std::vector<Uuid> &people, const MatchFact &match,
                                                    const Facts &facts, Day today);
/// V7: nobody reads a share before the teacher has agreed (Draft), and nobody who evaluates her is a reader (Stop).
[[nodiscard]] std::vector<Finding> findingsFor(const cadre::v1::NoteShare &share, const MatchFact &match,
                                               const Facts &facts, Day today);

/// V25: nothing is missing or wrong that would keep the record a draft. Hints and warnings don't; saving never fails
/// for them.
[[nodiscard]] bool isComplete(const std::vector<Finding> &findings);

} // namespace domain
