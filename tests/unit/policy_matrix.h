// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/unit/stated_policy.h"
#include "tests/unit/tst_server_world.h"
#include "cadre/v1/enrollment.pb.h"
#include "cadre/v1/growth.pb.h"
#include "cadre/v1/sharing.pb.h"

#include <set>

inline const std::vector<std::string> roles { "MT", "BT", "SL", "ST", "PR", "DL", "DM",
                                              "SE", "SM", "RC", "NP", "OR", "AD" };

/// Fields that say whose a record is, in any type.
inline const std::set<std::string> ownerFields { "owner", "author", "mentor", "teacher", "signer" };

/// One person for each role, and an empty place of each kind. The teacher is enrolled and lets her mentor read her
/// goals; the pair shares with a member of the team, and with the principal, who evaluates.
class Matrix : public ServerWorld {
public:
    std::map<std::string, std::unique_ptr<RawDevice>> devices;
    record::Uuid enrollment = id(), share = id();
    std::map<std::string, record::Uuid> organizations { { "school", school },
                                                        { "district", district },
                                                        { "state", state } };

    Matrix()
    {
        using namespace cadre::v1;
        {
            server::Work work(academy);
            for (const auto &[name, kind] : { std::pair { "center", ORGANIZATION_KIND_RCC },
                                              std::pair { "partner", ORGANIZATION_KIND_NATIONAL_PARTNER },
                                              std::pair { "organizer", ORGANIZATION_KIND_ORGANIZER } }) {
                organizations[name] = id();
                organization(organizations[name], kind, {});
            }
            OrgService service;
            service.set_rcc_id(organizations["center"].text());
            service.set_sea_id(state.text());
            service.set_from("2025-07-01");
            academy.author().write(scope(SCOPE_KIND_PEOPLE, organizations["center"]), "OrgService", id(), service, {},
                                   now);
            for (const auto &[login, at] :
                 { std::pair { "ST", "school" }, std::pair { "DM", "district" }, std::pair { "SE", "state" },
                   std::pair { "SM", "state" }, std::pair { "RC", "center" }, std::pair { "NP", "partner" },
                   std::pair { "OR", "organizer" }, std::pair { "AD", "organizer" } }) {
                Role role {};
                (void)Role_Parse(std::string("ROLE_") + login, &role);
                person(id(), login, organizations[at], role);
            }
            work.commit();
        }
        const std::map<std::string, std::string> known {
            { "MT", "mentor" }, { "BT", "teacher" }, { "SL", "lead" }, { "PR", "principal" }, { "DL", "district" }
        };
        for (const auto &role : roles) {
            const auto login = known.contains(role) ? known.at(role) : role;
            devices.emplace(role, std::make_unique<RawDevice>(*this, login));
        }
        server::Work work(academy);
        enroll();
        shareNotes();
        openGoals();
        work.commit();
    }

    /// Places of that kind by the names that StatedPolicy has for them.
    [[nodiscard]] std::map<std::string, record::ScopeId> placesOf(const StatedPolicy::Rule &rule)
    {
        namespace pb = cadre::policy::v1;
        const auto at = [&](const record::Uuid &key) {
            auto place = scope(rule.kind(), key);
            place.purpose = rule.purposes().empty() ? 0 : rule.purposes(0);
            return place;
        };
        std::map<std::string, record::ScopeId> places;
        switch (rule.key()) {
        case pb::KEY_KIND_NONE:
            return { { "academy", at({}) } };
        case pb::KEY_KIND_STATE:
            return { { "state", at(state) } };
        case pb::KEY_KIND_DISTRICT:
            return { { "district", at(district) } };
        case pb::KEY_KIND_SCHOOL:
            return { { "school", at(school) } };
        case pb::KEY_KIND_ORGANIZATION:
            for (const auto &[name, organization] : organizations) {
                places.emplace(name, at(organization));
            }
            return places;
        case pb::KEY_KIND_MATCH:
            return { { "match", at(match) } };
        case pb::KEY_KIND_ENROLMENT:
            return { { "enrollment", at(enrollment) } };
        case pb::KEY_KIND_SHARE:
            return { { "share", at(share) } };
        case pb::KEY_KIND_PERSON:
            for (const char *who : { "MT", "BT", "PR" }) {
                places.emplace(who, at(devices.at(who)->person));
            }
            return places;
        default:
            return { { "nobody's", at(id()) } };
        }
    }

    /// The record with something in each of the fields, and `owner` in those that say whose it is.
    [[nodiscard]] std::unique_ptr<record::Message> filled(const record::RecordType &type,
                                                          const record::Uuid &owner) const
    {
        auto message = type.make();
        for (int i = 0; i < type.descriptor().field_count(); ++i) {
            set(*message, *type.descriptor().field(i), owner, false);
        }
        return message;
    }

