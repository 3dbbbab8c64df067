// SPDX-License-Identifier: Apache-2.0
#include "sync/store/record_store.h"

#include "sync/store/record_values.h"
#include "sync/store/search_index.h"
#include "sync/store/whole_record.h"

#include <algorithm>

#include <google/protobuf/arena.h>

#include <fmt/format.h>

namespace store {

namespace {

namespace wire = cadre::sync::v1;
using record::FieldDescriptor;

constexpr auto ownColumns = "_id, _scope, _site, _seq, _time, _author, _alive, _conflicts, _message, _state";

void bindCondition(Statement &statement, int index, const FieldDescriptor &field, const std::string &value)
{
    switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
        statement.bindText(index, value);
        return;
    case FieldDescriptor::CPPTYPE_BOOL:
        statement.bind(index, value == "true" ? 1 : 0);
        return;
    case FieldDescriptor::CPPTYPE_ENUM:
        if (const auto *choice = field.enum_type()->FindValueByName(value); choice != nullptr) {
            statement.bind(index, choice->number());
            return;
        }
        [[fallthrough]];
    default:
        try {
            statement.bind(index, std::stoll(value));
        } catch (const std::exception &) {
            throw Invalid(
                fmt::format("{} can't be compared with \"{}\". Use a value of its kind.", field.name(), value));
        }
    }
}

const FieldDescriptor &columnField(const record::RecordType &type, const std::string &name)
{
    const auto *field = type.field(name);
    if (field == nullptr || !hasColumn(*field)) {
        throw Invalid(fmt::format("{} has no field {} to look for.", type.name(), name));
    }
    return *field;
}

} // namespace

struct RecordStore::Row {
    merge::Dot dot;
    std::uint64_t time = 0;
    record::Uuid author;
    bool alive = true;
    int conflicts = 0;
    std::string message;
    std::string state;
};

RecordStore::RecordStore(Database &database, const record::Catalogue &catalogue)
    : m_database(database)
    , m_catalogue(catalogue)
    , m_places(database)
    , m_tables(database, catalogue)
    , m_tombstones(database)
    , m_erasures(database)
{
}

std::optional<RecordStore::Row> RecordStore::find(const RecordKey &key) const
{
    if (m_missing.at != 0 && m_missing.at == m_database.recordState() && m_missing.key == key) {
        return std::nullopt;
    }
    auto row = read(key);
    if (!row) {
        m_missing = { key, m_database.recordState() };
    }
    return row;
}

std::optional<RecordStore::Row> RecordStore::read(const RecordKey &key) const
{
    const auto *type = m_catalogue.byNumber(key.type);
    const auto scope = m_places.find(key.scope);
    if (!scope) {
        return std::nullopt;
    }
    Statement select(m_database, m_tables.of(key.type).findingSql());
    const auto id = key.id.raw();
    select.lendBlob(1, id).bind(2, *scope);
    if (type == nullptr) {
        select.bind(3, key.type);
    }
    if (!select.step()) {
        return findTombstone(key, *scope);
    }
    return Row { { m_places.siteOf(select.integer(0)), static_cast<std::uint64_t>(select.integer(1)) },
                 static_cast<std::uint64_t>(select.integer(2)),
                 record::Uuid::fromRaw(select.blob(3)).value_or(record::Uuid {}),
                 select.integer(4) != 0,
                 static_cast<int>(select.integer(5)),
                 select.blob(6),
                 select.blob(7) };
}

std::optional<RecordStore::Row> RecordStore::findTombstone(const RecordKey &key, std::int64_t scope) const
{
    const auto state = m_tombstones.any(scope) ? m_tombstones.find(scope, Tombstones::nameOf(key)) : std::nullopt;
    if (!state) {
        return std::nullopt;
    }
    const auto summary = summarize(*state, m_catalogue.byNumber(key.type));
    Row row { .alive = false, .state = state->SerializeAsString() };
    if (const auto *newest = summary.newest; newest != nullptr) {
        row.dot = { record::Uuid::fromRaw(newest->dot().site()).value_or(record::Uuid {}), newest->dot().seq() };
        row.time = newest->hybrid_time();
        row.author = record::Uuid::fromRaw(newest->author()).value_or(record::Uuid {});
    }
    return row;
}

merge::RecordState RecordStore::state(const RecordKey &key) const
{
    const auto row = find(key);
    return row ? stateOf(key, *row) : merge::RecordState {};
}

merge::RecordState RecordStore::stateOf(const RecordKey &key, const Row &row) const
{
    merge::RecordState state;
    if (!row.state.empty()) {
        (void)state.ParseFromString(row.state);
        return state;
    }
    merge::Sibling made;
    made.mutable_dot()->set_site(row.dot.site.raw());
    made.mutable_dot()->set_seq(row.dot.seq);
    made.set_hybrid_time(row.time);
    made.set_author(row.author.raw());
    const auto *type = m_catalogue.byNumber(key.type);
    return type == nullptr ? state : stateOfOneChange(row.message, *type, made);
}

