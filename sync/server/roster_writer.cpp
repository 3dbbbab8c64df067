// SPDX-License-Identifier: Apache-2.0
#include "sync/server/roster_writer.h"

#include "sync/record/validation.h"
#include "sync/server/membership.h"
#include "sync/server/role_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace server {

namespace {

namespace v1 = cadre::v1;
namespace v1alpha = cadre::sync::v1alpha;

using Kind = RosterIdentities::Kind;

RosterNews notTaken(std::string sentence)
{
    return { v1alpha::ROSTER_OUTCOME_NOT_TAKEN, std::move(sentence), false };
}

std::vector<std::string> changedFields(const v1::Person &before, const v1::Person &after)
{
    std::vector<std::string> fields;
    const auto *reflection = after.GetReflection();
    for (int i = 0; i < after.GetDescriptor()->field_count(); ++i) {
        const auto *field = after.GetDescriptor()->field(i);
        // Of its id in the roster nobody but the roster takes notice.
        if (field->cpp_type() == record::FieldDescriptor::CPPTYPE_STRING && field->name() != "sourced_id"
            && reflection->GetString(before, field) != reflection->GetString(after, field)) {
            fields.push_back(record::labelOf(*field));
        }
    }
    if (before.active() != after.active()) {
        fields.emplace_back("here again");
    }
    return fields;
}

} // namespace

RosterWriter::RosterWriter(Academy &academy, const Actor &caller, const RosterReach &reach,
                           RosterIdentities &identities, RosterPeople &people, const RosterOrganizations &organizations)
    : m_academy(academy)
    , m_caller(caller)
    , m_reach(reach)
    , m_identities(identities)
    , m_people(people)
    , m_organizations(organizations)
    , m_today(domain::dayText(academy.membership().today()))
{
    for (const auto &[organization, roles] : reach.organizations()) {
        store::Query query;
        query.type = "RoleAssignment";
        query.scope = peopleOf(organization);
        for (const auto &stored : academy.records().list(query)) {
            Held held { stored.key.id, static_cast<const v1::RoleAssignment &>(*stored.message), organization };
            const auto person = record::Uuid::parse(held.assignment.person());
            if (stored.alive && person && !isOver(held)) {
                m_held[*person].push_back(std::move(held));
            }
        }
    }
}

bool RosterWriter::isOver(const Held &held) const
{
    return !held.assignment.to().empty() && held.assignment.to() < m_today;
}

bool RosterWriter::hasGivenRole(const record::Uuid &id) const
{
    const auto found = m_held.find(id);
    return found != m_held.end() && std::any_of(found->second.begin(), found->second.end(), [this](const Held &held) {
               return m_identities.isGiven(held.id);
           });
}

bool RosterWriter::worksAtNamed(const record::Uuid &id) const
{
    const auto found = m_held.find(id);
    return found != m_held.end() && std::any_of(found->second.begin(), found->second.end(), [this](const Held &held) {
               return m_organizations.isNamed(held.organization);
           });
}

std::string RosterWriter::label(v1::Role role, const record::Uuid &organization) const
{
    return fmt::format("{} at {}", record::choiceLabel(*v1::Role_descriptor(), role),
                       m_organizations.nameOf(organization));
}

std::string RosterWriter::problemOf(const v1::Person &person) const
{
    const auto problems = record::validate(person);
    return problems.empty() ? std::string() : problems.front().sentence;
}

std::string RosterWriter::beyondSentence(const record::Uuid &id) const
{
    const auto role = m_reach.beyond(id);
    return role ? fmt::format("This person is also {}, a role that you do not give, so nothing was changed.",
                              record::choiceLabel(*v1::Role_descriptor(), role->role))
                : std::string();
}

