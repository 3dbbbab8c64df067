// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/enrollment.pb.h"
#include "cadre/v1/growth.pb.h"
#include "cadre/v1/mentoring.pb.h"
#include "cadre/v1/organization.pb.h"
#include "cadre/v1/person.pb.h"
#include "cadre/v1/sharing.pb.h"
#include "src/domain/calendar.h"
#include "sync/record/id.h"
#include "sync/record/type.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace domain {

using record::ScopeId;
using record::Uuid;

/// The record types on which access depends.
inline constexpr std::array factTypes { "Organization", "OrgService",        "Person",    "RoleAssignment",
                                        "MentorMatch",  "TeacherEnrollment", "NoteShare", "GoalAccess" };

/// Days after its end during which a match's late work is taken and its places stay open.
inline constexpr int lateWorkDays = 45;

struct OrganizationFact {
    Uuid id;
    cadre::v1::OrganizationKind kind = cadre::v1::ORGANIZATION_KIND_UNSPECIFIED;
    std::string name;
    std::optional<Uuid> parent;
};

/// A regional center serves a state, from one day to another.
struct ServiceFact {
    Uuid id;
    Uuid center;
    Uuid state;
    std::optional<Day> from;
    std::optional<Day> to;
    [[nodiscard]] bool holdsOn(Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

struct PersonFact {
    Uuid id;
    Uuid organization;
    std::string name; ///< As others address her: "Ms Rivera".
};

struct RoleFact {
    Uuid id;
    Uuid person;
    cadre::v1::Role role = cadre::v1::ROLE_UNSPECIFIED;
    Uuid organization;
    std::optional<Day> from;
    std::optional<Day> to;
    std::vector<Uuid> evaluates;
    [[nodiscard]] bool holdsOn(Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

struct MatchFact {
    Uuid id;
    Uuid mentor;
    Uuid teacher;
    Uuid school;
    cadre::v1::MatchStatus status = cadre::v1::MATCH_STATUS_UNSPECIFIED;
    std::optional<Day> from;
    std::optional<Day> to;
    int monthlyMinutes = 0;

    /// True on a day between its dates, unless it was only proposed. An ended match without an
    /// end date holds on no day.
    [[nodiscard]] bool holdsOn(Day day) const;
    /// holdsOn, or within `grace` days after its end.
    [[nodiscard]] bool holdsWithin(Day day, int grace) const;
};

/// A teacher takes part in a school's induction.
struct EnrollmentFact {
    Uuid id;
    Uuid teacher;
    Uuid school;
    std::optional<Day> to;
    /// It may begin later: why support will be given is known before.
    [[nodiscard]] bool isOverOn(Day day) const { return to && *to < day; }
};

/// What a pair shows to readers whom it names.
struct ShareFact {
    Uuid id;
    Uuid match;
    std::vector<Uuid> readers;
    Day until;
    bool isAgreed = false; ///< By both.
    std::optional<Day> ended; ///< By one of them, before its time.
};

/// A teacher lets the mentor of a pair read her goals.
struct GoalAccessFact {
    Uuid id;
    Uuid teacher;
    Uuid match;
    bool isEnded = false;
};

/// A seat in a place that no role and no match gives: `host`, `participant`, `reader`,
/// `reviewer`, `applicant`, `lead`.
struct SeatFact {
    ScopeId place;
    Uuid person;
    std::string seat;
    std::optional<Day> from;
    std::optional<Day> to;
    std::optional<Uuid> by; ///< The record that gives it.
    [[nodiscard]] bool holdsOn(Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

/// What access depends on: a snapshot without I/O. The server fills it from every `people` and
/// `school-team` place; a device from the places that it holds. Not safe to change while another
/// thread reads.
class Facts {
public:
    /// Takes what the record says, in place of what it said before. Types that access does not
    /// depend on, and records whose ids don't read, are left out (returns false).
    bool add(const Uuid &id, const record::Message &message);
    /// Takes away what a record of that type said.
    void remove(std::string_view typeName, const Uuid &id);
    /// True when an organization, a service, a person or a role has this id.
    [[nodiscard]] bool isTaken(const Uuid &id) const;

    void addSeat(SeatFact seat);
    /// The district (or the school) says that its principals don't evaluate by office.
    void setPrincipalsDontEvaluate(const Uuid &organization);

    [[nodiscard]] const OrganizationFact *organization(const Uuid &id) const;
    [[nodiscard]] const PersonFact *person(const Uuid &id) const;
    [[nodiscard]] const MatchFact *match(const Uuid &id) const;
    [[nodiscard]] const EnrollmentFact *enrollment(const Uuid &id) const;
    [[nodiscard]] const ShareFact *share(const Uuid &id) const;
    [[nodiscard]] const std::map<Uuid, OrganizationFact> &organizations() const { return m_organizations; }
    [[nodiscard]] const std::map<Uuid, PersonFact> &persons() const { return m_persons; }
    [[nodiscard]] const std::map<Uuid, MatchFact> &matches() const { return m_matches; }
    [[nodiscard]] const std::map<Uuid, RoleFact> &roleAssignments() const { return m_roles; }
    [[nodiscard]] const std::map<Uuid, ServiceFact> &services() const { return m_services; }
    [[nodiscard]] const std::map<Uuid, EnrollmentFact> &enrollments() const { return m_enrollments; }
    [[nodiscard]] const std::map<Uuid, ShareFact> &shares() const { return m_shares; }
    [[nodiscard]] const std::vector<SeatFact> &seatsOf(const Uuid &person) const;
    [[nodiscard]] const std::vector<SeatFact> &seatsIn(const ScopeId &place) const;

    /// Roles in force, and those that a match in force gives at its school (MT, BT).
    [[nodiscard]] std::vector<RoleFact> rolesOf(const Uuid &person, Day day) const;
    [[nodiscard]] std::vector<const MatchFact *> matchesOf(const Uuid &person) const;
    [[nodiscard]] std::vector<const MatchFact *> matchesAt(const Uuid &school) const;
    [[nodiscard]] const std::set<Uuid> &enrollmentsOf(const Uuid &teacher) const;
    [[nodiscard]] const std::set<Uuid> &enrollmentsAt(const Uuid &school) const;
    /// The organization itself, then its parents, root last. A circle ends where it closes.
    [[nodiscard]] std::vector<Uuid> lineOf(const Uuid &organization) const;
    /// Everything below the organization, without itself.
    [[nodiscard]] std::vector<Uuid> below(const Uuid &organization) const;
    /// True when `upper` is a true ancestor of `lower`.
    [[nodiscard]] bool isAbove(const Uuid &upper, const Uuid &lower) const;
    /// National partners and organizers.
    [[nodiscard]] const std::set<Uuid> &partners() const { return m_partners; }
    /// Centers that serve the state in which the organization lies.
    [[nodiscard]] std::vector<Uuid> centersServing(const Uuid &organization, Day day) const;
    /// True when the person evaluates the teacher: a role in force names her, or the person is
    /// principal at a school where she teaches and principals there evaluate.
    [[nodiscard]] bool evaluates(const Uuid &person, const Uuid &teacher, Day day) const;
    /// True when the person evaluates anybody who teaches at the organization or below it.
    [[nodiscard]] bool evaluatesAnybodyAt(const Uuid &person, const Uuid &organization, Day day) const;

    /// True unless the school or one above it says that principals don't evaluate by office.
    [[nodiscard]] bool principalsEvaluateAt(const Uuid &school) const;

private:
    [[nodiscard]] bool addSupport(const Uuid &id, const record::Message &message);
    void removeSupport(std::string_view typeName, const Uuid &id);
    void unseat(const Uuid &record, const ScopeId &place);
    /// Gives the seats that follow from the match's shares and from whom its teacher lets read her goals.
    void seatThrough(const Uuid &match);

    std::map<Uuid, OrganizationFact> m_organizations;
    std::map<Uuid, std::set<Uuid>> m_children;
    std::set<Uuid> m_partners;
    std::map<Uuid, ServiceFact> m_services;
    std::map<Uuid, PersonFact> m_persons;
    std::map<Uuid, RoleFact> m_roles;
    std::map<Uuid, std::set<Uuid>> m_rolesOfPerson;
    std::map<Uuid, MatchFact> m_matches;
    std::map<Uuid, std::set<Uuid>> m_matchesOfPerson;
    std::map<Uuid, std::set<Uuid>> m_matchesAt;
    std::map<Uuid, EnrollmentFact> m_enrollments;
    std::map<Uuid, std::set<Uuid>> m_enrollmentsOf;
    std::map<Uuid, std::set<Uuid>> m_enrollmentsAt;
    std::map<Uuid, ShareFact> m_shares;
    std::map<Uuid, GoalAccessFact> m_goalAccesses;
    std::map<Uuid, std::set<Uuid>> m_seatGivers; ///< Shares and goal accesses, by their match.
    std::map<Uuid, std::vector<SeatFact>> m_seatsOfPerson;
    std::map<ScopeId, std::vector<SeatFact>> m_seatsIn;
    std::set<Uuid> m_principalsDontEvaluate;
};

} // namespace domain
