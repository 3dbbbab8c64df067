// SPDX-License-Identifier: Apache-2.0
#include "src/domain/pair_choice.h"

#include <algorithm>
#include <set>

namespace domain {

namespace v1 = cadre::v1;

namespace {

bool isInForce(const MatchFact &match, Day day)
{
    return match.status != v1::MATCH_STATUS_ENDED && match.holdsOn(day);
}

/// Who has that role in force at one of the organizations.
std::set<Uuid> holdersOf(v1::Role role, const std::vector<Uuid> &organizations, const Facts &facts, Day day)
{
    std::set<Uuid> holders;
    for (const auto &[id, held] : facts.roleAssignments()) {
        const bool isThere =
            std::find(organizations.begin(), organizations.end(), held.organization) != organizations.end();
        if (held.role == role && isThere && held.holdsOn(day)) {
            holders.insert(held.person);
        }
    }
    return holders;
}

std::set<Uuid> mentorsOf(const Uuid &teacher, const Uuid &school, const Facts &facts, Day day)
{
    auto mentors = holdersOf(v1::ROLE_MT, facts.lineOf(school), facts, day);
    mentors.erase(teacher);
    for (const auto *match : facts.matchesOf(teacher)) {
        if (match->teacher == teacher && isInForce(*match, day)) {
            mentors.erase(match->mentor);
        }
    }
    return mentors;
}

} // namespace

std::vector<TeacherToPair> teachersToPair(const Uuid &school, const Facts &facts, Day day)
{
    auto teachers = holdersOf(v1::ROLE_BT, { school }, facts, day);
    for (const auto &id : facts.enrollmentsAt(school)) {
        if (const auto *enrollment = facts.enrollment(id); enrollment != nullptr && !enrollment->isOverOn(day)) {
            teachers.insert(enrollment->teacher);
        }
    }
    std::map<Uuid, const MatchFact *> mentored;
    for (const auto *match : facts.matchesAt(school)) {
        if (isInForce(*match, day)) {
            teachers.insert(match->teacher);
            auto &first = mentored.try_emplace(match->teacher, match).first->second;
            first = match->from < first->from ? match : first;
        }
    }
    std::vector<TeacherToPair> result;
    for (const auto &teacher : teachers) {
        const auto found = mentored.find(teacher);
        result.push_back({ teacher, found == mentored.end() ? std::nullopt : std::optional(found->second->id) });
    }
    std::stable_partition(result.begin(), result.end(), [](const auto &one) { return !one.match; });
    return result;
}

std::vector<MentorToChoose> mentorsToChooseFrom(const Uuid &teacher, const Uuid &school, const Facts &facts, Day day)
{
    std::vector<MentorToChoose> mentors;
    for (const auto &mentor : mentorsOf(teacher, school, facts, day)) {
        if (facts.evaluates(mentor, teacher, day)) {
            continue;
        }
        const auto matches = facts.matchesOf(mentor);
        const auto pairs = std::count_if(matches.begin(), matches.end(), [&](const MatchFact *match) {
            return match->mentor == mentor && isInForce(*match, day);
        });
        mentors.push_back({ mentor, static_cast<int>(pairs) });
    }
    std::stable_sort(mentors.begin(), mentors.end(),
                     [](const auto &one, const auto &other) { return one.pairs < other.pairs; });
    return mentors;
}

std::vector<Uuid> mentorsWhoEvaluate(const Uuid &teacher, const Uuid &school, const Facts &facts, Day day)
{
    std::vector<Uuid> evaluators;
    for (const auto &mentor : mentorsOf(teacher, school, facts, day)) {
        if (facts.evaluates(mentor, teacher, day)) {
            evaluators.push_back(mentor);
        }
    }
    return evaluators;
}

std::optional<Uuid> schoolLedBy(const Uuid &person, const Facts &facts, Day day)
{
    for (const auto &role : facts.rolesOf(person, day)) {
        if (role.role == v1::ROLE_SL) {
            return role.organization;
        }
    }
    return std::nullopt;
}

} // namespace domain
