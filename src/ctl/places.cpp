// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/places.h"

#include "sync/merge/change.h"

#include <fmt/format.h>

#include <set>

namespace ctl {

namespace {

/// Ids that the record names, and what the places of the records behind them belong to.
std::set<record::Uuid> keysNamedBy(Session &session, const record::RecordType &type, const record::Message &message)
{
    std::set<record::Uuid> keys;
    const auto &descriptor = type.descriptor();
    for (int i = 0; i < descriptor.field_count(); ++i) {
        const auto *field = descriptor.field(i);
        const auto &target = record::rulesOf(*field).references();
        if (target.empty() || field->is_repeated())
            continue;
        const auto id = record::Uuid::parse(message.GetReflection()->GetString(message, field));
        if (!id)
            continue;
        keys.insert(*id);
        if (!session.catalogue().byName(target))
            continue;
        const auto referenced = session.device().get(target, *id);
        if (referenced && !referenced->key.scope.key.isNull())
            keys.insert(referenced->key.scope.key);
    }
    return keys;
}

std::string listed(const std::vector<record::ScopeId> &places)
{
    constexpr std::size_t shown = 12;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < places.size() && i < shown; ++i)
        texts.push_back(places[i].text());
    const auto more = places.size() > shown ? fmt::format(" and {} more", places.size() - shown) : std::string();
    return fmt::format("{}{}", fmt::join(texts, ", "), more);
}

} // namespace

record::ScopeId placeFor(Session &session, const record::RecordType &type, const record::Message &message)
{
    std::vector<record::ScopeId> candidates;
    for (const auto &membership : session.device().memberships()) {
        const auto scope = merge::fromProto(membership.scope());
        if (scope && membership.may_write() && type.livesIn(scope->kind))
            candidates.push_back(*scope);
    }
    if (candidates.empty())
        throw WrongUse(fmt::format("This device knows no place where you may write a {}; sync first, or name one with "
                                   "--scope.",
                                   type.name()));
    if (candidates.size() > 1 && type.onlyScopeKind() != 0) {
        const auto keys = keysNamedBy(session, type, message);
        std::vector<record::ScopeId> named;
        for (const auto &candidate : candidates) {
            if (keys.contains(candidate.key))
                named.push_back(candidate);
        }
        if (!named.empty())
            candidates = named;
    }
    if (candidates.size() == 1)
        return candidates.front();
    throw WrongUse(fmt::format("A {} may go into {}; say which with --scope.", type.name(), listed(candidates)));
}

} // namespace ctl
