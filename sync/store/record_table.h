// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/fields.h"
#include "sync/record/type.h"
#include "sync/store/database.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace store {

/// A record as it lies in a table, its columns of fields apart: those are read from the message.
/// It only looks at bytes that its maker keeps.
struct RecordRow {
    std::uint32_t type = 0;
    std::string_view id; ///< 16 bytes.
    std::int64_t scope = 0; ///< Places' number.
    std::int64_t site = 0; ///< Places' number, of the latest change that touched it.
    std::uint64_t seq = 0;
    std::uint64_t time = 0; ///< Hybrid time.
    std::string_view author; ///< 16 bytes.
    bool alive = true;
    int conflicts = 0;
    std::string_view message;
    std::string_view state; ///< RecordState; empty where one dot says it all.
};

/// What a record's state says of its row.
struct StateSummary {
    const merge::Sibling *newest = nullptr; ///< Null when no value stands in it. Lives in the state.
    bool alive = true;
    int conflicts = 0;
    std::string message;
    std::string state; ///< Empty where one dot says it all.
};
/// `type` is null for one that the catalogue does not know.
[[nodiscard]] StateSummary summarize(const merge::RecordState &state, const record::RecordType *type);

/// Fields that have a column of their own: single values short enough to be searched by.
[[nodiscard]] bool hasColumn(const record::FieldDescriptor &field);

/// The table of one record type, or of every record whose type the catalogue does not know.
class RecordTable {
public:
    /// `type` is null for the table of unknown types. Makes nothing.
    RecordTable(Database &database, const record::RecordType *type);
    ~RecordTable();
    RecordTable(const RecordTable &) = delete;
    RecordTable &operator=(const RecordTable &) = delete;

    /// Makes the table, the columns and the indexes that are missing. True when there was a table and it has
    /// columns now that its rows do not fill yet.
    bool make();
    /// Writes a row in place of the one with its id and scope, if there is one.
    void write(const RecordRow &row);
    void remove(std::uint32_t type, std::string_view id, std::int64_t scope);
    void removeScope(std::int64_t scope);

    /// The table of records whose type is not known.
    static constexpr auto unknownTypes = "_unknown";
    [[nodiscard]] const std::string &name() const { return m_name; }
    /// Selects _site, _seq, _time, _author, _alive, _conflicts, _message and _state by id and scope, and by type where
    /// that is not known.
    [[nodiscard]] const std::string &findingSql() const { return m_findingSql; }
    /// All that make() depends on, as text.
    [[nodiscard]] std::string definition() const;

private:
    struct Column {
        const record::FieldDescriptor *field = nullptr;
        std::string name;
        bool isIndexed = false;
    };
    void bindFields(std::string_view message);
    void bindValue(int column, std::uint64_t number, std::string_view bytes);
    void require(bool done) const;

    Database &m_database;
    bool m_isOfUnknownTypes;
    std::string m_name;
    std::string m_findingSql;
    std::vector<Column> m_columns;
    std::vector<int> m_columnOfField; ///< By field number; -1 for none.
    sqlite3_stmt *m_write = nullptr;
    sqlite3_stmt *m_removeScope = nullptr;
};

/// A table for each type of a catalogue and one for the rest.
class RecordTables {
public:
    /// Makes what is missing, and only then writes. Records kept while their type was unknown move to the
    /// table of their type.
    RecordTables(Database &database, const record::Catalogue &catalogue);

    [[nodiscard]] RecordTable &of(std::uint32_t type);
    [[nodiscard]] const RecordTable &of(std::uint32_t type) const;
    /// Null when the catalogue does not know it.
    [[nodiscard]] const record::RecordType *typeOf(std::uint32_t type) const { return m_catalogue.byNumber(type); }
    void removeScope(std::int64_t scope);

private:
    void make();
    void moveKnown(const record::RecordType &type);
    /// Fills columns that are new, from what was kept of fields that an older app did not know.
    void writeAgain(const record::RecordType &type);

    Database &m_database;
    const record::Catalogue &m_catalogue;
    std::map<std::uint32_t, std::unique_ptr<RecordTable>> m_tables;
    RecordTable m_unknown;
};

} // namespace store
