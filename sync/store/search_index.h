// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/type.h"
#include "sync/store/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace store {

/// The words of records, in a full-text table beside the table of each type. Saving and merging write nothing here:
/// a row that is written gets a new rowid, so follow() takes in what has come since, when somebody has the time. A
/// row that is gone is not found, since it is looked up by its rowid. What must not stay, since its record was
/// taken away, goes by triggers with the statement that takes it away: with all words of that type, which are read
/// anew from what is left.
class SearchIndex {
public:
    /// Makes the tables that are missing and empties those of types whose texts are others now.
    SearchIndex(Database &database, const record::Catalogue &catalogue);

    /// Takes in what was written since, of so many rows at most, in one transaction. True when nothing is left.
    bool follow(int rows);

    /// Types that have a text which people read.
    [[nodiscard]] const std::vector<const record::RecordType *> &types() const { return m_types; }
    /// Texts of a record that people read: not ids, days, or names of other records.
    [[nodiscard]] static std::vector<const record::FieldDescriptor *> textsOf(const record::RecordType &type);
    /// What stands in such a field, one value after the other.
    [[nodiscard]] static std::vector<std::string> valuesOf(const record::Message &message,
                                                           const record::FieldDescriptor &field);
    /// `"search_T" AS found JOIN "T"`: rows whose words match, once "search_T" MATCH is asked.
    [[nodiscard]] static std::string joined(const record::RecordType &type);
    [[nodiscard]] static std::string tableOf(const record::RecordType &type);

private:
    void make(const record::RecordType &type, const std::string &definition);
    /// Returns how many rows it looked at.
    int follow(const record::RecordType &type, int rows);
    void beginAnew(const record::RecordType &type);

    Database &m_database;
    std::vector<const record::RecordType *> m_types;
};

/// While it lives SQLite overwrites what it frees: for rows whose bytes must not stay behind.
class Overwriting {
public:
    explicit Overwriting(Database &database);
    ~Overwriting();
    Overwriting(const Overwriting &) = delete;
    Overwriting &operator=(const Overwriting &) = delete;

private:
    Database &m_database;
    std::int64_t m_before = 0; ///< As the pragma says it; builds of SQLite differ in it.
};

} // namespace store