bool RecordStore::apply(const merge::Change &change, cadre::store::v1::Undo *undo)
{
    bool conflicted = false;
    for (const auto &edit : change.edits) {
        const auto id = record::Uuid::fromRaw(edit.record());
        if (undo != nullptr && id) {
            *undo->add_records() = before({ edit.type(), *id, change.scope });
        }
        conflicted = applyEdit(edit, change) || conflicted;
    }
    return conflicted;
}

bool RecordStore::applyEdit(const wire::RecordEdit &edit, const merge::Change &change)
{
    const auto id = record::Uuid::fromRaw(edit.record());
    if (!id) {
        return false;
    }
    const RecordKey key { edit.type(), *id, change.scope };
    const auto row = find(key);
    if (!row && writeWhole(key, edit, change)) {
        return false;
    }
    // A state is a hundred small messages: an arena makes and drops them at once.
    google::protobuf::Arena arena;
    auto &merged = *google::protobuf::Arena::CreateMessage<merge::RecordState>(&arena);
    if (row && !row->state.empty()) {
        (void)merged.ParseFromString(row->state);
    } else if (row) {
        merged = stateOf(key, *row);
    }
    const bool conflicted = merge::mergeEdit(merged, edit, change);
    write(key, merged, change);
    return conflicted;
}

bool RecordStore::writeWhole(const RecordKey &key, const wire::RecordEdit &edit, const merge::Change &change)
{
    const auto *type = m_catalogue.byNumber(key.type);
    const auto message = type == nullptr ? std::nullopt : messageMadeBy(edit, *type);
    if (!message) {
        return false;
    }
    const auto id = key.id.raw();
    const auto author = change.author.raw();
    m_tables.of(key.type).write({ .type = key.type,
                                  .id = id,
                                  .scope = m_places.rowOf(key.scope),
                                  .site = m_places.rowOf(change.dot.site),
                                  .seq = change.dot.seq,
                                  .time = change.header.hybrid_time(),
                                  .author = author,
                                  .message = *message });
    return true;
}

void RecordStore::write(const RecordKey &key, const merge::RecordState &state, const merge::Change &latest)
{
    if (const auto erased = merge::erasedIn(state)) {
        m_erasures.note(m_places.rowOf(key.scope), Tombstones::nameOf(key), *erased);
    }
    if (merge::isTombstone(state)) {
        m_tables.of(key.type).remove(key.type, key.id.raw(), m_places.rowOf(key.scope));
        m_tombstones.write(m_places.rowOf(key.scope), Tombstones::nameOf(key), state);
        return;
    }
    if (merge::wasForgotten(state)) {
        m_tombstones.remove(m_places.rowOf(key.scope), Tombstones::nameOf(key));
    }
    const auto summary = summarize(state, m_catalogue.byNumber(key.type));
    const auto *newest = summary.newest;
    const auto dot = newest == nullptr
        ? latest.dot
        : merge::Dot { record::Uuid::fromRaw(newest->dot().site()).value_or(latest.dot.site), newest->dot().seq() };
    const auto id = key.id.raw();
    const auto author = newest == nullptr ? latest.author.raw() : newest->author();
    m_tables.of(key.type).write({ .type = key.type,
                                  .id = id,
                                  .scope = m_places.rowOf(key.scope),
                                  .site = m_places.rowOf(dot.site),
                                  .seq = dot.seq,
                                  .time = newest == nullptr ? 0 : newest->hybrid_time(),
                                  .author = author,
                                  .alive = summary.alive,
                                  .conflicts = summary.conflicts,
                                  .message = summary.message,
                                  .state = summary.state });
}

cadre::store::v1::UndoRecord RecordStore::before(const RecordKey &key) const
{
    cadre::store::v1::UndoRecord before;
    before.set_type(key.type);
    before.set_record(key.id.raw());
    if (const auto row = find(key)) {
        before.set_existed(true);
        *before.mutable_state() = stateOf(key, *row);
    }
    return before;
}

void RecordStore::restore(const record::ScopeId &scope, const cadre::store::v1::UndoRecord &before)
{
    const RecordKey key { before.type(), record::Uuid::fromRaw(before.record()).value_or(record::Uuid {}), scope };
    m_tombstones.remove(m_places.rowOf(scope), Tombstones::nameOf(key));
    if (before.existed()) {
        write(key, before.state(), {});
    } else {
        m_tables.of(key.type).remove(key.type, before.record(), m_places.rowOf(scope));
    }
}

void RecordStore::leave(const record::ScopeId &scope)
{
    m_tables.removeScope(m_places.rowOf(scope));
    m_tombstones.removeScope(m_places.rowOf(scope));
    m_erasures.removeScope(m_places.rowOf(scope));
}

