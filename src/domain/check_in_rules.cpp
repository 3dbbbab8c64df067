// SPDX-License-Identifier: Apache-2.0
#include "src/domain/check_in_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace domain {

namespace v1 = cadre::v1;

namespace {

constexpr int leastMinutes = 1;
constexpr int mostMinutes = 480;
constexpr int longMinutes = 240;
constexpr int longAgoDays = 60;
constexpr int lockDays = 45;
constexpr int manyNames = 3;
constexpr std::int64_t millisecondsAMinute = 60'000;

Finding finding(FindingCode code, FindingLevel level, std::string field, std::string sentence,
                std::vector<std::string> arguments = {})
{
    return { .code = code,
             .level = level,
             .field = std::move(field),
             .arguments = std::move(arguments),
             .sentence = std::move(sentence) };
}

void checkMinutes(const v1::CheckIn &checkIn, std::vector<Finding> &findings)
{
    if (!checkIn.has_minutes()) {
        findings.push_back(
            finding(FindingCode::MissingMinutes, FindingLevel::Draft, "minutes", "Say how long you met."));
        return;
    }
    const auto text = std::to_string(checkIn.minutes());
    if (checkIn.minutes() < leastMinutes || checkIn.minutes() > mostMinutes) {
        findings.push_back(finding(FindingCode::MinutesOutOfRange, FindingLevel::Draft, "minutes",
                                   fmt::format("A meeting lasts between {} and {} minutes.", leastMinutes, mostMinutes),
                                   { text }));
    } else if (checkIn.minutes() > longMinutes) {
        findings.push_back(finding(FindingCode::LongMeeting, FindingLevel::Warning, "minutes",
                                   fmt::format("{} minutes is a long meeting. Is that right?", text), { text }));
    }
}

void checkDay(Day on, const MatchFact *match, Day today, std::vector<Finding> &findings)
{
    if (on > today) {
        findings.push_back(finding(FindingCode::InTheFuture, FindingLevel::Draft, "on",
                                   "This day is still to come. Record the meeting when it has taken place.",
                                   { dayText(on) }));
    } else if (daysBetween(on, today) > longAgoDays) {
        const auto ago = std::to_string(daysBetween(on, today));
        findings.push_back(finding(FindingCode::LongAgo, FindingLevel::Warning, "on",
                                   fmt::format("This was {} days ago. Add a word on why it is entered now.", ago),
                                   { ago }));
    }
    if (match != nullptr && ((match->from && on < *match->from) || (match->to && on > *match->to))) {
        findings.push_back(finding(
            FindingCode::OutsideMatch, FindingLevel::Warning, "on",
            "You two were not matched on this day. Check the day.",
            { match->from ? dayText(*match->from) : std::string(), match->to ? dayText(*match->to) : std::string() }));
    }
}

std::pair<std::int64_t, std::int64_t> intervalOf(const v1::CheckIn &checkIn)
{
    return { checkIn.start(), checkIn.start() + checkIn.minutes() * millisecondsAMinute };
}

bool isCounted(const v1::CheckIn &checkIn)
{
    return checkIn.status() != v1::CHECK_IN_STATUS_DRAFT && checkIn.status() != v1::CHECK_IN_STATUS_VOID;
}

int charactersIn(std::string_view utf8)
{
    return static_cast<int>(std::count_if(utf8.begin(), utf8.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isLetter(char c)
{
    return isUpper(c) || (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// Two words in a row that both begin with a capital: "Maria Lopez". A sentence's first word counts
/// only when the next one has a capital as well.
int capitalizedPairs(std::string_view text)
{
    int pairs = 0;
    bool previous = false;
    for (std::size_t i = 0; i < text.size();) {
        if (!isLetter(text[i])) {
            previous = previous && text[i] == ' ';
            ++i;
            continue;
        }
        auto end = i;
        while (end < text.size() && (isLetter(text[end]) || text[end] == '\'' || text[end] == '-')) {
            ++end;
        }
        const bool capital = isUpper(text[i]) && end - i > 1;
        pairs += previous && capital ? 1 : 0;
        previous = capital && !(previous && capital);
        i = end;
    }
    return pairs;
}

} // namespace

std::vector<Finding> findingsFor(const v1::CheckIn &checkIn, const MatchFact *match, Day today)
{
    std::vector<Finding> findings;
    if (checkIn.match_id().empty()) {
        findings.push_back(
            finding(FindingCode::MissingTeacher, FindingLevel::Draft, "match_id", "Choose the teacher."));
    }
    if (const auto on = parseDay(checkIn.on())) {
        checkDay(*on, match, today, findings);
    } else {
        findings.push_back(finding(FindingCode::MissingDay, FindingLevel::Draft, "on", "Choose the day."));
    }
    checkMinutes(checkIn, findings);
    return findings;
}

std::vector<Finding> overlapsOf(const std::string &id, const v1::CheckIn &checkIn,
                                const std::vector<std::pair<std::string, v1::CheckIn>> &others)
{
    std::vector<Finding> findings;
    const auto mine = intervalOf(checkIn);
    for (const auto &[otherId, other] : others) {
        if (otherId == id || !checkIn.has_start() || !other.has_start() || !isCounted(other)
            || other.match_id() != checkIn.match_id()) {
            continue;
        }
        const auto theirs = intervalOf(other);
        if (mine.first < theirs.second && theirs.first < mine.second) {
            findings.push_back(finding(FindingCode::Overlaps, FindingLevel::Warning, "start",
                                       "Another meeting of you two is recorded at this time. The time counts once.",
                                       { otherId }));
        }
    }
    return findings;
}

std::vector<Finding> findingsFor(const v1::MentorMatch &match, const Facts &facts, Day today)
{
    const auto mentor = Uuid::parse(match.mentor());
    const auto teacher = Uuid::parse(match.teacher());
    if (!mentor || !teacher) {
        return {};
    }
    if (*mentor == *teacher) {
        return { finding(FindingCode::SamePerson, FindingLevel::Stop, "mentor",
                         "Mentor and teacher are the same person. Choose someone else.") };
    }
    if (facts.evaluates(*mentor, *teacher, today)) {
        return { finding(FindingCode::Evaluator, FindingLevel::Stop, "mentor",
                         "This mentor evaluates this teacher. Choose a mentor who does not, so that the teacher can "
                         "speak freely.") };
    }
    return {};
}

std::vector<Finding> findingsForNote(std::string_view body, int maximumCharacters)
{
    std::vector<Finding> findings;
    if (charactersIn(body) > maximumCharacters) {
        findings.push_back(finding(FindingCode::TooLong, FindingLevel::Draft, "body",
                                   fmt::format("Keep this to {} characters.", maximumCharacters),
                                   { std::to_string(maximumCharacters) }));
    }
    if (const int pairs = capitalizedPairs(body); pairs >= manyNames) {
        findings.push_back(finding(FindingCode::PossibleNames, FindingLevel::Hint, "body",
                                   "Please leave out students' names.", { std::to_string(pairs) }));
    }
    return findings;
}

bool isLocked(const v1::CheckIn &checkIn, Day today)
{
    if (checkIn.status() == v1::CHECK_IN_STATUS_LOCKED) {
        return true;
    }
    const auto on = parseDay(checkIn.on());
    return on && daysBetween(Month::of(*on).lastDay(), today) > lockDays;
}

bool isUnanswered(const v1::CheckIn &checkIn, bool hasAnswer, Day today)
{
    const auto on = parseDay(checkIn.on());
    return checkIn.status() == v1::CHECK_IN_STATUS_RECORDED && !hasAnswer && on && daysBetween(*on, today) > answerDays;
}

bool mayWritePulse(const cadre::v1::CheckInDetail &detail, record::Uuid writer, record::Uuid teacher)
{
    if (writer == teacher || !detail.has_pulse())
        return detail.pulse_given_to().empty();
    return record::Uuid::parse(detail.pulse_given_to()) == writer;
}

} // namespace domain
