// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/mentoring.pb.h"
#include "cadre/v1/organization.pb.h"
#include "cadre/v1/person.pb.h"
#include "src/domain/calendar.h"
#include "sync/record/id.h"
#include "sync/record/type.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace domain {

using record::ScopeId;
using record::Uuid;

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

/// A seat in a place that no role and no match gives: `host`, `participant`, `reader`,
/// `reviewer`, `applicant`, `lead`.
struct SeatFact {
    ScopeId place;
    Uuid person;
    std::string seat;
    std::optional<Day> from;
    std::optional<Day> to;
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
    void remove(const Uuid &id);
    /// True when an organization, a service, a person or a role has this id.
    [[nodiscard]] bool isTaken(const Uuid &id) const;

    void addSeat(SeatFact seat);
    /// The district (or the school) says that its principals don't evaluate by office.
    void setPrincipalsDontEvaluate(const Uuid &organization);

    [[nodiscard]] const OrganizationFact *organization(const Uuid &id) const;
    [[nodiscard]] const PersonFact *person(const Uuid &id) const;
    [[nodiscard]] const MatchFact *match(const Uuid &id) const;
    [[nodiscard]] const std::map<Uuid, OrganizationFact> &organizations() const { return m_organizations; }
    [[nodiscard]] const std::map<Uuid, PersonFact> &persons() const { return m_persons; }
    [[nodiscard]] const std::map<Uuid, MatchFact> &matches() const { return m_matches; }
    [[nodiscard]] const std::map<Uuid, RoleFact> &roleAssignments() const { return m_roles; }
    [[nodiscard]] const std::map<Uuid, ServiceFact> &services() const { return m_services; }
    [[nodiscard]] const std::vector<SeatFact> &seatsOf(const Uuid &person) const;
    [[nodiscard]] const std::vector<SeatFact> &seatsIn(const ScopeId &place) const;

    /// Roles in force, and those that a match in force gives at its school (MT, BT).
    [[nodiscard]] std::vector<RoleFact> rolesOf(const Uuid &person, Day day) const;
    [[nodiscard]] std::vector<const MatchFact *> matchesOf(const Uuid &person) const;
    [[nodiscard]] std::vector<const MatchFact *> matchesAt(const Uuid &school) const;
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
    std::map<Uuid, std::vector<SeatFact>> m_seatsOfPerson;
    std::map<ScopeId, std::vector<SeatFact>> m_seatsIn;
    std::set<Uuid> m_principalsDontEvaluate;
};

} // namespace domain