std::vector<RecordKey> RecordStore::deletedRecords(const record::ScopeId &scope) const
{
    std::vector<RecordKey> keys;
    const auto place = m_places.find(scope).value_or(-1);
    const auto add = [&](std::uint32_t type, const std::string &id) {
        keys.push_back({ type, record::Uuid::fromRaw(id).value_or(record::Uuid {}), scope });
    };
    for (const auto &type : m_catalogue.all()) {
        Statement select(
            m_database,
            fmt::format("SELECT _id FROM \"{}\" WHERE _scope = ? AND _alive = 0 ORDER BY _id", type->table()));
        select.bind(1, place);
        while (select.step()) {
            add(type->number(), select.blob(0));
        }
    }
    Statement unknown(m_database,
                      fmt::format("SELECT _type, _id FROM \"{}\" WHERE _scope = ? AND _alive = 0 ORDER BY _type, _id",
                                  RecordTable::unknownTypes));
    unknown.bind(1, place);
    while (unknown.step()) {
        add(static_cast<std::uint32_t>(unknown.integer(0)), unknown.blob(1));
    }
    return keys;
}

StoredRecord RecordStore::toRecord(const RecordKey &key, Row row) const
{
    StoredRecord found {
        .key = key, .alive = row.alive, .changedBy = row.author, .changedAt = merge::millisecondsOf(row.time)
    };
    auto message = m_catalogue.byNumber(key.type)->make();
    (void)message->ParseFromString(row.message);
    found.message = std::move(message);
    if (row.conflicts > 0) {
        const auto fields = state(key);
        for (const auto &field : fields.fields()) {
            if (merge::isConflicted(field)) {
                found.conflicted.push_back(field.field());
            }
        }
    }
    return found;
}

std::vector<StoredRecord> RecordStore::list(const Query &query) const
{
    const auto *type = m_catalogue.byName(query.type);
    if (type == nullptr) {
        throw Invalid(fmt::format("There is no record type {}.", query.type));
    }
    const bool isSearch = !query.words.empty();
    std::string sql = fmt::format("SELECT {} FROM {} WHERE _alive = 1", ownColumns,
                                  isSearch ? SearchIndex::joined(*type) : fmt::format("\"{}\"", type->table()));
    sql += isSearch ? fmt::format(" AND \"{}\" MATCH ?", SearchIndex::tableOf(*type)) : "";
    for (const auto &condition : query.where) {
        sql += fmt::format(" AND \"{}\".\"{}\" = ?", type->table(), columnField(*type, condition.field).name());
    }
    sql += query.scope ? " AND _scope = ?" : "";
    sql += query.id ? " AND _id = ?" : "";
    if (isSearch) {
        sql += fmt::format(" ORDER BY \"{}\".rowid DESC", SearchIndex::tableOf(*type));
    } else if (!query.orderBy.empty()) {
        sql += fmt::format(" ORDER BY \"{}\" {}, _id", columnField(*type, query.orderBy).name(),
                           query.descending ? "DESC" : "");
    } else {
        sql += fmt::format(" ORDER BY _id {}, _scope", query.descending ? "DESC" : "");
    }
    sql += " LIMIT ? OFFSET ?";

    std::vector<StoredRecord> found;
    Statement select(m_database, sql);
    int index = 1;
    if (isSearch) {
        select.bindText(index++, query.words);
    }
    for (const auto &condition : query.where) {
        bindCondition(select, index++, columnField(*type, condition.field), condition.value);
    }
    if (query.scope) {
        select.bind(index++, m_places.find(*query.scope).value_or(-1));
    }
    if (query.id) {
        select.bindBlob(index++, query.id->raw());
    }
    select.bind(index, query.limit).bind(index + 1, query.offset);
    while (select.step()) {
        const RecordKey key { type->number(), record::Uuid::fromRaw(select.blob(0)).value_or(record::Uuid {}),
                              m_places.scopeOf(select.integer(1)) };
        Row row { .time = static_cast<std::uint64_t>(select.integer(4)),
                  .author = record::Uuid::fromRaw(select.blob(5)).value_or(record::Uuid {}),
                  .alive = true,
                  .conflicts = static_cast<int>(select.integer(7)),
                  .message = select.blob(8) };
        found.push_back(toRecord(key, std::move(row)));
    }
    return found;
}

std::optional<StoredRecord> RecordStore::get(const RecordKey &key) const
{
    auto row = m_catalogue.byNumber(key.type) == nullptr ? std::nullopt : find(key);
    return row ? std::optional(toRecord(key, std::move(*row))) : std::nullopt;
}

std::vector<StoredRecord> RecordStore::get(const std::string &type, const record::Uuid &id) const
{
    return list({ .type = type, .id = id });
}

std::uint64_t RecordStore::recordCount() const
{
    std::uint64_t count = 0;
    for (const auto &type : m_catalogue.all()) {
        // Both from indices, where the rows themselves would have to be read.
        Statement select(m_database,
                         fmt::format("SELECT (SELECT count(*) FROM \"{0}\")"
                                     " - (SELECT count(*) FROM \"{0}\" WHERE _alive = 0)",
                                     type->table()));
        count += select.step() ? static_cast<std::uint64_t>(select.integer(0)) : 0;
    }
    return count;
}

} // namespace store
