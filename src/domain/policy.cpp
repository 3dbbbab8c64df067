// SPDX-License-Identifier: Apache-2.0
#include "src/domain/policy.h"

#include "src/domain/policy_standing.h"
#include "src/domain/policy_text.h"

#include <fmt/format.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace domain {

namespace pb = cadre::policy::v1;
namespace v1 = cadre::v1;

namespace {

class FirstError : public google::protobuf::io::ErrorCollector {
public:
    void AddError(int line, int column, const std::string &message) override
    {
        if (m_text.empty()) {
            m_text = fmt::format("line {}, column {}: {}", line + 1, column + 1, message);
        }
    }
    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    std::string m_text;
};

bool holds(const pb::ScopeRule &rule, std::string_view typeName)
{
    return std::find(rule.types().begin(), rule.types().end(), typeName) != rule.types().end();
}

bool isAboutTypesOfToday(const pb::WriteRule &writer, const pb::ScopeRule &rule)
{
    return std::any_of(writer.types().begin(), writer.types().end(), [&](const std::string &type) {
        return type == "*" ? !rule.types().empty() : holds(rule, type);
    });
}

std::string readSentence(bool mayRead, const Place &place)
{
    return mayRead ? fmt::format("This is kept by {}, and you belong there.", place.rule->holder())
                   : fmt::format("This is kept by {}. Ask them if you need to know.", place.rule->holder());
}

} // namespace

Policy Policy::fromText(const std::string &text)
{
    Policy policy;
    google::protobuf::TextFormat::Parser parser;
    FirstError errors;
    parser.RecordErrorsTo(&errors);
    if (!parser.ParseFromString(text, &policy.m_policy)) {
        throw std::invalid_argument("the policy does not read, " + errors.text());
    }
    std::set<int> kinds;
    for (const auto &rule : policy.m_policy.scopes()) {
        if (rule.kind() == v1::SCOPE_KIND_UNSPECIFIED || !kinds.insert(rule.kind()).second) {
            throw std::invalid_argument("the policy names the kind of '" + rule.name() + "' twice or not at all");
        }
        if (rule.key() == pb::KEY_KIND_UNSPECIFIED || rule.confidentiality() == pb::CONFIDENTIALITY_UNSPECIFIED) {
            throw std::invalid_argument("the policy gives '" + rule.name() + "' no key or no class");
        }
    }
    return policy;
}

const Policy &Policy::builtIn()
{
    static const Policy policy = fromText(policyText());
    return policy;
}

const pb::ScopeRule *Policy::rule(std::uint32_t kind) const
{
    for (const auto &rule : m_policy.scopes()) {
        if (static_cast<std::uint32_t>(rule.kind()) == kind) {
            return &rule;
        }
    }
    return nullptr;
}

bool Policy::isAboutSomebody(std::uint32_t kind) const
{
    constexpr std::array keys { pb::KEY_KIND_MATCH, pb::KEY_KIND_PERSON, pb::KEY_KIND_APPLICATION,
                                pb::KEY_KIND_ENROLMENT, pb::KEY_KIND_SHARE };
    const auto *known = rule(kind);
    return known != nullptr && known->confidentiality() >= pb::CONFIDENTIALITY_P2
        && std::find(keys.begin(), keys.end(), known->key()) != keys.end();
}

std::vector<Membership> Policy::membershipsOf(const Uuid &person, const Facts &facts, Day day) const
{
    const Standing standing(person, facts, day);
    std::vector<Membership> memberships;
    for (const auto &rule : m_policy.scopes()) {
        if (rule.types().empty()) {
            continue;
        }
        for (const auto &id : standing.candidates(rule)) {
            const auto place = Place::find(id, &rule, facts);
            if (!place
                || (place->match != nullptr
                    && !place->match->holdsWithin(day, static_cast<int>(rule.days_after_end())))) {
                continue;
            }
            Membership membership {
                .scope = id, .roles = {}, .mayWrite = false, .leaseDays = static_cast<int>(rule.read_lease_days())
            };
            bool reads = false;
            for (const auto &who : rule.readers()) {
                reads = standing.matches(who, *place, &membership.roles) || reads;
            }
            if (!reads) {
                continue;
            }
            for (const auto &writer : rule.writers()) {
                membership.mayWrite = membership.mayWrite
                    || (!writer.server() && isAboutTypesOfToday(writer, rule)
                        && std::any_of(writer.who().begin(), writer.who().end(),
                                       [&](const pb::Who &who) { return standing.matches(who, *place); }));
            }
            std::sort(membership.roles.begin(), membership.roles.end());
            memberships.push_back(std::move(membership));
        }
    }
    std::sort(memberships.begin(), memberships.end(), [](const auto &a, const auto &b) { return a.scope < b.scope; });
    return memberships;
}

