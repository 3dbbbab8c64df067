// SPDX-License-Identifier: Apache-2.0
#include "sync/host/readable.h"

#include "sync/merge/change.h"

#include <algorithm>

namespace host {

namespace {

constexpr std::size_t mostPeople = 1000;

} // namespace

std::optional<std::size_t> Readable::Places::rankOf(const record::ScopeId &scope) const
{
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), std::pair { scope, std::size_t { 0 } });
    return found != sorted.end() && found->first == scope ? std::optional(found->second) : std::nullopt;
}

std::shared_ptr<const Readable::Places> Readable::of(const record::Uuid &person, Rules &rules)
{
    const auto version = rules.accessVersion();
    if (!version || *version != m_version || m_known.size() >= mostPeople) {
        m_known.clear();
        m_version = version.value_or(0);
    }
    if (const auto known = m_known.find(person); known != m_known.end()) {
        return known->second;
    }
    auto places = std::make_shared<Places>();
    places->number = ++m_number;
    cadre::sync::v1::PollResponse list;
    for (auto &membership : rules.memberships(person)) {
        places->scopes.push_back(merge::fromProto(membership.scope()).value_or(record::ScopeId {}));
        *list.add_memberships() = std::move(membership);
    }
    places->digest = merge::hash("cadre.memberships.v1", { list.SerializeAsString() });
    places->memberships.Swap(list.mutable_memberships());
    for (const auto &scope : places->scopes) {
        places->sorted.emplace_back(scope, places->sorted.size());
    }
    std::sort(places->sorted.begin(), places->sorted.end());
    m_known.emplace(person, places);
    return places;
}

} // namespace host
