// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/id.h"
#include "sync/server/roster_reach.h"
#include "sync/store/record_store.h"
#include "cadre/v1/person.pb.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace server {

/// The people whom a roster may be about: those of the organizations in reach, to be found by what a roster says.
class RosterPeople {
public:
    RosterPeople(const store::RecordStore &records, const RosterReach &reach);

    /// Also of whom no organization in reach knows. Null when there is none.
    [[nodiscard]] std::optional<cadre::v1::Person> find(const record::Uuid &id) const;
    /// The places that hold her record: all of them the same one.
    [[nodiscard]] std::set<record::ScopeId> placesOf(const record::Uuid &id) const;
    /// Who has that staff number, or that e-mail, whatever its capitals.
    [[nodiscard]] std::vector<record::Uuid> withIdentifier(const std::string &identifier) const;
    [[nodiscard]] std::vector<record::Uuid> withEmail(const std::string &email) const;
    /// The person is now as told.
    void put(const record::Uuid &id, const cadre::v1::Person &person);

private:
    [[nodiscard]] static std::string lower(std::string text);
    [[nodiscard]] std::vector<store::StoredRecord> copiesOf(const record::Uuid &id) const;

    const store::RecordStore &m_records;
    std::map<record::Uuid, cadre::v1::Person> m_known;
    std::multimap<std::string, record::Uuid> m_byIdentifier;
    std::multimap<std::string, record::Uuid> m_byEmail;
};

} // namespace server
