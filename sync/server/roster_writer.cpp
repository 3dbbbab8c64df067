// SPDX-License-Identifier: Apache-2.0
#include "sync/server/roster_writer.h"

#include "sync/record/validation.h"
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

RosterWriter::RosterWriter(Academy &academy, const Actor &caller, RosterIdentities &identities, RosterPeople &people,
                           RosterRoles &roles)
    : m_academy(academy)
    , m_caller(caller)
    , m_identities(identities)
    , m_people(people)
    , m_roles(roles)
{
}

std::string RosterWriter::problemOf(const v1::Person &person) const
{
    const auto problems = record::validate(person);
    return problems.empty() ? std::string() : problems.front().sentence;
}

std::string RosterWriter::beyondSentence(const record::Uuid &id) const
{
    const auto role = m_roles.beyond(id);
    return role == v1::ROLE_UNSPECIFIED
        ? std::string()
        : fmt::format("This person is also {}, a role that you do not give, so nothing was changed.",
                      record::choiceLabel(*v1::Role_descriptor(), role));
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
    auto length = std::min(base.size(), longest);
    while (length > 0 && length < base.size() && (static_cast<unsigned char>(base[length]) & 0xC0U) == 0x80U) {
        --length; // Not within a letter.
    }
    base.resize(length);
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

RosterNews RosterWriter::add(const v1alpha::RosterPerson &told, const RosterWish &wish)
{
    const auto id = m_academy.newId();
    auto person = personOf({}, id, told, wish);
    person.set_sourced_id(told.sourced_id());
    if (const auto problem = problemOf(person); !problem.empty()) {
        return notTaken(problem);
    }
    write(id, person, wish);
    const auto news = m_roles.follow(id, wish);
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
    auto after = personOf(*before, id, told, wish);
    if (!why.empty()) {
        after.set_sourced_id(told.sourced_id());
    }
    if (const auto problem = problemOf(after); !problem.empty()) {
        return notTaken(problem);
    }
    auto news = changedFields(*before, after);
    if (!why.empty()) {
        m_identities.keep(Kind::Person, told.sourced_id(), id);
        news.insert(news.begin(), why);
    }
    write(id, after, wish);
    for (auto &one : m_roles.follow(id, wish)) {
        news.push_back(std::move(one));
    }
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
    if (!before || (!before->active() && !m_roles.hasAny(id))) {
        return {};
    }
    m_roles.endAll(id);
    auto person = *before;
    person.set_active(false);
    write(id, person, {});
    if (const auto account = m_academy.accounts().of(id)) {
        m_academy.accounts().endInvites(account->login);
    }
    const auto pairs = m_roles.pairsOf(id);
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
