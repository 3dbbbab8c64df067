// SPDX-License-Identifier: Apache-2.0
#include "tests/storefault/server_subject.h"

#include "cadre/v1/organization.pb.h"

namespace storefault {

namespace {

constexpr auto lateName = "Came later";

} // namespace

void ServerSubject::make(store::Database &database)
{
    m_academy = std::make_unique<server::Academy>(database, catalogue(), stage.clock(), stage.entropy(), "Test");
    m_services = std::make_unique<server::Services>(*m_academy, m_counters);
}

void ServerSubject::unmake()
{
    m_services.reset();
    m_academy.reset();
}

void ServerSubject::write(cadre::v1::ScopeKind kind, const record::Uuid &key, const char *type, const record::Uuid &id,
                          const record::Message &message)
{
    m_academy->author().write(place(kind, key), type, id, message, {}, m_academy->now());
}

void ServerSubject::person(const record::Uuid &id, const std::string &login, cadre::v1::Role role)
{
    cadre::v1::Person message;
    message.set_given("A");
    message.set_family(login);
    message.set_org_id(school.text());
    message.set_active(true);
    write(cadre::v1::SCOPE_KIND_PEOPLE, school, "Person", id, message);
    cadre::v1::RoleAssignment assignment;
    assignment.set_person(id.text());
    assignment.set_role(role);
    assignment.set_scope_org(school.text());
    assignment.set_from("2026-08-01");
    write(cadre::v1::SCOPE_KIND_PEOPLE, school, "RoleAssignment", m_academy->newId(), assignment);
    m_academy->accounts().add(login, id);
}

cadre::v1::MentorMatch ServerSubject::matchMessage() const
{
    cadre::v1::MentorMatch pair;
    pair.set_mentor(mentor.text());
    pair.set_teacher(teacher.text());
    pair.set_school(school.text());
    pair.set_from("2026-08-01");
    pair.set_status(cadre::v1::MATCH_STATUS_ACTIVE);
    return pair;
}

void ServerSubject::fill()
{
    server::Work work(*m_academy);
    const auto organization = [&](const record::Uuid &id, cadre::v1::OrganizationKind kind,
                                  const record::Uuid &parent) {
        cadre::v1::Organization message;
        message.set_kind(kind);
        message.set_name("Organization");
        message.set_active(true);
        if (!parent.isNull()) {
            message.set_parent_id(parent.text());
        }
        write(cadre::v1::SCOPE_KIND_PEOPLE, id, "Organization", id, message);
    };
    organization(state, cadre::v1::ORGANIZATION_KIND_SEA, {});
    organization(district, cadre::v1::ORGANIZATION_KIND_LEA, state);
    organization(school, cadre::v1::ORGANIZATION_KIND_SCHOOL, district);
    person(mentor, "mentor", cadre::v1::ROLE_MT);
    person(teacher, "teacher", cadre::v1::ROLE_BT);
    person(lead, "lead", cadre::v1::ROLE_SL);
    write(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, school, "MentorMatch", match, matchMessage());
    work.commit();
}

void ServerSubject::endMatch()
{
    auto ended = matchMessage();
    ended.set_status(cadre::v1::MATCH_STATUS_ENDED);
    ended.set_to("2026-08-20");
    server::Work work(*m_academy);
    write(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, school, "MentorMatch", match, ended);
    work.commit();
}

std::string ServerSubject::invite(const std::string &login)
{
    return m_academy->accounts().invite(login);
}

std::vector<std::string> ServerSubject::check()
{
    auto problems = m_academy->log().check();
    if (const auto problem = database().integrityProblem(); !problem.empty()) {
        problems.push_back(problem);
    }
    return problems;
}

void ServerSubject::goOn()
{
    cadre::v1::Organization message;
    message.set_kind(cadre::v1::ORGANIZATION_KIND_SCHOOL);
    message.set_name(lateName);
    message.set_active(true);
    server::Work work(*m_academy);
    write(cadre::v1::SCOPE_KIND_PEOPLE, Stage::id(99), "Organization", Stage::id(99), message);
    work.commit();
}

bool ServerSubject::hasGoneOn()
{
    return !m_academy->records().get("Organization", Stage::id(99)).empty();
}

} // namespace storefault
