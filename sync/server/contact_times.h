// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/contact_time.h"
#include "sync/merge/change.h"
#include "sync/store/records.h"

#include <map>
#include <set>
#include <vector>

namespace store {
class RecordStore;
}

namespace server {

/// The check-ins of pairs as their totals need them, kept in memory so that a total costs by what moved in a month.
/// Good for as long as every change of a pair's log is taken, and forget() called after a rollback.
class ContactTimes {
public:
    explicit ContactTimes(const store::RecordStore &records)
        : m_records(records)
    {
    }

    /// Takes a change that stands in the records already. True when it may change a total.
    bool take(const merge::Change &change);

    struct Totals {
        /// False: of the months alone whose total may be another than at the last call for that pair and district.
        bool areAll = true;
        std::map<domain::Month, domain::ContactTotal> months;
    };
    [[nodiscard]] Totals totals(const record::Uuid &match, const record::Uuid &district);

    void forget();

private:
    struct Pair {
        record::Uuid district; ///< Whose totals are known.
        std::map<domain::Month, std::vector<domain::Contact>> months;
        std::map<std::string, domain::Month> monthOf; ///< By a check-in's id.
        std::map<std::string, std::vector<cadre::v1::Acknowledgement>> answers; ///< By a check-in's id.
        std::set<domain::Month> changed;
    };
    void read(const record::Uuid &match, Pair &pair);
    void add(Pair &pair, const store::StoredRecord &stored);
    void takeAway(Pair &pair, const std::string &id);

    const store::RecordStore &m_records;
    std::map<record::Uuid, Pair> m_pairs;
    std::size_t m_contacts = 0; ///< In all pairs.
};

} // namespace server
