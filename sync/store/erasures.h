// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/fields.h"
#include "sync/store/any_rows.h"
#include "sync/store/records.h"

#include <optional>
#include <string_view>

namespace store {

/// Of which records' parts the bytes are erased, by a hash of their names: what a store tells from what it
/// is brought. Follows from the records' states.
class Erasures {
public:
    explicit Erasures(Database &database);

    /// `scope` is Places' number, `name` as Tombstones name a record. Adds to what is known.
    void note(std::int64_t scope, std::string_view name, const merge::Context &erased);
    /// True when a record there was ever erased.
    [[nodiscard]] bool any(std::int64_t scope) const;
    /// The changes whose parts of that record are erased.
    [[nodiscard]] std::optional<merge::Context> find(std::int64_t scope, std::string_view name) const;
    /// True when some record there was erased as that change had left it, or later.
    [[nodiscard]] bool covers(std::int64_t scope, const merge::Dot &dot) const;
    void removeScope(std::int64_t scope);

    /// Bytes were let go of that the file still holds where SQLite has not written since.
    void noteLeftovers();
    /// Writes the file anew without them, if there are any, and empties its log. Outside of a transaction; needs
    /// room for the file once more. What can't be done now is still due: throws Error.
    void removeLeftovers();

private:
    Database &m_database;
    AnyRows m_any;
};

} // namespace store
