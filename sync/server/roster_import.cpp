// SPDX-License-Identifier: Apache-2.0
#include "sync/server/roster_import.h"

#include "src/domain/roster_role.h"
#include "sync/record/validation.h"
#include "sync/server/membership.h"
#include "sync/server/problem.h"

#include <fmt/format.h>

#include <algorithm>

namespace server {

namespace {

namespace v1 = cadre::v1;
namespace v1alpha = cadre::sync::v1alpha;

using Kind = RosterIdentities::Kind;

constexpr int mostPeople = 20000;
constexpr int mostOrganizations = 2000;
constexpr std::size_t longestText = 200;

std::string nameOf(const v1::Person &person)
{
    return person.given() + " " + person.family();
}

bool fits(const v1alpha::ImportRosterRequest &request)
{
    const auto isId = [](const std::string &id) { return !id.empty() && id.size() <= longestText; };
    return request.people_size() <= mostPeople && request.organizations_size() <= mostOrganizations
        && request.source().size() <= longestText
        && std::all_of(request.people().begin(), request.people().end(),
                       [&](const auto &one) { return isId(one.sourced_id()) && one.roles_size() <= 100; })
        && std::all_of(request.organizations().begin(), request.organizations().end(),
                       [&](const auto &one) { return isId(one.sourced_id()); });
}

const v1alpha::ImportRosterRequest &checked(const v1alpha::ImportRosterRequest &request)
{
    if (!fits(request)) {
        throw Problem(Code::InvalidArgument,
                      "This roster is larger than one that can be taken in at once: 20,000 people and 2,000 "
                      "organizations. Export the schools one by one.");
    }
    return request;
}

} // namespace

RosterImport::RosterImport(Academy &academy, const EnrolledDevice &caller, const v1alpha::ImportRosterRequest &request)
    : m_academy(academy)
    , m_request(checked(request))
    , m_caller { caller.person, caller.site }
    , m_reach(academy.membership(), caller.person, request.district())
    , m_identities(academy.database(), m_reach.root(), request.source())
    , m_people(academy.records(), m_reach)
    , m_organizations(academy, m_reach, m_identities)
{
}

v1alpha::ImportRosterResponse RosterImport::run()
{
    m_organizations.take(m_request, m_caller.person, m_response);
    if (m_response.lines_size() > 0) {
        m_academy.settle();
        m_reach.lookAgain();
    }
    m_roles.emplace(m_academy, m_caller, m_reach, m_identities, m_organizations);
    m_writer.emplace(m_academy, m_caller, m_identities, m_people, *m_roles);
    for (const auto &told : m_request.people()) {
        take(told);
    }
    if (m_request.is_whole()) {
        takeMissing();
    }
    tellUnmatched();
    return std::move(m_response);
}

RosterWish RosterImport::wishOf(const v1alpha::RosterPerson &told, std::string &whyNot)
{
    RosterWish wish;
    wish.areAll = told.has_all_roles();
    const auto today = domain::dayText(m_academy.membership().today());
    for (const auto &role : told.roles()) {
        const auto organization = m_organizations.find(role.organization());
        if (!organization) {
            ++m_unmatched[role.organization()];
            continue;
        }
        const auto given = domain::roleOfRoster(role.word(), m_organizations.kindOf(*organization));
        const bool hasDays =
            (role.from().empty() || record::isDay(role.from())) && (role.to().empty() || record::isDay(role.to()));
        if (given == v1::ROLE_UNSPECIFIED || !hasDays) {
            whyNot = "The academy has no such role at that kind of organization.";
        } else if (!m_reach.mayGive(*organization, given)) {
            whyNot = fmt::format("{} is a role that you do not give; ask the district's M&I lead.",
                                 record::choiceLabel(*v1::Role_descriptor(), given));
        } else if (role.leaves()) {
            wish.end.push_back({ *organization, given, {}, {} });
        } else if (role.to().empty() || role.to() >= today) {
            const bool isThere = std::any_of(wish.give.begin(), wish.give.end(), [&](const RosterWish::Role &one) {
                return one.organization == *organization && one.role == given;
            });
            if (!isThere) {
                wish.give.push_back({ *organization, given, role.from(), role.to() });
            }
        }
    }
    return wish;
}

void RosterImport::take(const v1alpha::RosterPerson &told)
{
    const auto known = m_identities.find(Kind::Person, told.sourced_id());
    if (known && !m_seen.insert(*known).second) {
        tell(told, v1alpha::ROSTER_OUTCOME_NOT_TAKEN, "An earlier row is about the same person.");
        return;
    }
    if (told.leaves()) {
        if (known) {
            tell(*known, told, m_writer->end(*known));
        }
        return;
    }
    std::string whyNot;
    const auto wish = wishOf(told, whyNot);
    if (known && (!wish.give.empty() || m_roles->hasGiven(*known))) {
        tell(*known, told, m_writer->update(*known, told, wish, {}));
        return;
    }
    if (wish.give.empty()) {
        if (!whyNot.empty()) {
            tell(told, v1alpha::ROSTER_OUTCOME_NOT_TAKEN, whyNot);
        }
        return;
    }
    if (!told.is_named()) {
        tell(told, v1alpha::ROSTER_OUTCOME_NOT_TAKEN, "No earlier roster says who this is.");
        return;
    }
    const auto found = find(told);
    if (found.match == Match::Found) {
        m_seen.insert(found.id);
        tell(found.id, told, m_writer->update(found.id, told, wish, found.why));
    } else if (found.match == Match::New) {
        const auto news = m_writer->add(told, wish);
        const auto added = m_identities.find(Kind::Person, told.sourced_id());
        if (added) {
            m_seen.insert(*added);
        }
        tell(added.value_or(record::Uuid {}), told, news);
    }
}

RosterImport::Found RosterImport::find(const v1alpha::RosterPerson &told)
{
    const auto same = m_people.withIdentifier(told.identifier());
    if (same.empty()) {
        return findByEmail(told, m_people.withEmail(told.email()));
    }
    if (same.size() == 1 && m_identities.sourcedIdOf(same.front()).empty()) {
        return { Match::Found, same.front(), "known here by the same staff number" };
    }
    tell(told, v1alpha::ROSTER_OUTCOME_NOT_TAKEN,
         same.size() > 1 ? "Several people here have this staff number."
                         : "Somebody else in the roster has this staff number.");
    return { Match::Stopped, {}, {} };
}

RosterImport::Found RosterImport::findByEmail(const v1alpha::RosterPerson &told,
                                              const std::vector<record::Uuid> &candidates)
{
    if (candidates.empty() || told.decision() == v1alpha::ROSTER_DECISION_APART) {
        return {};
    }
    const auto other = candidates.front();
    const bool isOpen = candidates.size() == 1 && m_identities.sourcedIdOf(other).empty();
    if (isOpen && told.decision() == v1alpha::ROSTER_DECISION_SAME) {
        return { Match::Found, other, "known here by the same e-mail" };
    }
    const auto person = m_people.find(other);
    const auto name = person ? nameOf(*person) : std::string("somebody");
    tell(told, v1alpha::ROSTER_OUTCOME_ASKED,
         isOpen ? fmt::format("{} here has the same e-mail. Say whether they are the same person, or two.", name)
                : fmt::format("{} has the same e-mail and is in the roster already. Say that they are two, or correct "
                              "the roster.",
                              name));
    return { Match::Stopped, {}, {} };
}

void RosterImport::takeMissing()
{
    for (const auto &[sourcedId, id] : m_identities.people()) {
        if (m_seen.contains(id) || !m_roles->hasAtNamed(id)) {
            continue;
        }
        v1alpha::RosterPerson gone;
        gone.set_sourced_id(sourcedId);
        if (m_request.end_missing()) {
            tell(id, gone, m_writer->end(id));
        } else {
            tell(id, gone,
                 { v1alpha::ROSTER_OUTCOME_ASKED,
                   "No longer in the roster. Say whether those who are missing have left.", false });
        }
    }
}

void RosterImport::tellUnmatched()
{
    for (const auto &[sourcedId, count] : m_unmatched) {
        const auto *told = m_organizations.told(sourcedId);
        auto &line = *m_response.add_lines();
        line.set_is_organization(true);
        line.set_sourced_id(sourcedId);
        line.set_outcome(v1alpha::ROSTER_OUTCOME_ASKED);
        const auto who = count == 1 ? std::string("one person is") : fmt::format("{} people are", count);
        if (told == nullptr) {
            line.set_sentence(fmt::format("The roster does not tell what this is; {} left out.", who));
            continue;
        }
        line.set_row(told->row());
        line.set_name(told->name());
        line.set_sentence(fmt::format("No organization where you invite people has this name or number; {} left out. "
                                      "Say which it is{}.",
                                      who, m_reach.mayAddSchools() ? ", or that new schools are to be added" : ""));
    }
}

void RosterImport::tell(const v1alpha::RosterPerson &told, v1alpha::RosterOutcome outcome, const std::string &sentence)
{
    auto &line = *m_response.add_lines();
    line.set_outcome(outcome);
    line.set_row(told.row());
    line.set_sourced_id(told.sourced_id());
    line.set_name(told.is_named() ? told.given() + " " + told.family() : std::string());
    line.set_sentence(sentence);
}

void RosterImport::tell(const record::Uuid &id, const v1alpha::RosterPerson &told, const RosterNews &news)
{
    const auto person = m_people.find(id);
    const auto account = m_academy.accounts().of(id);
    const bool isTaken = news.outcome != v1alpha::ROSTER_OUTCOME_NOT_TAKEN;
    if (news.outcome == v1alpha::ROSTER_OUTCOME_UNSPECIFIED) {
        m_response.set_unchanged(m_response.unchanged() + 1);
    } else {
        tell(told, news.outcome, news.sentence);
        if (!told.is_named() && person) {
            m_response.mutable_lines()->rbegin()->set_name(nameOf(*person));
        }
    }
    // Whoever is in a pair has notes to read: with her code somebody else would.
    const bool hasSecrets = !m_academy.membership().facts().matchesOf(id).empty();
    const bool mayEnroll = isTaken && !hasSecrets && account && !account->suspended && person && person->active();
    const bool isWaiting = mayEnroll && !m_academy.accounts().hasEnrolled(account->login);
    if (!m_request.preview() && isWaiting && (news.needsInvite || m_request.renew_invites())) {
        invite(id);
    }
}

void RosterImport::invite(const record::Uuid &id)
{
    const auto account = m_academy.accounts().of(id);
    const auto person = m_people.find(id);
    auto &invite = *m_response.add_invites();
    invite.set_name(nameOf(*person));
    if (const auto organization = record::Uuid::parse(person->org_id())) {
        invite.set_organization(m_organizations.nameOf(*organization));
    }
    invite.set_login(account->login);
    invite.set_invite(m_academy.accounts().invite(account->login, Accounts::longestInviteHours, m_caller));
    m_response.set_invites_until(m_academy.now() + std::int64_t { Accounts::longestInviteHours } * 60 * 60 * 1000);
}

} // namespace server
