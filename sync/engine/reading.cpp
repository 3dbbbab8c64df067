// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/reading.h"

#include "sync/engine/grants.h"

#include <algorithm>

namespace engine {

namespace {

/// True when a field that refers to a person holds this one.
bool names(const record::Message &message, const std::string &person)
{
    const auto &descriptor = *message.GetDescriptor();
    const auto &reflection = *message.GetReflection();
    for (int i = 0; i < descriptor.field_count(); ++i) {
        const auto &field = *descriptor.field(i);
        if (record::rulesOf(field).references() != "Person") {
            continue;
        }
        if (!field.is_repeated() && reflection.GetString(message, &field) == person) {
            return true;
        }
        for (int at = 0; field.is_repeated() && at < reflection.FieldSize(message, &field); ++at) {
            if (reflection.GetRepeatedString(message, &field, at) == person) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

std::vector<store::StoredRecord> Reading::list(const store::Query &query) const
{
    const auto &closed = Grants(m).closed().places;
    if (closed.empty()) {
        return m.records.list(query);
    }
    auto all = query;
    all.limit = -1;
    all.offset = 0;
    auto found = m.records.list(all);
    std::erase_if(found, [&](const auto &stored) { return !shows(stored); });
    const auto skipped = std::min(found.size(), static_cast<std::size_t>(std::max(query.offset, 0)));
    found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(skipped));
    if (query.limit >= 0 && found.size() > static_cast<std::size_t>(query.limit)) {
        found.erase(found.begin() + query.limit, found.end());
    }
    return found;
}

std::vector<store::StoredRecord> Reading::get(const std::string &type, const record::Uuid &id) const
{
    auto found = m.records.get(type, id);
    std::erase_if(found, [&](const auto &stored) { return !shows(stored); });
    return found;
}

bool Reading::shows(const store::StoredRecord &stored) const
{
    const auto &closed = Grants(m).closed().places;
    const auto place = closed.find(stored.key.scope);
    return place == closed.end() || showsClosed(place->second, stored);
}

bool Reading::shows(const store::RecordKey &key) const
{
    const auto &closed = Grants(m).closed().places;
    const auto place = closed.find(key.scope);
    if (place == closed.end()) {
        return true;
    }
    const auto stored = m.records.get(key);
    return stored && showsClosed(place->second, *stored);
}

bool Reading::showsClosed(const ClosedPlace &place, const store::StoredRecord &stored) const
{
    const auto &types = place.serverTypes;
    const bool isServers = std::find(types.begin(), types.end(), stored.key.type) != types.end();
    return !place.wasLent
        && (isHers(stored.key) || (isServers && stored.message && names(*stored.message, m.person().text())));
}

bool Reading::isHers(const store::RecordKey &key) const
{
    const auto person = m.person().raw();
    const auto nobody = record::Uuid {}.raw();
    bool wrote = false;
    const auto state = m.records.state(key);
    for (const auto &field : state.fields()) {
        for (const auto &sibling : field.siblings()) {
            if (sibling.author() != person && sibling.author() != nobody) {
                return false;
            }
            wrote = wrote || sibling.author() == person;
        }
    }
    return wrote;
}

} // namespace engine
