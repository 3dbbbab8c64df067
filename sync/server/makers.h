// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"
#include "sync/store/database.h"
#include "sync/store/records.h"

namespace server {

/// Who made each record: the author of the first applied change that touched it.
class Makers {
public:
    explicit Makers(store::Database &database)
        : m_database(database)
    {
    }

    void note(const merge::Change &change);
    [[nodiscard]] std::optional<record::Uuid> of(const store::RecordKey &key) const;
    /// True when a record of that type and id was ever made in another place of the same kind.
    [[nodiscard]] bool knowsElsewhere(const store::RecordKey &key) const;

private:
    store::Database &m_database;
};

} // namespace server
