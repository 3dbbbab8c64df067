// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/fields.h"
#include "sync/store/erasures.h"
#include "sync/store/places.h"
#include "sync/store/record_table.h"
#include "sync/store/records.h"
#include "sync/store/tombstones.h"

namespace store {

/// Records as tables made from their descriptors: a column a scalar field, the message itself,
/// and merge metadata only where one dot does not say it all. It shares the tables of Places and Log.
class RecordStore {
public:
    /// Makes the tables that the catalogue asks for, adding columns that newer schemas brought.
    RecordStore(Database &database, const record::Catalogue &catalogue);

    /// Merges a change's edits. Types this catalogue does not know are merged by the kinds that the ops
    /// name, kept, and shown once a catalogue knows them.
    /// Returns true when an edit now stands beside another value.
    /// `undo`, if given, learns what the records were before.
    bool apply(const merge::Change &change, cadre::store::v1::Undo *undo = nullptr);
    /// Merges one record's share of a change.
    bool applyEdit(const cadre::sync::v1::RecordEdit &edit, const merge::Change &change);
    /// What the record is now, as restore() takes it.
    [[nodiscard]] cadre::store::v1::UndoRecord before(const RecordKey &key) const;
    /// Makes the record what it was.
    void restore(const record::ScopeId &scope, const cadre::store::v1::UndoRecord &before);
    /// Takes every row of the scope away.
    void leave(const record::ScopeId &scope);

    [[nodiscard]] std::vector<StoredRecord> list(const Query &query) const;
    [[nodiscard]] std::optional<StoredRecord> get(const RecordKey &key) const;
    [[nodiscard]] std::vector<StoredRecord> get(const std::string &type, const record::Uuid &id) const;
    [[nodiscard]] merge::RecordState state(const RecordKey &key) const;

    /// Records of the scope that are deleted, without a conflict on that, and not forgotten yet.
    [[nodiscard]] std::vector<RecordKey> deletedRecords(const record::ScopeId &scope) const;
    [[nodiscard]] std::vector<RecordKey> conflictedRecords() const;
    /// The conflicts of one record, with their base. What was refused was not on screen (Log::refused()).
    [[nodiscard]] std::vector<Conflict> conflictsOf(const RecordKey &key,
                                                    const std::vector<merge::Dot> &refused = {}) const;

    /// True when a record of the scope was ever erased.
    [[nodiscard]] bool hasErased(const record::ScopeId &scope) const;
    /// True when something of the record is erased.
    [[nodiscard]] bool wasErased(const RecordKey &key) const;
    /// True when the change's part of that record is erased.
    [[nodiscard]] bool isErased(const RecordKey &key, const merge::Dot &dot) const;
    /// True when something of it is that had been seen there.
    [[nodiscard]] bool isErased(const RecordKey &key, const merge::Context &seen) const;
    /// True when the change may have a part that was erased.
    [[nodiscard]] bool mayBeErased(const record::ScopeId &scope, const merge::Dot &dot) const;
    [[nodiscard]] Erasures &erasures() { return m_erasures; }

    [[nodiscard]] std::uint64_t recordCount() const;
    [[nodiscard]] std::uint64_t conflictCount() const;
    [[nodiscard]] const record::Catalogue &catalogue() const { return m_catalogue; }

private:
    struct Row;
    [[nodiscard]] std::optional<Row> find(const RecordKey &key) const;
    [[nodiscard]] std::optional<Row> read(const RecordKey &key) const;
    [[nodiscard]] merge::RecordState stateOf(const RecordKey &key, const Row &row) const;
    /// Writes a record that nothing was known of; false where there is more to say than its message does.
    bool writeWhole(const RecordKey &key, const cadre::sync::v1::RecordEdit &edit, const merge::Change &change);
    [[nodiscard]] std::optional<Row> findTombstone(const RecordKey &key, std::int64_t scope) const;
    [[nodiscard]] StoredRecord toRecord(const RecordKey &key, Row row) const;
    void write(const RecordKey &key, const merge::RecordState &state, const merge::Change &latest);

    Database &m_database;
    const record::Catalogue &m_catalogue;
    mutable Places m_places;
    RecordTables m_tables;
    Tombstones m_tombstones;
    Erasures m_erasures;
    /// A record that find() did not find: whoever judges a change asks for it right before it is applied.
    struct Missing {
        RecordKey key;
        std::uint64_t at = 0; ///< Database::recordState().
    };
    mutable Missing m_missing;
};

} // namespace store
