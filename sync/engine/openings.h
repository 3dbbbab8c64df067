// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/records.h"
#include "cadre/sync/v1alpha/person.pb.h"

namespace store {
class Database;
}

namespace engine {

/// What the person of this device had on screen, and what she copied, of what is confidential about others, until the
/// server was told: ids and times alone. One record counts once a day, and one place that was copied.
class Openings {
public:
    /// Makes its table.
    explicit Openings(store::Database &database);

    /// Durable when it returns, or with the open transaction.
    void note(const store::RecordKey &key, std::int64_t utcMilliseconds);
    /// A copy was made of what the device holds of that place.
    void noteExported(const record::ScopeId &place, std::int64_t utcMilliseconds);
    /// The oldest that wait, as many as one call takes; empty when none do.
    [[nodiscard]] cadre::sync::v1alpha::TellOpenedRequest waiting() const;
    /// The server has these.
    void told(const cadre::sync::v1alpha::TellOpenedRequest &request);

private:
    store::Database &m_database;
};

} // namespace engine
