// SPDX-License-Identifier: Apache-2.0
#include "sync/server/seed/world.h"
#include "cadre/v1/mentoring.pb.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace seed {

namespace {

using namespace cadre::v1;

struct Measures {
    std::size_t districts;
    std::size_t schoolsEach;
    std::size_t pairsEach;
};

Measures measuresOf(Size size)
{
    switch (size) {
    case Size::Small:
        return { 2, 3, 4 };
    case Size::Medium:
        return { 4, 4, 6 };
    case Size::Large:
        return { 8, 6, 10 };
    }
    return { 2, 3, 4 };
}

std::string numbered(const std::string &login, std::size_t n)
{
    return n == 0 ? login : fmt::format("{}.{}", login, n + 1);
}

std::string mailOf(const Person &person)
{
    std::string mail;
    for (const unsigned char letter : person.given + "." + person.family) {
        if (letter == '.' || std::isalnum(letter))
            mail += static_cast<char>(std::tolower(letter));
    }
    return mail + "@academy.example";
}

seed::Organization addOrganization(World &world, OrganizationKind kind, const std::string &name,
                                   const record::Uuid &parent)
{
    seed::Organization made { world.newId(), name };
    cadre::v1::Organization message;
    message.set_kind(kind);
    message.set_name(name);
    if (!parent.isNull())
        message.set_parent_id(parent.text());
    message.set_active(true);
    if (kind == ORGANIZATION_KIND_SCHOOL && world.random.chance(60))
        message.add_need_flags(NEED_FLAG_HIGH_NEED);
    if (kind == ORGANIZATION_KIND_LEA)
        message.set_size_class(SIZE_CLASS_SMALL);
    world.put(peopleOf(made), message, made.id, {}, at(world.yearStart(), 8, 0));
    return made;
}

void addRole(World &world, const seed::Organization &organization, const seed::Person &person, Role role)
{
    RoleAssignment message;
    message.set_person(person.id.text());
    message.set_role(role);
    message.set_scope_org(organization.id.text());
    message.set_from(text(world.yearStart()));
    world.put(peopleOf(organization), message, world.newId(), {}, at(world.yearStart(), 8, 5));
}

void plantSchool(World &world, District &district, std::size_t schoolNumber, std::size_t pairs, std::size_t &pairNumber,
                 std::size_t &mentorNumber)
{
    School school;
    school.organization = addSchool(world, district.organization, schoolName(schoolNumber));
    school.lead = addPerson(world, school.organization, ROLE_SL, numbered("lead", schoolNumber));
    school.principal = addPerson(world, school.organization, ROLE_PR, numbered("principal", schoolNumber));
    std::vector<seed::Person> mentors;
    for (std::size_t n = 0; n < pairs; ++n) {
        // A mentor has three teachers; the school's last one has what is left.
        if (n % 3 == 0)
            mentors.push_back(addPerson(world, school.organization, ROLE_MT, numbered("mentor", mentorNumber++)));
        const auto teacher = addPerson(world, school.organization, ROLE_BT, numbered("teacher", pairNumber));
        Pair pair { {}, mentors.back(), teacher, pairNumber++ };
        pair.match = addMatch(world, school, pair.mentor, teacher, n % 4 == 3 ? 2 : 1, 180);
        school.pairs.push_back(pair);
    }
    district.schools.push_back(school);
}

void plantDistrict(World &world, std::size_t number, const Measures &measures, std::size_t &pairNumber,
                   std::size_t &mentorNumber)
{
    District district;
    district.organization = addOrganization(world, ORGANIZATION_KIND_LEA, districtName(number), world.state.id);
    for (std::size_t n = 0; n < measures.schoolsEach; ++n)
        plantSchool(world, district, number * measures.schoolsEach + n, measures.pairsEach, pairNumber, mentorNumber);
    district.lead = addPerson(world, district.organization, ROLE_DL, numbered("district", number));
    district.member = addPerson(world, district.organization, ROLE_DM, numbered("member", number));
    world.districts.push_back(district);
}

void plantYear(World &world)
{
    ProgramYear message;
    message.set_sea(world.state.id.text());
    const auto start = world.yearStart();
    const std::chrono::year_month_day date { start };
    const auto year = static_cast<int>(date.year());
    message.set_label(fmt::format("{}–{}", year, year + 1));
    message.set_n(1);
    message.set_start(text(start));
    message.set_end(fmt::format("{}-06-30", year + 1));
    message.set_grant_year_label("Year 1");
    world.put(place(SCOPE_KIND_ACADEMY), message, world.newId(), {}, at(start, 8, 10));
}

} // namespace

