// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/check_in.pb.h"
#include "cadre/v1/mentoring.pb.h"
#include "cadre/v1/organization.pb.h"
#include "cadre/v1/person.pb.h"
#include "src/domain/policy.h"

#include <map>
#include <string>

/// A small academy: one state with two districts, a second state, a center, a partner, an
/// organizer, one person for each role, and one pair at school A.
class AcademyOfFacts {
public:
    using Uuid = record::Uuid;

    AcademyOfFacts()
    {
        namespace v1 = cadre::v1;
        organization("sea", v1::ORGANIZATION_KIND_SEA);
        organization("sea2", v1::ORGANIZATION_KIND_SEA);
        organization("lea", v1::ORGANIZATION_KIND_LEA, "sea");
        organization("lea2", v1::ORGANIZATION_KIND_LEA, "sea");
        organization("schoolA", v1::ORGANIZATION_KIND_SCHOOL, "lea");
        organization("schoolB", v1::ORGANIZATION_KIND_SCHOOL, "lea");
        organization("schoolC", v1::ORGANIZATION_KIND_SCHOOL, "lea2");
        organization("rcc", v1::ORGANIZATION_KIND_RCC);
        organization("np", v1::ORGANIZATION_KIND_NATIONAL_PARTNER);
        organization("or", v1::ORGANIZATION_KIND_ORGANIZER);
        v1::OrgService service;
        service.set_rcc_id(id("rcc").text());
        service.set_sea_id(id("sea").text());
        service.set_from("2025-07-01");
        facts.add(id("service"), service);

        person("MT", v1::ROLE_MT, "schoolA");
        person("BT", v1::ROLE_BT, "schoolA");
        person("SL", v1::ROLE_SL, "schoolA");
        person("ST", v1::ROLE_ST, "schoolA");
        person("PR", v1::ROLE_PR, "schoolA");
        person("DL", v1::ROLE_DL, "lea");
        person("DM", v1::ROLE_DM, "lea");
        person("SE", v1::ROLE_SE, "sea");
        person("SM", v1::ROLE_SM, "sea");
        person("RC", v1::ROLE_RC, "rcc");
        person("NP", v1::ROLE_NP, "np");
        person("OR", v1::ROLE_OR, "or");
        person("AD", v1::ROLE_AD, "or");
        matchWith("MT", "BT", cadre::v1::MATCH_STATUS_ACTIVE, "");
    }

    /// The same id for the same name, every time.
    Uuid id(const std::string &name)
    {
        const auto [found, isNew] = m_ids.try_emplace(name);
        if (isNew) {
            found->second.bytes = { 1, 2, 3, 4, 5, 6, 0x70, 0, 0x80 };
            found->second.bytes[15] = static_cast<std::uint8_t>(m_ids.size());
        }
        return found->second;
    }

    record::ScopeId scope(cadre::v1::ScopeKind kind, const std::string &key = {}, std::uint32_t purpose = 0)
    {
        return { .kind = static_cast<std::uint32_t>(kind), .key = key.empty() ? Uuid {} : id(key), .purpose = purpose };
    }

    void organization(const std::string &name, cadre::v1::OrganizationKind kind, const std::string &parent = {})
    {
        cadre::v1::Organization record;
        record.set_kind(kind);
        record.set_name(name);
        if (!parent.empty()) {
            record.set_parent_id(id(parent).text());
        }
        facts.add(id(name), record);
    }

    cadre::v1::RoleAssignment role(const std::string &person, cadre::v1::Role role, const std::string &organization)
    {
        cadre::v1::RoleAssignment record;
        record.set_person(id(person).text());
        record.set_role(role);
        record.set_scope_org(id(organization).text());
        record.set_from("2025-07-01");
        return record;
    }

    void person(const std::string &name, cadre::v1::Role held, const std::string &organization)
    {
        cadre::v1::Person record;
        record.set_given(name);
        record.set_family("Lee");
        record.set_org_id(id(organization).text());
        facts.add(id(name), record);
        facts.add(id("role " + name), role(name, held, organization));
    }

    cadre::v1::MentorMatch match(const std::string &mentor, const std::string &teacher)
    {
        cadre::v1::MentorMatch record;
        record.set_mentor(id(mentor).text());
        record.set_teacher(id(teacher).text());
        record.set_school(id("schoolA").text());
        record.set_from("2025-08-15");
        record.set_status(cadre::v1::MATCH_STATUS_ACTIVE);
        return record;
    }

    /// At school A, until that day.
    void enrolled(const std::string &teacher, const std::string &to = {})
    {
        cadre::v1::TeacherEnrollment record;
        record.set_teacher(id(teacher).text());
        record.set_school(id("schoolA").text());
        record.set_from("2025-08-01");
        record.set_to(to);
        facts.add(id("enrolment"), record);
    }

    void matchWith(const std::string &mentor, const std::string &teacher, cadre::v1::MatchStatus status,
                   const std::string &to)
    {
        auto record = match(mentor, teacher);
        record.set_status(status);
        if (!to.empty()) {
            record.set_to(to);
        }
        facts.add(id("match"), record);
    }

    domain::Facts facts;
    domain::Day today = *domain::parseDay("2025-11-03");

private:
    std::map<std::string, Uuid> m_ids;
};
