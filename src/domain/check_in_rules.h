// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/check_in.pb.h"
#include "src/domain/facts.h"

#include <string>
#include <vector>

namespace domain {

enum class FindingLevel {
    Hint, ///< Said beside the field.
    Warning, ///< Saving asks first.
    Draft, ///< Saved as a draft until it is mended.
    Stop, ///< Not saved.
};

/// What a rule found. V and a number: the rule in the reference.
enum class FindingCode {
    MissingTeacher,
    MissingDay,
    MissingMinutes,
    MinutesOutOfRange, ///< V1; argument: minutes
    LongMeeting, ///< V1; argument: minutes
    InTheFuture, ///< V2; argument: day
    LongAgo, ///< V2; argument: days ago
    OutsideMatch, ///< V2; arguments: from, to
    Overlaps, ///< V3; argument: the other check-in's id
    SamePerson, ///< V4
    Evaluator, ///< V5
    SecondPrimary, ///< V6; arguments: teacher, the other match's id
    OverCapacity, ///< V6; arguments: matches, how many the mentor can take
    ConsentMissing, ///< V7
    EvaluatorReads, ///< V7; argument: the reader
    TooLong, ///< V8; argument: characters at most
    PossibleNames, ///< V8; argument: how many
};

struct Finding {
    FindingCode code;
    FindingLevel level;
    std::string field; ///< As in the message: `on`.
    std::vector<std::string> arguments;
    std::string sentence; ///< English.

    bool operator==(const Finding &) const = default;
};

/// Days that a teacher has for her answer before it is told that there is none.
inline constexpr int answerDays = 14;

/// V1, V2 and what a recorded check-in needs (V25). `match` may be null when it is not known here.
[[nodiscard]] std::vector<Finding> findingsFor(const cadre::v1::CheckIn &checkIn, const MatchFact *match, Day today);

/// V3: other check-ins of the pair whose clock time overlaps. `id` is the record's own.
[[nodiscard]] std::vector<Finding> overlapsOf(const std::string &id, const cadre::v1::CheckIn &checkIn,
                                              const std::vector<std::pair<std::string, cadre::v1::CheckIn>> &others);

/// V4, V5 for a match about to be made.
[[nodiscard]] std::vector<Finding> findingsFor(const cadre::v1::MentorMatch &match, const Facts &facts, Day today);

/// V8 for a note's words: only length is refused; many capitalized pairs of words get a hint.
[[nodiscard]] std::vector<Finding> findingsForNote(std::string_view body, int maximumCharacters = 4000);

/// true when the check-in's month is closed, 45 days after its end, or it is marked so.
[[nodiscard]] bool isLocked(const cadre::v1::CheckIn &checkIn, Day today);

/// true when the teacher has not answered within 14 days; it counts all the same.
[[nodiscard]] bool isUnanswered(const cadre::v1::CheckIn &checkIn, bool hasAnswer, Day today);

/// Whether this person may write the pulse down as it stands there: the teacher says hers; anybody else only that she
/// gave it to them in person.
[[nodiscard]] bool mayWritePulse(const cadre::v1::CheckInDetail &detail, record::Uuid writer, record::Uuid teacher);

} // namespace domain
