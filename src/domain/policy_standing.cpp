// SPDX-License-Identifier: Apache-2.0
#include "src/domain/policy_standing.h"

#include <algorithm>

namespace domain {

namespace pb = cadre::policy::v1;
namespace v1 = cadre::v1;

namespace {

bool contains(const std::vector<Uuid> &ids, const Uuid &id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool isOrganizationKey(pb::KeyKind key)
{
    return key == pb::KEY_KIND_STATE || key == pb::KEY_KIND_DISTRICT || key == pb::KEY_KIND_SCHOOL
        || key == pb::KEY_KIND_ORGANIZATION;
}

bool fits(const OrganizationFact &organization, pb::KeyKind key)
{
    switch (key) {
    case pb::KEY_KIND_STATE:
        return organization.kind == v1::ORGANIZATION_KIND_SEA;
    case pb::KEY_KIND_DISTRICT:
        return organization.kind == v1::ORGANIZATION_KIND_LEA;
    case pb::KEY_KIND_SCHOOL:
        return organization.kind == v1::ORGANIZATION_KIND_SCHOOL;
    default:
        return key == pb::KEY_KIND_ORGANIZATION;
    }
}

bool fitsPurpose(const ScopeId &id, const pb::ScopeRule &rule)
{
    const auto &purposes = rule.purposes();
    return purposes.empty() ? id.purpose == 0
                            : std::find(purposes.begin(), purposes.end(), id.purpose) != purposes.end();
}

std::optional<Uuid> schoolOf(const Place &place)
{
    return place.match != nullptr     ? std::optional(place.match->school)
        : place.enrollment != nullptr ? std::optional(place.enrollment->school)
                                      : std::nullopt;
}

std::optional<Uuid> seatedTeacher(const ScopeId &id, const Facts &facts)
{
    for (const auto &seat : facts.seatsIn(id)) {
        if (seat.seat == "teacher") {
            return seat.person;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Place> Place::find(const ScopeId &id, const pb::ScopeRule *rule, const Facts &facts)
{
    if (rule == nullptr || !fitsPurpose(id, *rule) || (rule->key() == pb::KEY_KIND_NONE) != id.key.isNull()) {
        return std::nullopt;
    }
    Place place { .id = id, .rule = rule };
    if (isOrganizationKey(rule->key())) {
        place.organization = facts.organization(id.key);
        if (place.organization == nullptr || !fits(*place.organization, rule->key())) {
            return std::nullopt;
        }
    } else if (rule->key() == pb::KEY_KIND_MATCH) {
        place.match = facts.match(id.key);
        if (place.match == nullptr) {
            return std::nullopt;
        }
        place.teacher = place.match->teacher;
    } else if (rule->key() == pb::KEY_KIND_ENROLMENT) {
        place.enrollment = facts.enrollment(id.key);
        if (place.enrollment == nullptr) {
            return std::nullopt;
        }
        place.teacher = place.enrollment->teacher;
    } else if (rule->key() == pb::KEY_KIND_PERSON) {
        place.teacher = id.key;
    } else {
        place.teacher = seatedTeacher(id, facts);
    }
    return place;
}

Standing::Standing(const Uuid &person, const Facts &facts, Day day)
    : m_person(person)
    , m_facts(facts)
    , m_day(day)
    , m_roles(facts.rolesOf(person, day))
{
}

bool Standing::matches(const pb::Who &who, const Place &place, std::vector<v1::Role> *as) const
{
    if (m_person.isNull() || isTakenAway(who, place)) {
        return false;
    }
    const auto give = [&](v1::Role role) {
        if (as != nullptr && std::find(as->begin(), as->end(), role) == as->end()) {
            as->push_back(role);
        }
        return true;
    };
    switch (who.relation()) {
    case pb::RELATION_SELF:
        return place.rule->key() == pb::KEY_KIND_PERSON && place.id.key == m_person;
    case pb::RELATION_SEAT:
        return holdsSeat(who, place);
    case pb::RELATION_MATCH_MENTOR:
        return place.match != nullptr && place.match->mentor == m_person && give(v1::ROLE_MT);
    case pb::RELATION_MATCH_TEACHER:
        return place.match != nullptr && place.match->teacher == m_person && give(v1::ROLE_BT);
    case pb::RELATION_ENROLLED:
        return place.enrollment != nullptr && place.enrollment->teacher == m_person && give(v1::ROLE_BT);
    case pb::RELATION_ENROLLED_MENTOR:
        return place.enrollment != nullptr && mentorsAt(*place.enrollment) && give(v1::ROLE_MT);
    case pb::RELATION_ANYWHERE:
        if (who.roles().empty()) {
            return true;
        }
        break;
    default:
        break;
    }
    bool found = false;
    for (const auto &role : m_roles) {
        const bool named =
            who.roles().empty() || std::find(who.roles().begin(), who.roles().end(), role.role) != who.roles().end();
        if (named && stands(role, who.relation(), place)) {
            found = give(role.role);
        }
    }
    return found;
}

bool Standing::evaluatesTeacherOf(const Place &place) const
{
    const auto known = m_evaluated.find(place.id);
    return known != m_evaluated.end() ? known->second
                                      : m_evaluated.emplace(place.id, findEvaluatesTeacherOf(place)).first->second;
}

bool Standing::findEvaluatesTeacherOf(const Place &place) const
{
    if (place.organization != nullptr) {
        return m_facts.evaluatesAnybodyAt(m_person, place.organization->id, m_day);
    }
    // The principal of the school stays her evaluator after the match has ended.
    const auto school = schoolOf(place);
    const auto isPrincipal = [&](const RoleFact &role) {
        return school && role.role == v1::ROLE_PR && role.organization == *school
            && m_facts.principalsEvaluateAt(role.organization);
    };
    return place.teacher
        && (m_facts.evaluates(m_person, *place.teacher, m_day)
            || std::any_of(m_roles.begin(), m_roles.end(), isPrincipal));
}

bool Standing::mentorsAt(const EnrollmentFact &enrollment) const
{
    const auto matches = m_facts.matchesOf(m_person);
    return std::any_of(matches.begin(), matches.end(), [&](const MatchFact *match) {
        return match->mentor == m_person && match->teacher == enrollment.teacher && match->school == enrollment.school
            && match->holdsOn(m_day);
    });
}

bool Standing::isTakenAway(const pb::Who &who, const Place &place) const
{
    const bool inPair = place.match != nullptr && (place.match->mentor == m_person || place.match->teacher == m_person);
    // Why support was given is read by others as long as it is given.
    const bool isOver =
        place.enrollment != nullptr && place.enrollment->isOverOn(m_day) && who.relation() != pb::RELATION_ENROLLED;
    return isOver || (who.unless_in_pair() && inPair) || (who.unless_evaluates() && evaluatesTeacherOf(place));
}

bool Standing::stands(const RoleFact &role, pb::Relation relation, const Place &place) const
{
    if (relation == pb::RELATION_ANYWHERE) {
        return true;
    }
    if (place.match != nullptr) {
        return (relation == pb::RELATION_MATCH_SCHOOL && role.organization == place.match->school)
            || (relation == pb::RELATION_MATCH_DISTRICT && m_facts.isAbove(role.organization, place.match->school));
    }
    if (place.organization == nullptr && place.enrollment == nullptr) {
        return false;
    }
    const auto &organization = place.organization != nullptr ? place.organization->id : place.enrollment->school;
    switch (relation) {
    case pb::RELATION_AT:
        return role.organization == organization;
    case pb::RELATION_BELOW:
        return m_facts.isAbove(organization, role.organization);
    case pb::RELATION_ABOVE:
        return m_facts.isAbove(role.organization, organization);
    case pb::RELATION_SERVING:
        return contains(m_facts.centersServing(organization, m_day), role.organization);
    case pb::RELATION_SERVED:
        return contains(m_facts.centersServing(role.organization, m_day), organization);
    case pb::RELATION_PARTNER:
        return m_facts.partners().contains(organization);
    default:
        return false;
    }
}

bool Standing::holdsSeat(const pb::Who &who, const Place &place) const
{
    const auto &names = who.seats();
    const auto &seats = m_facts.seatsOf(m_person);
    return std::any_of(seats.begin(), seats.end(), [&](const SeatFact &seat) {
        return seat.place == place.id && seat.holdsOn(m_day)
            && std::find(names.begin(), names.end(), seat.seat) != names.end();
    });
}

const std::set<Uuid> &Standing::organizationsInReach() const
{
    if (!m_reach) {
        m_reach = findReach();
    }
    return *m_reach;
}

std::set<Uuid> Standing::findReach() const
{
    std::set<Uuid> reach;
    const auto takeAll = [&](const std::vector<Uuid> &ids) { reach.insert(ids.begin(), ids.end()); };
    for (const auto &role : m_roles) {
        if (role.role == v1::ROLE_NP || role.role == v1::ROLE_OR || role.role == v1::ROLE_AD) {
            for (const auto &entry : m_facts.organizations()) {
                reach.insert(entry.first);
            }
            return reach;
        }
        takeAll(m_facts.lineOf(role.organization));
        takeAll(m_facts.below(role.organization));
        takeAll(m_facts.centersServing(role.organization, m_day));
        for (const auto &[id, service] : m_facts.services()) {
            if (service.center == role.organization && service.holdsOn(m_day)) {
                takeAll(m_facts.lineOf(service.state));
                takeAll(m_facts.below(service.state));
            }
        }
    }
    if (!m_roles.empty()) {
        reach.insert(m_facts.partners().begin(), m_facts.partners().end());
    }
    return reach;
}

std::set<ScopeId> Standing::candidates(const pb::ScopeRule &rule) const
{
    std::set<ScopeId> found;
    const auto take = [&](const Uuid &key) {
        if (rule.purposes().empty()) {
            found.insert({ .kind = static_cast<std::uint32_t>(rule.kind()), .key = key });
        }
        for (const auto purpose : rule.purposes()) {
            found.insert({ .kind = static_cast<std::uint32_t>(rule.kind()), .key = key, .purpose = purpose });
        }
    };
    for (const auto &seat : m_facts.seatsOf(m_person)) {
        if (seat.place.kind == static_cast<std::uint32_t>(rule.kind())) {
            found.insert(seat.place);
        }
    }
    if (rule.key() == pb::KEY_KIND_NONE) {
        take(Uuid {});
    } else if (rule.key() == pb::KEY_KIND_PERSON) {
        take(m_person);
    } else if (isOrganizationKey(rule.key())) {
        for (const auto &id : organizationsInReach()) {
            take(id);
        }
    } else if (rule.key() == pb::KEY_KIND_ENROLMENT) {
        const auto takeEach = [&](const std::set<Uuid> &enrollments) {
            std::for_each(enrollments.begin(), enrollments.end(), take);
        };
        takeEach(m_facts.enrollmentsOf(m_person));
        for (const auto *match : m_facts.matchesOf(m_person)) {
            takeEach(m_facts.enrollmentsOf(match->teacher));
        }
        for (const auto &role : m_roles) {
            takeEach(m_facts.enrollmentsAt(role.organization));
            for (const auto &school : m_facts.below(role.organization)) {
                takeEach(m_facts.enrollmentsAt(school));
            }
        }
    } else if (rule.key() == pb::KEY_KIND_MATCH) {
        for (const auto *match : m_facts.matchesOf(m_person)) {
            take(match->id);
        }
        const bool fromDistrict = std::any_of(rule.readers().begin(), rule.readers().end(), [](const pb::Who &who) {
            return who.relation() == pb::RELATION_MATCH_DISTRICT;
        });
        for (const auto &role : m_roles) {
            auto schools = fromDistrict ? m_facts.below(role.organization) : std::vector<Uuid> {};
            schools.push_back(role.organization);
            for (const auto &school : schools) {
                for (const auto *match : m_facts.matchesAt(school)) {
                    take(match->id);
                }
            }
        }
    }
    return found;
}

const Standing &Standings::of(const Uuid &person, Day day)
{
    return m_known.try_emplace({ person, day }, person, m_facts, day).first->second;
}

} // namespace domain
