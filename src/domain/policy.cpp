// SPDX-License-Identifier: Apache-2.0
#include "src/domain/policy.h"

#include "cadre/v1/check_in.pb.h"
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

std::optional<Uuid> idIn(const std::string &text)
{
    return Uuid::parse(text);
}

ScopeId scopeOf(v1::ScopeKind kind, const Uuid &key)
{
    return { .kind = static_cast<std::uint32_t>(kind), .key = key };
}

std::optional<Uuid> districtOf(const Uuid &organization, const Facts &facts)
{
    for (const auto &id : facts.lineOf(organization)) {
        const auto *fact = facts.organization(id);
        if (fact != nullptr && fact->kind == v1::ORGANIZATION_KIND_LEA) {
            return id;
        }
    }
    return std::nullopt;
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

bool Policy::isProjected(std::string_view typeName)
{
    constexpr std::array<std::string_view, 6> projected { "MentorMatch", "TeacherEnrollment", "NoteShare",
                                                          "Person",      "RoleAssignment",    "ActionItem" };
    return std::find(projected.begin(), projected.end(), typeName) != projected.end();
}

std::vector<ScopeId> Policy::projectionsOf(std::string_view typeName, const Uuid &id, const record::Message &message,
                                           const ScopeId &home, const Facts &facts, Day day) const
{
    std::set<ScopeId> places;
    if (!isProjected(typeName)) {
        return {};
    }
    if (const auto *match = dynamic_cast<const v1::MentorMatch *>(&message);
        match != nullptr && typeName == "MentorMatch") {
        places.insert(scopeOf(v1::SCOPE_KIND_PAIR_LOG, id));
        places.insert(scopeOf(v1::SCOPE_KIND_PAIR, id));
        const auto school = idIn(match->school());
        if (const auto district = school ? districtOf(*school, facts) : std::nullopt) {
            places.insert(scopeOf(v1::SCOPE_KIND_DISTRICT_TEAM, *district));
        }
    } else if (const auto *enrollment = dynamic_cast<const v1::TeacherEnrollment *>(&message)) {
        const auto school = idIn(enrollment->school());
        if (const auto district = school ? districtOf(*school, facts) : std::nullopt) {
            places.insert(scopeOf(v1::SCOPE_KIND_DISTRICT_TEAM, *district));
        }
    } else if (typeName == "NoteShare") {
        places.insert(scopeOf(v1::SCOPE_KIND_SHARE, id));
    } else if (const auto *person = dynamic_cast<const v1::Person *>(&message)) {
        if (const auto organization = idIn(person->org_id())) {
            places.insert(scopeOf(v1::SCOPE_KIND_PEOPLE, *organization));
        }
        for (const auto &role : facts.rolesOf(id, day)) {
            places.insert(scopeOf(v1::SCOPE_KIND_PEOPLE, role.organization));
        }
    } else if (const auto *role = dynamic_cast<const v1::RoleAssignment *>(&message)) {
        if (const auto organization = idIn(role->scope_org())) {
            places.insert(scopeOf(v1::SCOPE_KIND_PEOPLE, *organization));
        }
        const auto holder = idIn(role->person());
        const auto *fact = holder ? facts.person(*holder) : nullptr;
        if (fact != nullptr && !fact->organization.isNull()) {
            places.insert(scopeOf(v1::SCOPE_KIND_PEOPLE, fact->organization));
        }
    } else if (const auto *action = dynamic_cast<const v1::ActionItem *>(&message)) {
        const auto owner = idIn(action->owner());
        const auto *place = rule(home.kind);
        // Only from working records: what a pair writes never leaves it by naming an owner.
        if (owner && place != nullptr && place->confidentiality() == pb::CONFIDENTIALITY_P1
            && !mayRead(*owner, home, facts, day)) {
            places.insert(scopeOf(v1::SCOPE_KIND_PERSON, *owner));
        }
    }
    places.erase(home);
    return { places.begin(), places.end() };
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

bool isLeaseOpen(int leaseDays, Day lastContact, Day day)
{
    return leaseDays == 0 || daysBetween(lastContact, day) <= leaseDays;
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
