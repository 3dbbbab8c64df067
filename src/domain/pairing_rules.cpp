// SPDX-License-Identifier: Apache-2.0
#include "src/domain/pairing_rules.h"

#include "src/domain/period.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace domain {

namespace v1 = cadre::v1;

namespace {

/// From its first to its last day; without an end, for good. Nothing when the first does not read.
std::optional<Period> daysOf(const v1::MentorMatch &match)
{
    const auto from = parseDay(match.from());
    if (!from) {
        return std::nullopt;
    }
    return Period { .from = *from, .to = parseDay(match.to()).value_or(Day::max()) };
}

Finding secondPrimary(const v1::MentorMatch &match, const std::string &otherId)
{
    return { .code = FindingCode::SecondPrimary,
             .level = FindingLevel::Draft,
             .field = "primary",
             .arguments = { match.teacher(), otherId },
             .sentence = "This teacher has a primary mentor on these days. End that match first, or make this "
                         "one a second mentor's." };
}

} // namespace

std::vector<Finding> findingsForActiveMatch(const std::string &id, const v1::MentorMatch &match,
                                            const std::vector<std::pair<std::string, v1::MentorMatch>> &others,
                                            std::optional<int> capacity)
{
    const auto days = daysOf(match);
    if (!days) {
        return {};
    }
    std::vector<Finding> findings;
    int matches = 1;
    for (const auto &[otherId, other] : others) {
        const auto theirs = daysOf(other);
        if (otherId == id || other.status() != v1::MATCH_STATUS_ACTIVE || !theirs) {
            continue;
        }
        if (match.primary() && other.primary() && other.teacher() == match.teacher()
            && !overlapOf(*days, *theirs).isEmpty()) {
            findings.push_back(secondPrimary(match, otherId));
        }
        matches += other.mentor() == match.mentor() && theirs->contains(days->from) ? 1 : 0;
    }
    if (capacity && matches > *capacity) {
        findings.push_back(
            { .code = FindingCode::OverCapacity,
              .level = FindingLevel::Warning,
              .field = "mentor",
              .arguments = { std::to_string(matches), std::to_string(*capacity) },
              .sentence = fmt::format("This makes {} matches for a mentor who can take {}.", matches, *capacity) });
    }
    return findings;
}

std::vector<Uuid> readersToChooseFrom(const std::vector<Uuid> &people, const MatchFact &match, const Facts &facts,
                                      Day today)
{
    std::vector<Uuid> readers;
    std::copy_if(people.begin(), people.end(), std::back_inserter(readers), [&](const Uuid &person) {
        return person != match.mentor && person != match.teacher && !facts.evaluates(person, match.teacher, today);
    });
    return readers;
}

std::vector<Finding> findingsFor(const v1::NoteShare &share, const MatchFact &match, const Facts &facts, Day today)
{
    std::vector<Finding> findings;
    if (share.teacher_agreed_at() <= 0) {
        findings.push_back({ .code = FindingCode::ConsentMissing,
                             .level = FindingLevel::Draft,
                             .field = "teacher_agreed_at",
                             .arguments = {},
                             .sentence = "The teacher has not agreed yet. Nobody reads this before she does." });
    }
    for (const auto &text : share.readers()) {
        const auto reader = Uuid::parse(text);
        if (reader && facts.evaluates(*reader, match.teacher, today)) {
            findings.push_back({ .code = FindingCode::EvaluatorReads,
                                 .level = FindingLevel::Stop,
                                 .field = "readers",
                                 .arguments = { text },
                                 .sentence = "One of these readers evaluates the teacher. Choose others, so that the "
                                             "teacher can speak freely." });
        }
    }
    return findings;
}

bool isComplete(const std::vector<Finding> &findings)
{
    return std::none_of(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.level == FindingLevel::Draft || finding.level == FindingLevel::Stop;
    });
}

} // namespace domain
