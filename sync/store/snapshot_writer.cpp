// SPDX-License-Identifier: Apache-2.0
#include "sync/store/snapshot.h"

#include "sync/record/plant.h"
#include "sync/store/snapshot_kinds.h"
#include "sync/store/wire_reader.h"
#include "cadre/sync/v1alpha/snapshot.pb.h"

#include <deque>

namespace store {

namespace {

using Chunk = cadre::sync::v1alpha::SnapshotChunk;
using Record = cadre::sync::v1alpha::SnapshotRecord;

constexpr std::size_t nameSize = 16;

void require(bool holds)
{
    if (!holds) {
        throw Invalid("A part of the snapshot does not read as records. It was not used.");
    }
}

void requireSound(std::string_view message)
{
    WireReader reader(message);
    while (reader.next()) { }
    require(!reader.isDamaged());
}

constexpr std::uint32_t numberTag(int field)
{
    return WireReader::tagOf(static_cast<std::uint32_t>(field), WireReader::varint);
}

constexpr std::uint32_t bytesTag(int field)
{
    return WireReader::tagOf(static_cast<std::uint32_t>(field), WireReader::withLength);
}

/// A chunk's records as rows; sites and authors by their index until all of it has been read.
struct ChunkRows {
    std::vector<std::string_view> sites;
    std::vector<std::string_view> authors;
    SnapshotKinds kinds;
    std::vector<std::uint64_t> authorOf;
    std::vector<RecordRow> rows;
    std::vector<std::pair<std::string, merge::RecordState>> tombstones; ///< By their names.
    std::deque<StateSummary> summaries; ///< The rows look at them.
    std::vector<std::pair<RecordKey, merge::Context>> erased; ///< Without their scope.
};

void readRecord(std::string_view bytes, ChunkRows &chunk)
{
    RecordRow row;
    std::uint64_t author = 0;
    bool isTombstone = false;
    WireReader reader(bytes);
    while (reader.next()) {
        switch (reader.tag) {
        case numberTag(Record::kTypeFieldNumber):
            row.type = static_cast<std::uint32_t>(reader.number);
            break;
        case bytesTag(Record::kIdFieldNumber):
            row.id = reader.bytes;
            break;
        case numberTag(Record::kSiteFieldNumber):
            row.site = static_cast<std::int64_t>(reader.number);
            break;
        case numberTag(Record::kSeqFieldNumber):
            row.seq = reader.number;
            break;
        case numberTag(Record::kHybridTimeFieldNumber):
            row.time = reader.number;
            break;
        case numberTag(Record::kAuthorFieldNumber):
            author = reader.number;
            break;
        case bytesTag(Record::kMessageFieldNumber):
            row.message = reader.bytes;
            break;
        case bytesTag(Record::kStateFieldNumber):
            row.state = reader.bytes;
            break;
        case numberTag(Record::kTombstoneFieldNumber):
            isTombstone = reader.number != 0;
            break;
        default:
            break;
        }
    }
    require(!reader.isDamaged() && row.id.size() == nameSize);
    if (isTombstone) {
        auto &[name, state] = chunk.tombstones.emplace_back(row.id, merge::RecordState {});
        require(state.ParseFromArray(row.state.data(), static_cast<int>(row.state.size()))
                && merge::isTombstone(state));
        return;
    }
    require(row.type != 0);
    requireSound(row.message);
    chunk.rows.push_back(row);
    chunk.authorOf.push_back(author);
}

merge::RecordState stateOf(const RecordRow &row, std::string_view site, const SnapshotKinds &kinds)
{
    merge::RecordState state;
    if (!row.state.empty()) {
        require(state.ParseFromArray(row.state.data(), static_cast<int>(row.state.size())));
        return state;
    }
    merge::Sibling made;
    made.mutable_dot()->set_site(std::string(site));
    made.mutable_dot()->set_seq(row.seq);
    made.set_hybrid_time(row.time);
    made.set_author(std::string(row.author));
    return kinds.stateOf(row.type, row.message, made);
}

/// Whether a newer app's fields may be in records of the type; asked once for each.
bool isBeyond(const SnapshotKinds &kinds, const record::RecordType &type, std::map<std::uint32_t, bool> &known)
{
    const auto [found, isNew] = known.try_emplace(type.number());
    if (isNew) {
        found->second = kinds.goBeyond(type);
    }
    return found->second;
}

void complete(ChunkRows &chunk, const RecordTables &tables)
{
    std::map<std::uint32_t, bool> beyond;
    for (std::size_t i = 0; i < chunk.rows.size(); ++i) {
        auto &row = chunk.rows[i];
        const auto site = static_cast<std::uint64_t>(row.site);
        require(site < chunk.sites.size() && chunk.authorOf[i] < chunk.authors.size());
        row.author = chunk.authors[chunk.authorOf[i]];
        const auto *type = tables.typeOf(row.type);
        if (type != nullptr && row.state.empty() && !isBeyond(chunk.kinds, *type, beyond)) {
            continue;
        }
        const auto state = stateOf(row, chunk.sites[site], chunk.kinds);
        if (const auto erased = merge::erasedIn(state)) {
            chunk.erased.push_back({ { row.type, *record::Uuid::fromRaw(row.id), {} }, *erased });
        }
        const auto &summary = chunk.summaries.emplace_back(summarize(state, type));
        row.alive = summary.alive;
        row.conflicts = CADRE_PLANT("snapshot_brings_no_conflicts") ? 0 : summary.conflicts;
        row.message = summary.message;
        row.state = summary.state;
    }
}

ChunkRows readRows(const std::string &content, const RecordTables &tables)
{
    ChunkRows chunk;
    WireReader reader(content);
    while (reader.next()) {
        switch (reader.tag) {
        case bytesTag(Chunk::kSitesFieldNumber):
            require(reader.bytes.size() == nameSize);
            chunk.sites.push_back(reader.bytes);
            break;
        case bytesTag(Chunk::kAuthorsFieldNumber):
            require(reader.bytes.size() == nameSize);
            chunk.authors.push_back(reader.bytes);
            break;
        case bytesTag(Chunk::kTypesFieldNumber):
            chunk.kinds.add(reader.bytes);
            break;
        case bytesTag(Chunk::kRecordsFieldNumber):
            readRecord(reader.bytes, chunk);
            break;
        default:
            break;
        }
    }
    require(!reader.isDamaged() && (!chunk.rows.empty() || !chunk.tombstones.empty()));
    complete(chunk, tables);
    return chunk;
}

} // namespace

SnapshotWriter::SnapshotWriter(Database &database, const record::Catalogue &catalogue)
    : m_places(database)
    , m_tables(database, catalogue)
    , m_tombstones(database)
    , m_erasures(database)
{
}

void SnapshotWriter::clear(const record::ScopeId &scope)
{
    if (const auto place = m_places.find(scope)) {
        m_tables.removeScope(*place);
        m_tombstones.removeScope(*place);
        m_erasures.removeScope(*place);
    }
}

std::uint64_t SnapshotWriter::add(const record::ScopeId &scope, const std::string &chunk)
{
    unpackChunk(chunk, m_expanded);
    auto content = readRows(m_expanded, m_tables);
    const auto place = m_places.rowOf(scope);
    std::vector<std::int64_t> sites;
    for (const auto &site : content.sites) {
        sites.push_back(m_places.rowOf(*record::Uuid::fromRaw(site)));
    }
    for (auto &row : content.rows) {
        row.scope = place;
        row.site = sites[static_cast<std::size_t>(row.site)];
        m_tables.of(row.type).write(row);
    }
    for (const auto &[name, state] : content.tombstones) {
        m_tombstones.write(place, name, state);
        if (const auto erased = merge::erasedIn(state)) {
            m_erasures.note(place, name, *erased);
        }
    }
    for (auto &[key, erased] : content.erased) {
        key.scope = scope;
        m_erasures.note(place, Tombstones::nameOf(key), erased);
    }
    return content.rows.size() + content.tombstones.size();
}

} // namespace store
