// SPDX-License-Identifier: Apache-2.0
#include "sync/store/snapshot.h"

#include "sync/record/plant.h"
#include "sync/store/snapshot_kinds.h"
#include "sync/store/wire_reader.h"
#include "cadre/sync/v1alpha/snapshot.pb.h"

#include <algorithm>

#include <fmt/format.h>

namespace store {

namespace {

using Chunk = cadre::sync::v1alpha::SnapshotChunk;
using Record = cadre::sync::v1alpha::SnapshotRecord;

/// Collects records until a chunk is full.
class ChunkMaker {
public:
    ChunkMaker(SnapshotContent &content, std::size_t chunkSize)
        : m_content(content)
        , m_chunkSize(chunkSize)
    {
    }

    /// What every chunk from here on says of a type.
    void beginType(std::string described)
    {
        m_type = std::move(described);
        m_typeIsSaid = false;
    }

    void add(std::uint32_t type, const Statement &row, Places &places)
    {
        if (!m_typeIsSaid && !m_type.empty()) {
            appendBytes(m_types, Chunk::kTypesFieldNumber, m_type);
        }
        m_typeIsSaid = true;
        std::string record;
        const auto state = row.blob(6);
        appendNumber(record, Record::kTypeFieldNumber, type);
        appendBytes(record, Record::kIdFieldNumber, row.blob(0));
        appendNumber(record, Record::kSiteFieldNumber, indexIn(m_sites, places.siteOf(row.integer(1)).raw()));
        appendNumber(record, Record::kSeqFieldNumber, static_cast<std::uint64_t>(row.integer(2)));
        appendNumber(record, Record::kHybridTimeFieldNumber, static_cast<std::uint64_t>(row.integer(3)));
        appendNumber(record, Record::kAuthorFieldNumber, indexIn(m_authors, row.blob(4)));
        if (state.empty() || CADRE_PLANT("snapshot_tells_values_only")) {
            appendBytes(record, Record::kMessageFieldNumber, row.blob(5));
        } else {
            appendBytes(record, Record::kStateFieldNumber, state);
        }
        close(record);
    }

    /// Of a record of which only this is left.
    void addTombstone(const std::string &name, const std::string &state)
    {
        std::string record;
        appendBytes(record, Record::kIdFieldNumber, name);
        appendBytes(record, Record::kStateFieldNumber, state);
        appendNumber(record, Record::kTombstoneFieldNumber, 1);
        close(record);
    }

    void finish()
    {
        if (m_records.empty()) {
            return;
        }
        std::string chunk;
        for (const auto &site : m_sites) {
            appendBytes(chunk, Chunk::kSitesFieldNumber, site);
        }
        for (const auto &author : m_authors) {
            appendBytes(chunk, Chunk::kAuthorsFieldNumber, author);
        }
        m_content.chunks.push_back(packChunk(chunk + m_types + m_records));
        m_sites.clear();
        m_authors.clear();
        m_types.clear();
        m_typeIsSaid = CADRE_PLANT("types_are_said_once");
        m_records.clear();
    }

private:
    void close(const std::string &record)
    {
        appendBytes(m_records, Chunk::kRecordsFieldNumber, record);
        ++m_content.records;
        if (m_records.size() >= m_chunkSize) {
            finish();
        }
    }

    static std::uint64_t indexIn(std::vector<std::string> &names, const std::string &name)
    {
        const auto found = std::find(names.begin(), names.end(), name);
        const auto index = static_cast<std::uint64_t>(found - names.begin());
        if (found == names.end()) {
            names.push_back(name);
        }
        return index;
    }

    SnapshotContent &m_content;
    std::size_t m_chunkSize;
    std::vector<std::string> m_sites;
    std::vector<std::string> m_authors;
    std::string m_type;
    bool m_typeIsSaid = false;
    std::string m_types;
    std::string m_records;
};

} // namespace

SnapshotContent makeSnapshot(Database &database, const record::Catalogue &catalogue, const record::ScopeId &scope,
                             std::size_t chunkSize)
{
    SnapshotContent content;
    Places places(database);
    const auto place = places.find(scope);
    if (!place) {
        return content;
    }
    constexpr auto columns = "_id, _site, _seq, _time, _author, _message, _state";
    const Tombstones tombstones(database);
    ChunkMaker chunks(content, chunkSize);
    for (const auto &type : catalogue.all()) {
        Statement rows(database,
                       fmt::format("SELECT {} FROM \"{}\" WHERE _scope = ?{} ORDER BY _id", columns, type->table(),
                                   CADRE_PLANT("snapshot_without_the_deleted") ? " AND _alive = 1" : ""));
        rows.bind(1, *place);
        chunks.beginType(SnapshotKinds::describe(*type));
        while (rows.step()) {
            chunks.add(type->number(), rows, places);
        }
    }
    Statement unknown(database,
                      fmt::format("SELECT {}, _type FROM \"{}\" WHERE _scope = ? ORDER BY _type, _id", columns,
                                  RecordTable::unknownTypes));
    unknown.bind(1, *place);
    chunks.beginType({});
    while (unknown.step()) {
        chunks.add(static_cast<std::uint32_t>(unknown.integer(7)), unknown, places);
    }
    Statement forgotten(database, "SELECT name, state FROM tombstone WHERE scope = ? ORDER BY name");
    forgotten.bind(1, *place);
    while (forgotten.step()) {
        chunks.addTombstone(forgotten.blob(0), forgotten.blob(1));
    }
    chunks.finish();
    return content;
}

} // namespace store
