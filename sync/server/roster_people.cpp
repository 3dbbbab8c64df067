// SPDX-License-Identifier: Apache-2.0
#include "sync/server/roster_people.h"

#include "sync/server/role_names.h"
#include "sync/store/record_store.h"

#include <algorithm>

namespace server {

namespace {

std::vector<record::Uuid> idsIn(const std::multimap<std::string, record::Uuid> &index, const std::string &key)
{
    std::vector<record::Uuid> ids;
    const auto [first, last] = key.empty() ? std::pair(index.end(), index.end()) : index.equal_range(key);
    for (auto at = first; at != last; ++at) {
        ids.push_back(at->second);
    }
    return ids;
}

void remove(std::multimap<std::string, record::Uuid> &index, const std::string &key, const record::Uuid &id)
{
    const auto [first, last] = index.equal_range(key);
    const auto found = std::find_if(first, last, [&](const auto &entry) { return entry.second == id; });
    if (found != last) {
        index.erase(found);
    }
}

} // namespace

RosterPeople::RosterPeople(const store::RecordStore &records, const RosterReach &reach)
    : m_records(records)
{
    for (const auto &[organization, roles] : reach.organizations()) {
        store::Query query;
        query.type = "Person";
        query.scope = peopleOf(organization);
        for (const auto &stored : m_records.list(query)) {
            if (!stored.alive) {
                continue;
            }
            put(stored.key.id, static_cast<const cadre::v1::Person &>(*stored.message));
        }
    }
}

std::string RosterPeople::lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::optional<cadre::v1::Person> RosterPeople::find(const record::Uuid &id) const
{
    if (const auto found = m_known.find(id); found != m_known.end()) {
        return found->second;
    }
    for (const auto &stored : copiesOf(id)) {
        if (stored.alive) {
            return static_cast<const cadre::v1::Person &>(*stored.message);
        }
    }
    return {};
}

std::set<record::ScopeId> RosterPeople::placesOf(const record::Uuid &id) const
{
    std::set<record::ScopeId> places;
    for (const auto &stored : copiesOf(id)) {
        if (stored.alive) {
            places.insert(stored.key.scope);
        }
    }
    return places;
}

std::vector<store::StoredRecord> RosterPeople::copiesOf(const record::Uuid &id) const
{
    store::Query query;
    query.type = "Person";
    query.id = id;
    return m_records.list(query);
}

std::vector<record::Uuid> RosterPeople::withIdentifier(const std::string &identifier) const
{
    return idsIn(m_byIdentifier, identifier);
}

std::vector<record::Uuid> RosterPeople::withEmail(const std::string &email) const
{
    return idsIn(m_byEmail, lower(email));
}

void RosterPeople::put(const record::Uuid &id, const cadre::v1::Person &person)
{
    if (const auto before = m_known.find(id); before != m_known.end()) {
        remove(m_byIdentifier, before->second.identifier(), id);
        remove(m_byEmail, lower(before->second.email()), id);
    }
    m_known[id] = person;
    m_byIdentifier.emplace(person.identifier(), id);
    m_byEmail.emplace(lower(person.email()), id);
}

} // namespace server
