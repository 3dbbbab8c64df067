// SPDX-License-Identifier: Apache-2.0
#include "src/domain/facts.h"

#include <algorithm>

namespace domain {

namespace v1 = cadre::v1;

namespace {

/// A day that is absent is open; one that does not read makes the record unusable.
bool readDay(const std::string &text, std::optional<Day> &day)
{
    day = parseDay(text);
    return text.empty() || day.has_value();
}

template <typename Map, typename Key>
const typename Map::mapped_type *find(const Map &map, const Key &key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

std::optional<OrganizationFact> factOf(const Uuid &id, const v1::Organization &organization)
{
    return OrganizationFact { .id = id,
                              .kind = organization.kind(),
                              .name = organization.name(),
                              .parent = Uuid::parse(organization.parent_id()) };
}

std::optional<ServiceFact> factOf(const Uuid &id, const v1::OrgService &service)
{
    const auto center = Uuid::parse(service.rcc_id());
    const auto state = Uuid::parse(service.sea_id());
    ServiceFact fact { .id = id };
    if (!center || !state || !readDay(service.from(), fact.from) || !readDay(service.to(), fact.to)) {
        return std::nullopt;
    }
    fact.center = *center;
    fact.state = *state;
    return fact;
}

std::optional<PersonFact> factOf(const Uuid &id, const v1::Person &person)
{
    const auto name = person.has_preferred() ? person.preferred() : person.given() + " " + person.family();
    return PersonFact { .id = id, .organization = Uuid::parse(person.org_id()).value_or(Uuid {}), .name = name };
}

std::optional<RoleFact> factOf(const Uuid &id, const v1::RoleAssignment &role)
{
    const auto person = Uuid::parse(role.person());
    const auto organization = Uuid::parse(role.scope_org());
    RoleFact fact { .id = id, .role = role.role() };
    if (!person || !organization || !readDay(role.from(), fact.from) || !readDay(role.to(), fact.to)) {
        return std::nullopt;
    }
    fact.person = *person;
    fact.organization = *organization;
    for (const auto &text : role.evaluates()) {
        if (const auto teacher = Uuid::parse(text)) {
            fact.evaluates.push_back(*teacher);
        }
    }
    return fact;
}

std::optional<MatchFact> factOf(const Uuid &id, const v1::MentorMatch &match)
{
    const auto mentor = Uuid::parse(match.mentor());
    const auto teacher = Uuid::parse(match.teacher());
    const auto school = Uuid::parse(match.school());
    MatchFact fact { .id = id, .status = match.status(), .monthlyMinutes = match.monthly_minutes() };
    if (!mentor || !teacher || !school || !readDay(match.from(), fact.from) || !readDay(match.to(), fact.to)) {
        return std::nullopt;
    }
    fact.mentor = *mentor;
    fact.teacher = *teacher;
    fact.school = *school;
    return fact;
}

} // namespace

bool MatchFact::holdsOn(Day day) const
{
    return holdsWithin(day, 0);
}

bool MatchFact::holdsWithin(Day day, int grace) const
{
    const bool runs = status == v1::MATCH_STATUS_ACTIVE || status == v1::MATCH_STATUS_PAUSED;
    const bool ended = status == v1::MATCH_STATUS_ENDED && to.has_value();
    if ((!runs && !ended) || !from || day < *from) {
        return false;
    }
    return !to || day <= *to + std::chrono::days(grace);
}

bool Facts::add(const Uuid &id, const record::Message &message)
{
    remove(message.GetDescriptor()->name(), id);
    if (const auto *organization = dynamic_cast<const v1::Organization *>(&message)) {
        const auto fact = factOf(id, *organization);
        m_organizations[id] = *fact;
        if (fact->parent) {
            m_children[*fact->parent].insert(id);
        }
        if (fact->kind == v1::ORGANIZATION_KIND_NATIONAL_PARTNER || fact->kind == v1::ORGANIZATION_KIND_ORGANIZER) {
            m_partners.insert(id);
        }
        return true;
    }
    if (const auto *service = dynamic_cast<const v1::OrgService *>(&message)) {
        const auto fact = factOf(id, *service);
        if (fact) {
            m_services[id] = *fact;
        }
        return fact.has_value();
    }
    if (const auto *person = dynamic_cast<const v1::Person *>(&message)) {
        m_persons[id] = *factOf(id, *person);
        return true;
    }
    if (const auto *role = dynamic_cast<const v1::RoleAssignment *>(&message)) {
        const auto fact = factOf(id, *role);
        if (fact) {
            m_roles[id] = *fact;
            m_rolesOfPerson[fact->person].insert(id);
        }
        return fact.has_value();
    }
    if (const auto *match = dynamic_cast<const v1::MentorMatch *>(&message)) {
        const auto fact = factOf(id, *match);
        if (fact) {
            m_matches[id] = *fact;
            m_matchesOfPerson[fact->mentor].insert(id);
            m_matchesOfPerson[fact->teacher].insert(id);
            m_matchesAt[fact->school].insert(id);
            seatThrough(id);
        }
        return fact.has_value();
    }
    return addSupport(id, message);
}

void Facts::remove(std::string_view typeName, const Uuid &id)
{
    if (const auto found = m_organizations.find(id); typeName == "Organization" && found != m_organizations.end()) {
        if (found->second.parent) {
            m_children[*found->second.parent].erase(id);
        }
        m_partners.erase(id);
        m_organizations.erase(found);
    } else if (const auto role = m_roles.find(id); typeName == "RoleAssignment" && role != m_roles.end()) {
        m_rolesOfPerson[role->second.person].erase(id);
        m_roles.erase(role);
    } else if (const auto match = m_matches.find(id); typeName == "MentorMatch" && match != m_matches.end()) {
        m_matchesOfPerson[match->second.mentor].erase(id);
        m_matchesOfPerson[match->second.teacher].erase(id);
        m_matchesAt[match->second.school].erase(id);
        m_matches.erase(match);
        seatThrough(id);
    } else if (typeName == "OrgService") {
        m_services.erase(id);
    } else if (typeName == "Person") {
        m_persons.erase(id);
    } else {
        removeSupport(typeName, id);
    }
}

bool Facts::isTaken(const Uuid &id) const
{
    return m_organizations.contains(id) || m_services.contains(id) || m_persons.contains(id) || m_roles.contains(id);
}

void Facts::setPrincipalsDontEvaluate(const Uuid &organization)
{
    m_principalsDontEvaluate.insert(organization);
}

const OrganizationFact *Facts::organization(const Uuid &id) const
{
    return find(m_organizations, id);
}

const PersonFact *Facts::person(const Uuid &id) const
{
    return find(m_persons, id);
}

const MatchFact *Facts::match(const Uuid &id) const
{
    return find(m_matches, id);
}

std::vector<RoleFact> Facts::rolesOf(const Uuid &person, Day day) const
{
    std::vector<RoleFact> roles;
    if (const auto *ids = find(m_rolesOfPerson, person)) {
        for (const auto &id : *ids) {
            const auto &role = m_roles.at(id);
            if (role.holdsOn(day)) {
                roles.push_back(role);
            }
        }
    }
    for (const auto *match : matchesOf(person)) {
        const auto role = match->mentor == person ? v1::ROLE_MT : v1::ROLE_BT;
        const auto same = [&](const RoleFact &held) { return held.role == role && held.organization == match->school; };
        if (match->holdsOn(day) && std::none_of(roles.begin(), roles.end(), same)) {
            roles.push_back({ .id = match->id,
                              .person = person,
                              .role = role,
                              .organization = match->school,
                              .from = match->from,
                              .to = match->to });
        }
    }
    return roles;
}

std::vector<const MatchFact *> Facts::matchesOf(const Uuid &person) const
{
    std::vector<const MatchFact *> matches;
    if (const auto *ids = find(m_matchesOfPerson, person)) {
        for (const auto &id : *ids) {
            matches.push_back(&m_matches.at(id));
        }
    }
    return matches;
}

std::vector<const MatchFact *> Facts::matchesAt(const Uuid &school) const
{
    std::vector<const MatchFact *> matches;
    if (const auto *ids = find(m_matchesAt, school)) {
        for (const auto &id : *ids) {
            matches.push_back(&m_matches.at(id));
        }
    }
    return matches;
}

std::vector<Uuid> Facts::lineOf(const Uuid &organization) const
{
    std::vector<Uuid> line;
    std::optional<Uuid> next = organization;
    while (next && std::find(line.begin(), line.end(), *next) == line.end()) {
        line.push_back(*next);
        const auto *fact = this->organization(*next);
        next = fact == nullptr ? std::nullopt : fact->parent;
    }
    return line;
}

std::vector<Uuid> Facts::below(const Uuid &organization) const
{
    std::vector<Uuid> found;
    std::set<Uuid> seen { organization };
    std::vector<Uuid> open { organization };
    while (!open.empty()) {
        const auto current = open.back();
        open.pop_back();
        if (const auto *children = find(m_children, current)) {
            for (const auto &child : *children) {
                if (seen.insert(child).second) {
                    found.push_back(child);
                    open.push_back(child);
                }
            }
        }
    }
    return found;
}

bool Facts::isAbove(const Uuid &upper, const Uuid &lower) const
{
    const auto line = lineOf(lower);
    return upper != lower && std::find(line.begin(), line.end(), upper) != line.end();
}

std::vector<Uuid> Facts::centersServing(const Uuid &organization, Day day) const
{
    const auto line = lineOf(organization);
    std::vector<Uuid> centers;
    for (const auto &[id, service] : m_services) {
        if (service.holdsOn(day) && std::find(line.begin(), line.end(), service.state) != line.end()) {
            centers.push_back(service.center);
        }
    }
    return centers;
}

bool Facts::evaluates(const Uuid &person, const Uuid &teacher, Day day) const
{
    if (person == teacher) {
        return false;
    }
    std::vector<RoleFact> teaching;
    for (const auto &role : rolesOf(teacher, day)) {
        if (role.role == v1::ROLE_BT) {
            teaching.push_back(role);
        }
    }
    for (const auto &role : rolesOf(person, day)) {
        if (std::find(role.evaluates.begin(), role.evaluates.end(), teacher) != role.evaluates.end()) {
            return true;
        }
        const auto here = [&](const RoleFact &place) { return place.organization == role.organization; };
        if (role.role == v1::ROLE_PR && principalsEvaluateAt(role.organization)
            && std::any_of(teaching.begin(), teaching.end(), here)) {
            return true;
        }
    }
    return false;
}

bool Facts::evaluatesAnybodyAt(const Uuid &person, const Uuid &organization, Day day) const
{
    const auto within = [&](const Uuid &place) { return place == organization || isAbove(organization, place); };
    for (const auto &role : rolesOf(person, day)) {
        if (role.role == v1::ROLE_PR && principalsEvaluateAt(role.organization) && within(role.organization)) {
            return true;
        }
        for (const auto &teacher : role.evaluates) {
            const auto roles = rolesOf(teacher, day);
            if (std::any_of(roles.begin(), roles.end(), [&](const auto &held) { return within(held.organization); })) {
                return true;
            }
        }
    }
    return false;
}

bool Facts::principalsEvaluateAt(const Uuid &school) const
{
    const auto line = lineOf(school);
    return std::none_of(line.begin(), line.end(),
                        [&](const Uuid &id) { return m_principalsDontEvaluate.contains(id); });
}

} // namespace domain