bool Policy::mayRead(const Uuid &person, const ScopeId &scope, const Facts &facts, Day day, std::string *why) const
{
    const auto say = [&](bool answer, const std::string &sentence) {
        if (why != nullptr) {
            *why = sentence;
        }
        return answer;
    };
    const auto place = Place::find(scope, rule(scope.kind), facts);
    if (!place) {
        return say(false, "This place is not known here.");
    }
    if (place->match != nullptr && !place->match->holdsWithin(day, static_cast<int>(place->rule->days_after_end()))) {
        return say(false, "This pair is not working together at this time, so its pages are closed.");
    }
    const Standing standing(person, facts, day);
    const auto &readers = place->rule->readers();
    const bool reads =
        std::any_of(readers.begin(), readers.end(), [&](const pb::Who &who) { return standing.matches(who, *place); });
    if (!reads && place->teacher && standing.evaluatesTeacherOf(*place)) {
        return say(false, "Whoever evaluates a teacher does not read what she shares with her mentor.");
    }
    return say(reads, readSentence(reads, *place));
}

bool Policy::mayRelease(const Uuid &person, const ScopeId &scope, const Facts &facts, Day day) const
{
    const auto place = Place::find(scope, rule(scope.kind), facts);
    if (!place) {
        return false;
    }
    const Standing standing(person, facts, day);
    const auto &releasers = place->rule->releasers();
    return std::any_of(releasers.begin(), releasers.end(),
                       [&](const pb::Who &who) { return standing.matches(who, *place); });
}

std::set<cadre::v1::Role> Policy::rolesToInvite(const Uuid &person, const Uuid &organization, const Facts &facts,
                                                Day day) const
{
    const ScopeId people { .kind = cadre::v1::SCOPE_KIND_PEOPLE, .key = organization };
    const auto place = Place::find(people, rule(people.kind), facts);
    std::set<cadre::v1::Role> roles;
    if (!place) {
        return roles;
    }
    const Standing standing(person, facts, day);
    for (const auto &inviter : place->rule->inviters()) {
        const auto isNamed = [&](const pb::Who &who) { return standing.matches(who, *place); };
        if (std::any_of(inviter.who().begin(), inviter.who().end(), isNamed)) {
            for (const int role : inviter.roles()) {
                roles.insert(static_cast<cadre::v1::Role>(role));
            }
        }
    }
    return roles;
}

bool Policy::isServerWritten(const ScopeId &scope, std::string_view typeName) const
{
    const auto *found = rule(scope.kind);
    if (found == nullptr || !holds(*found, typeName)) {
        return false;
    }
    bool byServer = false;
    for (const auto &writer : found->writers()) {
        const bool named = std::any_of(writer.types().begin(), writer.types().end(),
                                       [&](const std::string &type) { return type == "*" || type == typeName; });
        if (named && !writer.server()) {
            return false;
        }
        byServer = byServer || named;
    }
    return byServer;
}

EvidenceView Policy::evidenceFor(const Uuid &person, const Uuid &id, const ScopeId &scope, const Facts &facts,
                                 Day day) const
{
    const auto *place = rule(scope.kind);
    EvidenceView view { .opens = mayRead(person, scope, facts, day),
                        .id = std::nullopt,
                        .heldBy = place == nullptr ? std::string() : place->holder() };
    if (view.opens) {
        view.id = id;
    }
    return view;
}

bool opensAPlace(std::string_view typeName)
{
    return typeName == "MentorMatch" || typeName == "TeacherEnrollment" || typeName == "NoteShare";
}

std::string whyNoMatch(const Uuid &mentor, const Uuid &teacher, const Facts &facts, Day day)
{
    if (mentor == teacher) {
        return "Mentor and teacher are the same person. Choose someone else as mentor.";
    }
    if (facts.evaluates(mentor, teacher, day)) {
        return "This mentor evaluates this teacher. Choose a mentor who does not, so that the teacher can speak "
               "freely.";
    }
    return {};
}

} // namespace domain
