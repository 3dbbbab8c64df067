// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/record_store.h"
#include "tests/sim/ledger.h"

namespace sim {

/// What a replica shows of one field.
struct FieldShown {
    Kind kind = Kind::Register;
    /// Registers: the alternatives in their order, equal ones once. Sets, lists: what is in them.
    /// A lattice: its number. Life: "alive" and "deleted".
    std::vector<Value> values;
    bool isReported = false; ///< As a conflict.
    /// Registers: what a page shows that knows of one value only.
    std::optional<Value> current;
};

/// What a replica shows of a record; nothing of it when it has none.
struct RecordShown {
    bool exists = false;
    bool isAlive = false;
    std::map<std::uint32_t, FieldShown> fields;
};

[[nodiscard]] Kind kindOf(const record::FieldDescriptor &field);
/// The value that a message holds in a field that is not repeated, as text or as encoded bytes.
[[nodiscard]] Value valueOf(const record::Message &message, const record::FieldDescriptor &field);
/// The elements of a repeated field.
[[nodiscard]] std::vector<Value> elementsOf(const record::Message &message, const record::FieldDescriptor &field);

/// Reads a record as its replica shows it.
[[nodiscard]] RecordShown show(const store::RecordStore &records, const store::RecordKey &key);

} // namespace sim
