// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/facts.h"

#include <optional>
#include <vector>

namespace domain {

/// A beginning teacher of a school, and the pair in force that she is in. With several, the one that began first.
struct TeacherToPair {
    Uuid teacher;
    std::optional<Uuid> match;
};

/// Who begins at the school on that day, by her role, since she takes part in its induction, or since she is in a pair:
/// those without a mentor first, and among them in no order of their own.
[[nodiscard]] std::vector<TeacherToPair> teachersToPair(const Uuid &school, const Facts &facts, Day day);

/// A mentor of a school, and of how many teachers she is the mentor on that day, at any school.
struct MentorToChoose {
    Uuid mentor;
    int pairs = 0;
};

/// The mentors of the school and of the district that it belongs to, those with the fewest pairs first. Neither the
/// teacher herself, nor her mentor on that day, nor anybody who evaluates her is among them: a mentor never does
/// (scopes.md, rule 1).
[[nodiscard]] std::vector<MentorToChoose> mentorsToChooseFrom(const Uuid &teacher, const Uuid &school,
                                                              const Facts &facts, Day day);
/// Those who would be, and evaluate the teacher.
[[nodiscard]] std::vector<Uuid> mentorsWhoEvaluate(const Uuid &teacher, const Uuid &school, const Facts &facts,
                                                   Day day);

/// The school whose mentoring the person leads on that day; nothing where she leads none.
[[nodiscard]] std::optional<Uuid> schoolLedBy(const Uuid &person, const Facts &facts, Day day);

} // namespace domain