v1::Person RosterWriter::personOf(v1::Person person, const record::Uuid &id, const v1alpha::RosterPerson &told,
                                  const RosterWish &wish) const
{
    if (told.is_named()) {
        person.set_given(told.given());
        person.set_family(told.family());
        if (!told.preferred().empty()) {
            person.set_preferred(told.preferred());
        }
        if (!told.identifier().empty()) {
            person.set_identifier(told.identifier());
        }
        const auto others = m_people.withEmail(told.email());
        const bool isHers =
            std::all_of(others.begin(), others.end(), [&](const record::Uuid &other) { return other == id; });
        if (!told.email().empty() && isHers) {
            person.set_email(told.email());
        }
    }
    person.set_sourced_id(told.sourced_id());
    if (!wish.give.empty()) {
        person.set_active(true);
        const bool stays = std::any_of(wish.give.begin(), wish.give.end(), [&](const RosterWish::Role &role) {
            return role.organization.text() == person.org_id();
        });
        if (!stays) {
            person.set_org_id(wish.give.front().organization.text());
        }
    }
    return person;
}

std::string RosterWriter::loginFor(const v1alpha::RosterPerson &told) const
{
    const auto isFree = [this](const std::string &login) {
        return Accounts::isLogin(login) && !m_academy.accounts().knows(login);
    };
    for (const auto &login : { told.login(), told.email() }) {
        if (isFree(login)) {
            return login;
        }
    }
    auto base = Accounts::isLogin(told.login()) ? told.login() : told.given() + "." + told.family();
    std::erase_if(base, [](unsigned char c) { return c <= 0x20 || c == 0x7F; });
    constexpr std::size_t longest = 90;
    // Not within a letter: a login is text.
    while (base.size() > longest
           || (!base.empty() && (static_cast<unsigned char>(base.back()) & 0xC0U) == 0x80U && base.size() == longest)) {
        base.pop_back();
    }
    auto login = base;
    for (int n = 2; !isFree(login); ++n) {
        login = fmt::format("{}-{}", base, n);
    }
    return login;
}

void RosterWriter::write(const record::Uuid &id, const v1::Person &person, const RosterWish &wish)
{
    auto places = m_people.placesOf(id);
    if (const auto organization = record::Uuid::parse(person.org_id())) {
        places.insert(peopleOf(*organization));
    }
    for (const auto &role : wish.give) {
        places.insert(peopleOf(role.organization));
    }
    for (const auto &place : places) {
        m_academy.author().write(place, "Person", id, person, m_caller.person, m_academy.now());
    }
    m_people.put(id, person);
}

void RosterWriter::write(const Held &held)
{
    m_academy.author().write(peopleOf(held.organization), "RoleAssignment", held.id, held.assignment, m_caller.person,
                             m_academy.now());
}

void RosterWriter::give(const record::Uuid &person, const RosterWish::Role &wish, std::vector<std::string> &news)
{
    auto &held = m_held[person];
    const auto found = std::find_if(held.begin(), held.end(), [&](const Held &one) {
        return one.organization == wish.organization && one.assignment.role() == wish.role;
    });
    if (found != held.end()) {
        const bool isGiven = m_identities.isGivenByAny(found->id);
        if (isGiven) {
            m_identities.noteGiven(found->id); // It is this source's from now on.
        }
        if (isGiven && found->assignment.to() != wish.to) {
            found->assignment.set_to(wish.to);
            if (wish.to.empty()) {
                found->assignment.clear_to();
            }
            write(*found);
            news.push_back(label(wish.role, wish.organization) + (wish.to.empty() ? " goes on" : " until " + wish.to));
        }
        return;
    }
    Held one { m_academy.newId(), {}, wish.organization };
    one.assignment.set_person(person.text());
    one.assignment.set_role(wish.role);
    one.assignment.set_scope_org(wish.organization.text());
    one.assignment.set_from(std::max(wish.from, m_today));
    if (!wish.to.empty()) {
        one.assignment.set_to(wish.to);
    }
    write(one);
    m_identities.noteGiven(one.id);
    held.push_back(std::move(one));
    news.push_back(label(wish.role, wish.organization));
    if (wish.role == v1::ROLE_PR && pairsOf(person) > 0) {
        news.emplace_back("which closes the pairs that this person is in, since a principal evaluates");
    }
}

