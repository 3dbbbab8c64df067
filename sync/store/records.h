// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/context.h"
#include "sync/record/id.h"
#include "sync/record/type.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// A record's whole name. The same id in two places is two records: one fact and its projection.
struct RecordKey {
    std::uint32_t type = 0;
    record::Uuid id;
    record::ScopeId scope;

    auto operator<=>(const RecordKey &) const = default;
};

/// A record as it stands: one value a field, the first of its alternatives where two changes met.
struct StoredRecord {
    RecordKey key;
    std::shared_ptr<const record::Message> message;
    bool alive = true;
    /// Fields with two or more alternatives; 0 is the record's life.
    std::vector<std::uint32_t> conflicted;
    /// Who changed it last, and when (UTC milliseconds), by the hybrid time of its dots.
    record::Uuid changedBy;
    std::int64_t changedAt = 0;
};

/// Which records, in which order. Field names are the proto's snake_case.
struct Query {
    struct Condition {
        std::string field;
        std::string value; ///< As in JSON text: "2026-11-20", "45", "ROLE_MT", "true".
    };
    std::string type;
    std::vector<Condition> where;
    std::optional<record::ScopeId> scope;
    std::optional<record::Uuid> id;
    /// Records with these words, as Words::asked() says them, newest first whatever `orderBy` says. A SearchIndex was
    /// made in this database, and what it does not hold yet is not found.
    std::string words;
    std::string orderBy;
    bool descending = false;
    int limit = -1;
    int offset = 0;
};

/// One value that stands in a field where two changes met.
struct Alternative {
    merge::Dot dot;
    bool cleared = false;
    std::string json; ///< The value as JSON; "null" when cleared.
    std::string text; ///< The value as people read it, choices by their label.
    record::Uuid author;
    std::int64_t at = 0; ///< UTC milliseconds.
};

/// A field in which two or more changes met.
struct Conflict {
    RecordKey key;
    std::uint32_t field = 0;
    std::string typeName;
    std::string fieldName; ///< "life" for field 0.
    std::string fieldLabel;
    std::string title; ///< What the record is called.
    bool isText = false;
    bool isDay = false;
    bool personFirst = false;
    /// What it was when all of them opened it; nothing when it had no value, or a long one.
    std::optional<Alternative> base;
    /// The same order on every device.
    std::vector<Alternative> alternatives;
    /// What whoever looks at it has on screen: the field's alternatives and what they had seen, and
    /// the record's life.
    merge::Context seen;
    merge::Context seenLife;
    /// How many branches the device's chain in the scope had begun (engine::Form).
    std::size_t branches = 0;
    /// The server's history that was on screen.
    std::uint64_t epoch = 0;

    /// `Milestone/ID/SCOPE/current_due`: the same on every device.
    [[nodiscard]] std::string id() const;
};

} // namespace store
