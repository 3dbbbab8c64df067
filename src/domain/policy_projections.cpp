// SPDX-License-Identifier: Apache-2.0
// Where the server writes a read-only copy of what has its home elsewhere.
#include "src/domain/drop_box.h"
#include "src/domain/policy.h"
#include "cadre/v1/check_in.pb.h"
#include "cadre/v1/sanctioned_time.pb.h"

#include <algorithm>
#include <array>

namespace domain {

namespace pb = cadre::policy::v1;
namespace v1 = cadre::v1;

namespace {

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

} // namespace

bool Policy::isProjected(std::string_view typeName)
{
    constexpr std::array<std::string_view, 10> projected { "MentorMatch",   "TeacherEnrollment", "NoteShare",
                                                           "Person",        "RoleAssignment",    "ActionItem",
                                                           "SafetyNotice",  "SupportRequest",    "MatchChangeRequest",
                                                           "SanctionedSlot" };
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
    } else if (const auto *slot = dynamic_cast<const v1::SanctionedSlot *>(&message)) {
        const auto match = idIn(slot->match_id());
        const auto *fact = match ? facts.match(*match) : nullptr;
        if (fact != nullptr && fact->school == home.key) {
            places.insert(scopeOf(v1::SCOPE_KIND_PAIR_LOG, *match));
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
    if (const auto box = dropBoxOf(message)) {
        places.insert(*box);
    }
    places.erase(home);
    return { places.begin(), places.end() };
}

} // namespace domain