    /// Puts something into the field; another thing than before, if asked.
    void set(record::Message &message, const record::FieldDescriptor &field, const record::Uuid &owner,
             bool another) const
    {
        const auto &reflection = *message.GetReflection();
        reflection.ClearField(&message, &field);
        const int number = another ? 2 : 1;
        switch (field.cpp_type()) {
        case record::FieldDescriptor::CPPTYPE_STRING:
            field.is_repeated() ? reflection.AddString(&message, &field, textFor(message, field, owner, another))
                                : reflection.SetString(&message, &field, textFor(message, field, owner, another));
            break;
        case record::FieldDescriptor::CPPTYPE_INT32:
            reflection.SetInt32(&message, &field, number);
            break;
        case record::FieldDescriptor::CPPTYPE_INT64:
            reflection.SetInt64(&message, &field, number);
            break;
        case record::FieldDescriptor::CPPTYPE_BOOL:
            reflection.SetBool(&message, &field, !another);
            break;
        case record::FieldDescriptor::CPPTYPE_ENUM:
            field.is_repeated() ? reflection.AddEnumValue(&message, &field, number)
                                : reflection.SetEnumValue(&message, &field, number);
            break;
        default:
            throw std::runtime_error("A field of a kind that this test cannot fill: " + field.full_name());
        }
    }

    /// A change of one record that holds these ops.
    [[nodiscard]] merge::Change change(RawDevice &device, const record::ScopeId &place, const record::RecordType &type,
                                       const record::Uuid &record, std::vector<cadre::sync::v1::Op> ops) const
    {
        cadre::sync::v1::RecordEdit edit;
        edit.set_type(type.number());
        edit.set_record(record.raw());
        for (auto &op : ops) {
            *edit.add_ops() = std::move(op);
        }
        return device.make(place, edit);
    }

private:
    void enroll()
    {
        cadre::v1::TeacherEnrollment message;
        message.set_teacher(teacher.text());
        message.set_school(school.text());
        message.set_from("2026-08-01");
        academy.author().write(scope(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, school), "TeacherEnrollment", enrollment,
                               message, lead, now);
    }
    void shareNotes()
    {
        cadre::v1::NoteShare message;
        message.set_match_id(match.text());
        message.set_proposed_by(teacher.text());
        message.add_readers(devices.at("ST")->person.text());
        message.add_readers(principal.text());
        message.set_mode(cadre::v1::SHARE_MODE_ONCE);
        message.set_until("2027-06-30");
        message.set_mentor_agreed_at(now);
        message.set_teacher_agreed_at(now);
        academy.author().write(pair(), "NoteShare", share, message, teacher, now);
    }
    void openGoals()
    {
        cadre::v1::GoalAccess message;
        message.set_teacher(teacher.text());
        message.set_pair(match.text());
        academy.author().write(scope(cadre::v1::SCOPE_KIND_TEACHER, teacher), "GoalAccess", id(), message, teacher,
                               now);
    }

    [[nodiscard]] std::string textFor(const record::Message &message, const record::FieldDescriptor &field,
                                      const record::Uuid &owner, bool another) const
    {
        const bool isMatch = message.GetDescriptor()->name() == "MentorMatch";
        if (field.name() == "match_id" && !another) {
            return match.text();
        }
        if (field.name() == "school" && !another) {
            return school.text();
        }
        if (isMatch && ownerFields.contains(field.name())) {
            return (field.name() == "mentor") != another ? mentor.text() : teacher.text();
        }
        if (message.GetDescriptor()->name() == "Acknowledgement" && field.name() == "teacher" && owner == mentor) {
            return teacher.text(); // Given in person: it is the teacher's all the same.
        }
        if (ownerFields.contains(field.name()) && !another) {
            return owner.text();
        }
        if (field.name() == "pulse_given_to") {
            return another ? "" : mentor.text();
        }
        if (field.name() == "entered_by" && !another) {
            return ""; // By whoever held it.
        }
        switch (record::rulesOf(field).format()) {
        case cadre::v1::TEXT_FORMAT_DAY:
            return another ? "2026-11-16" : "2026-11-17";
        case cadre::v1::TEXT_FORMAT_MONTH:
            return another ? "2026-10" : "2026-11";
        case cadre::v1::TEXT_FORMAT_ZONE:
            return another ? "America/Chicago" : "America/Denver";
        default:
            if (!record::rulesOf(field).references().empty()) {
                return another ? district.text() : plan.text();
            }
            return another ? "Other" : "Words";
        }
    }
};
