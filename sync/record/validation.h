// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/type.h"

#include <string>
#include <vector>

namespace record {

enum class ProblemCode { Missing, TooLong, TooSmall, TooLarge, BadDay, BadMonth, BadReference, BadText };

/// One field that does not hold what its options ask for.
struct FieldProblem {
    std::string field;
    std::string label;
    ProblemCode code;
    std::string sentence;

    bool operator==(const FieldProblem &) const = default;
};

/// Everything that the message's own options say against it; empty when it may be saved.
[[nodiscard]] std::vector<FieldProblem> validate(const Message &message);

/// True for an existing day YYYY-MM-DD.
[[nodiscard]] bool isDay(std::string_view text);

} // namespace record