std::ptrdiff_t RosterWriter::pairsOf(const record::Uuid &person) const
{
    const auto matches = m_academy.membership().facts().matchesOf(person);
    return std::count_if(matches.begin(), matches.end(), [this](const domain::MatchFact *match) {
        return match->holdsOn(m_academy.membership().today());
    });
}

void RosterWriter::end(Held &held)
{
    endBefore(held.assignment, m_academy.membership().today());
    write(held);
}

RosterNews RosterWriter::add(const v1alpha::RosterPerson &told, const RosterWish &wish)
{
    const auto id = m_academy.newId();
    const auto person = personOf({}, id, told, wish);
    if (const auto problem = problemOf(person); !problem.empty()) {
        return notTaken(problem);
    }
    write(id, person, wish);
    std::vector<std::string> news;
    for (const auto &role : wish.give) {
        give(id, role, news);
    }
    m_academy.accounts().add(loginFor(told), id, m_caller);
    m_identities.keep(Kind::Person, told.sourced_id(), id);
    return { v1alpha::ROSTER_OUTCOME_ADDED, fmt::format("{}.", fmt::join(news, ", ")), true };
}

RosterNews RosterWriter::update(const record::Uuid &id, const v1alpha::RosterPerson &told, const RosterWish &wish,
                                const std::string &why)
{
    if (auto sentence = beyondSentence(id); !sentence.empty()) {
        return notTaken(std::move(sentence));
    }
    const auto before = m_people.find(id);
    if (!before) {
        return notTaken("The academy no longer holds this person's record. Ask whoever runs the server.");
    }
    const auto after = personOf(*before, id, told, wish);
    if (const auto problem = problemOf(after); !problem.empty()) {
        return notTaken(problem);
    }
    auto news = changedFields(*before, after);
    if (!why.empty()) {
        m_identities.keep(Kind::Person, told.sourced_id(), id);
        news.insert(news.begin(), why);
    }
    write(id, after, wish);
    for (const auto &role : wish.give) {
        give(id, role, news);
    }
    auto &held = m_held[id];
    for (auto &one : held) {
        const auto is = [&](const RosterWish::Role &role) {
            return role.organization == one.organization && role.role == one.assignment.role();
        };
        const bool goes = wish.areAll ? std::none_of(wish.give.begin(), wish.give.end(), is)
                                      : std::any_of(wish.end.begin(), wish.end.end(), is);
        if (goes && m_identities.isGiven(one.id)) {
            end(one);
            news.push_back(label(one.assignment.role(), one.organization) + " ends");
        }
    }
    std::erase_if(held, [this](const Held &one) { return isOver(one); });
    const bool isNewHere = !m_academy.accounts().of(id).has_value();
    if (isNewHere) {
        m_academy.accounts().add(loginFor(told), id, m_caller);
    }
    if (news.empty()) {
        return {};
    }
    return { v1alpha::ROSTER_OUTCOME_CHANGED, fmt::format("{}.", fmt::join(news, ", ")),
             isNewHere || (!before->active() && after.active()) };
}

RosterNews RosterWriter::end(const record::Uuid &id)
{
    if (auto sentence = beyondSentence(id); !sentence.empty()) {
        return notTaken(std::move(sentence));
    }
    const auto before = m_people.find(id);
    auto &held = m_held[id];
    if (!before || (!before->active() && held.empty())) {
        return {};
    }
    for (auto &one : held) {
        end(one);
    }
    held.clear();
    auto person = *before;
    person.set_active(false);
    write(id, person, {});
    if (const auto account = m_academy.accounts().of(id)) {
        m_academy.accounts().endInvites(account->login);
    }
    const auto pairs = pairsOf(id);
    std::string sentence = "The roles here end; what is this person's own stays.";
    if (pairs > 0) {
        sentence +=
            fmt::format(" {} not ended by a roster: the school's M&I lead ends {}.",
                        pairs == 1 ? "A match that is in force is" : fmt::format("{} matches in force are", pairs),
                        pairs == 1 ? "it" : "them");
    }
    return { v1alpha::ROSTER_OUTCOME_ENDED, std::move(sentence), false };
}

} // namespace server
