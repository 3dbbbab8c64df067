// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/fields.h"
#include "sync/store/any_rows.h"
#include "sync/store/records.h"

#include <optional>
#include <string>
#include <string_view>

namespace store {

/// What is left of records that were deleted and forgotten: a hash of their names, and their life,
/// so that what comes late meets the delete. Nothing of it can be read as a record.
class Tombstones {
public:
    explicit Tombstones(Database &database);

    /// 16 bytes that say which record it was to whoever knows its type, id and scope.
    [[nodiscard]] static std::string nameOf(const RecordKey &key);

    /// `scope` is Places' number.
    [[nodiscard]] std::optional<merge::RecordState> find(std::int64_t scope, std::string_view name) const;
    /// True when something was forgotten in that scope.
    [[nodiscard]] bool any(std::int64_t scope) const;
    void write(std::int64_t scope, std::string_view name, const merge::RecordState &state);
    void remove(std::int64_t scope, std::string_view name);
    void removeScope(std::int64_t scope);

private:
    Database &m_database;
    AnyRows m_any;
};

} // namespace store
