// SPDX-License-Identifier: Apache-2.0
#include "src/reports/school_figures.h"

#include "src/domain/indicator_matching.h"

namespace reports {

namespace {

namespace v1 = cadre::v1;

bool isEnrolledIn(const v1::TeacherEnrollment &enrollment, domain::Period period)
{
    const auto from = domain::parseDay(enrollment.from());
    const auto to = domain::parseDay(enrollment.to());
    return from && *from <= period.to && (!to || *to >= period.from);
}

/// The first day of the teacher's first match at the school that was more than proposed.
std::optional<domain::Day> firstMatchOf(const Holdings &held, const record::Uuid &teacher, const record::Uuid &school)
{
    std::optional<domain::Day> first;
    for (const auto *match : held.facts.matchesAt(school)) {
        if (match->teacher == teacher && match->from && match->holdsOn(*match->from)
            && (!first || *match->from < *first)) {
            first = match->from;
        }
    }
    return first;
}

void readTeam(const Holdings &held, const Window &window, School &school)
{
    std::vector<domain::InductionStart> starts;
    for (const auto &enrollment : held.enrollments) {
        const auto teacher = record::Uuid::parse(enrollment.teacher());
        if (!teacher || enrollment.school() != school.id.text()) {
            continue;
        }
        if (isEnrolledIn(enrollment, window.period)) {
            school.teachers.insert(*teacher);
        }
        if (const auto from = domain::parseDay(enrollment.from())) {
            starts.push_back({ .start = *from, .matched = firstMatchOf(held, *teacher, school.id) });
        }
    }
    school.matched = domain::matchedOnTime(starts, window.period, held.today);
    for (const auto *match : held.facts.matchesAt(school.id)) {
        if (!isPairIn(*match, window.period)) {
            continue;
        }
        ++school.pairs;
        school.teachers.insert(match->teacher);
        if (const auto figures = figuresOf(held, *match, window)) {
            school.figures.push_back(*figures);
        }
        if (const auto pair = held.pairs.find(match->id); pair != held.pairs.end()) {
            school.contacts.insert(school.contacts.end(), pair->second.contacts.begin(), pair->second.contacts.end());
        }
    }
}

void readTotals(const Holdings &held, const Window &window, School &school)
{
    if (!held.holds(v1::SCOPE_KIND_SCHOOL_ADMIN, school.id)) {
        return;
    }
    for (const auto &total : held.schoolMonths) {
        const auto month = domain::Month::parse(total.month());
        if (total.school() == school.id.text() && month && window.period.contains(month->firstDay())) {
            school.sessions = school.sessions.value_or(0) + total.sessions();
            school.minutes = school.minutes.value_or(0) + total.minutes();
        }
    }
}

} // namespace

std::vector<School> schoolsOf(const Holdings &held, const Window &window)
{
    std::vector<School> schools;
    for (const auto &[id, organization] : held.facts.organizations()) {
        if (organization.kind != v1::ORGANIZATION_KIND_SCHOOL) {
            continue;
        }
        const auto line = held.facts.lineOf(id);
        const bool knowsTeam = held.holds(v1::SCOPE_KIND_SCHOOL_TEAM, id)
            || std::any_of(line.begin(), line.end(),
                           [&](const auto &above) { return held.holds(v1::SCOPE_KIND_DISTRICT_TEAM, above); });
        if (!knowsTeam && !held.holds(v1::SCOPE_KIND_SCHOOL_ADMIN, id)) {
            continue;
        }
        School school { .id = id, .knowsTeam = knowsTeam };
        if (knowsTeam) {
            readTeam(held, window, school);
        }
        readTotals(held, window, school);
        schools.push_back(std::move(school));
    }
    std::sort(schools.begin(), schools.end(), [&](const School &a, const School &b) {
        return std::pair(held.nameOf(a.id), a.id) < std::pair(held.nameOf(b.id), b.id);
    });
    return schools;
}

} // namespace reports
