// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/facts.h"

#include <optional>
#include <string>

namespace domain {

/// The drop-box into which what a person hands in is carried; nothing for other records, and where it names none.
[[nodiscard]] std::optional<ScopeId> dropBoxOf(const record::Message &message);

/// Why this person cannot hand that in: a sentence, empty when she can. Members of an organization or of one below it
/// hand in there, and either of a pair about the pair (scopes.md, rule 4).
[[nodiscard]] std::string whyNotHandedIn(const Uuid &person, const record::Message &message, const Facts &facts,
                                         Day day);

} // namespace domain
