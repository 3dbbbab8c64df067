// SPDX-License-Identifier: Apache-2.0
#include "src/domain/drop_box.h"

#include "cadre/v1/request.pb.h"

#include <algorithm>

namespace domain {

namespace v1 = cadre::v1;

namespace {

constexpr std::uint32_t safetyNotices = 1;
constexpr std::uint32_t supportRequests = 3;

std::optional<ScopeId> boxAt(v1::ScopeKind kind, const std::string &key, std::uint32_t purpose = 0)
{
    const auto id = Uuid::parse(key);
    return id ? std::optional(ScopeId { .kind = static_cast<std::uint32_t>(kind), .key = *id, .purpose = purpose })
              : std::nullopt;
}

bool isMemberAt(const Uuid &person, const Uuid &organization, const Facts &facts, Day day)
{
    const auto roles = facts.rolesOf(person, day);
    return std::any_of(roles.begin(), roles.end(), [&](const RoleFact &role) {
        const auto line = facts.lineOf(role.organization);
        return std::find(line.begin(), line.end(), organization) != line.end();
    });
}

} // namespace

std::optional<ScopeId> dropBoxOf(const record::Message &message)
{
    if (const auto *notice = dynamic_cast<const v1::SafetyNotice *>(&message)) {
        return boxAt(v1::SCOPE_KIND_INBOX, notice->to_organization(), safetyNotices);
    }
    if (const auto *request = dynamic_cast<const v1::SupportRequest *>(&message)) {
        return boxAt(v1::SCOPE_KIND_INBOX, request->to_organization(), supportRequests);
    }
    if (const auto *request = dynamic_cast<const v1::MatchChangeRequest *>(&message)) {
        return boxAt(v1::SCOPE_KIND_MATCH_REQUEST, request->pair());
    }
    return std::nullopt;
}

std::string whyNotHandedIn(const Uuid &person, const record::Message &message, const Facts &facts, Day day)
{
    const auto box = dropBoxOf(message);
    if (!box) {
        return {};
    }
    if (box->kind == v1::SCOPE_KIND_INBOX) {
        return isMemberAt(person, box->key, facts, day)
            ? std::string()
            : "This goes to the people whom you work with. Choose your own school or district.";
    }
    const auto *match = facts.match(box->key);
    const bool isOfPair = match != nullptr && (match->mentor == person || match->teacher == person)
        && match->holdsWithin(day, lateWorkDays);
    return isOfPair ? std::string() : "Only mentor and teacher ask for another match. Choose one of your own pairs.";
}

} // namespace domain