seed::Organization addSchool(World &world, const seed::Organization &district, const std::string &name)
{
    return addOrganization(world, ORGANIZATION_KIND_SCHOOL, name, district.id);
}

seed::Person addPerson(World &world, const seed::Organization &organization, Role role, const std::string &login)
{
    seed::Person person;
    person.id = world.newId();
    const auto count = world.people++;
    person.given = givenName(count);
    person.family = familyName(count);
    person.addressed = titleOf(count) + ' ' + person.family;

    cadre::v1::Person message;
    message.set_given(person.given);
    message.set_family(person.family);
    message.set_preferred(person.addressed);
    message.set_email(mailOf(person));
    message.set_org_id(organization.id.text());
    message.set_active(true);
    world.put(peopleOf(organization), message, person.id, {}, at(world.yearStart(), 8, 5));
    addRole(world, organization, person, role);
    if (!login.empty())
        world.accounts.push_back({ login, person.id, person.name(), Role_Name(role).substr(5) });
    return person;
}

record::Uuid addMatch(World &world, const School &school, const seed::Person &mentor, const seed::Person &teacher,
                      int year, int monthlyMinutes)
{
    const auto id = world.newId();
    MentorMatch message;
    message.set_mentor(mentor.id.text());
    message.set_teacher(teacher.id.text());
    message.set_school(school.organization.id.text());
    message.set_from(text(world.yearStart()));
    message.set_status(MATCH_STATUS_ACTIVE);
    message.set_year_of_support(year);
    message.set_primary(true);
    message.set_monthly_minutes(monthlyMinutes);
    world.put(place(SCOPE_KIND_SCHOOL_TEAM, school.organization.id), message, id, school.lead.id,
              at(world.yearStart(), 9, 0));
    return id;
}

void plantPeople(World &world)
{
    const auto measures = measuresOf(world.options.size);
    world.state = addOrganization(world, ORGANIZATION_KIND_SEA, "Laurel Department of Education", {});
    std::size_t pairNumber = 0;
    std::size_t mentorNumber = 0;
    for (std::size_t n = 0; n < measures.districts; ++n)
        plantDistrict(world, n, measures, pairNumber, mentorNumber);

    world.stateLead = addPerson(world, world.state, ROLE_SE, "state");
    (void)addPerson(world, world.state, ROLE_SM, "state.2");
    const auto center = addOrganization(world, ORGANIZATION_KIND_RCC, "Mid-River Regional Comprehensive Center", {});
    world.centerMember = addPerson(world, center, ROLE_RC, "center");
    OrgService service;
    service.set_rcc_id(center.id.text());
    service.set_sea_id(world.state.id.text());
    service.set_from(text(world.yearStart()));
    world.put(peopleOf(center), service, world.newId(), {}, at(world.yearStart(), 8, 8));

    const auto partner =
        addOrganization(world, ORGANIZATION_KIND_NATIONAL_PARTNER, "National Center for Teaching Talent", {});
    (void)addPerson(world, partner, ROLE_NP, "partner");
    const auto organizer = addOrganization(world, ORGANIZATION_KIND_ORGANIZER, "Leadership Academy Office", {});
    (void)addPerson(world, organizer, ROLE_OR, "organizer");
    (void)addPerson(world, organizer, ROLE_AD, "admin");
    plantYear(world);
}

} // namespace seed
