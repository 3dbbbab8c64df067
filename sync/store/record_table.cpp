// SPDX-License-Identifier: Apache-2.0
#include "sync/store/record_table.h"

#include "sync/record/plant.h"
#include "sync/store/record_values.h"
#include "sync/store/wire_reader.h"

#include <algorithm>

#include <google/protobuf/wire_format_lite.h>
#include <sqlite3.h>

#include <fmt/format.h>

namespace store {

namespace {

using google::protobuf::internal::WireFormatLite;
using record::FieldDescriptor;

constexpr int firstField = 11;

/// Not null even when it is empty: SQLite takes a null pointer for NULL.
const char *bytesOf(std::string_view bytes)
{
    return bytes.data() == nullptr ? "" : bytes.data();
}

} // namespace

bool hasColumn(const FieldDescriptor &field)
{
    return !field.is_repeated() && field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE
        && record::mergeKindOf(field) != cadre::v1::MERGE_KIND_TEXT;
}

StateSummary summarize(const merge::RecordState &state, const record::RecordType *type)
{
    StateSummary summary;
    for (const auto &field : state.fields()) {
        const bool counts = field.field() != 0 || !CADRE_PLANT("delete_is_no_conflict");
        summary.conflicts += counts && merge::isConflicted(field) ? 1 : 0;
        for (const auto &sibling : field.siblings()) {
            if (merge::isGoneByRule(sibling.kind())) {
                continue;
            }
            const bool newer = summary.newest == nullptr || sibling.hybrid_time() > summary.newest->hybrid_time();
            summary.newest = newer ? &sibling : summary.newest;
        }
    }
    summary.alive = merge::isAlive(state);
    summary.message = joinValues(state);
    if (type == nullptr || !isOfOneChange(state, *type)) {
        summary.state = state.SerializeAsString();
    }
    return summary;
}

RecordTable::RecordTable(Database &database, const record::RecordType *type)
    : m_database(database)
    , m_isOfUnknownTypes(type == nullptr)
    , m_name(type == nullptr ? unknownTypes : type->table())
    , m_findingSql(fmt::format("SELECT _site, _seq, _time, _author, _alive, _conflicts, _message, _state FROM \"{}\""
                               " WHERE _id = ? AND _scope = ?{}",
                               m_name, type == nullptr ? " AND _type = ?" : ""))
{
    if (type == nullptr) {
        return;
    }
    for (int i = 0; i < type->descriptor().field_count(); ++i) {
        const auto &field = *type->descriptor().field(i);
        if (!hasColumn(field)) {
            continue;
        }
        const auto number = static_cast<std::size_t>(field.number());
        m_columnOfField.resize(std::max(m_columnOfField.size(), number + 1), -1);
        m_columnOfField[number] = static_cast<int>(m_columns.size());
        m_columns.push_back({ &field, field.name(), !record::rulesOf(field).references().empty() });
    }
}

RecordTable::~RecordTable()
{
    sqlite3_finalize(m_write);
    sqlite3_finalize(m_removeScope);
}

std::string RecordTable::definition() const
{
    std::string text = m_name + " 3";
    for (const auto &column : m_columns) {
        text += fmt::format(" {}{}", column.name, column.isIndexed ? "+" : "");
    }
    return text + "\n";
}

bool RecordTable::make()
{
    m_database.run(
        fmt::format("CREATE TABLE IF NOT EXISTS \"{0}\"({1} _id BLOB NOT NULL, _scope INTEGER NOT NULL,"
                    " _site INTEGER NOT NULL, _seq INTEGER NOT NULL, _time INTEGER NOT NULL, _author BLOB NOT NULL,"
                    " _alive INTEGER NOT NULL, _conflicts INTEGER NOT NULL, _message BLOB NOT NULL, _state BLOB,"
                    " PRIMARY KEY(_id, _scope{2}));"
                    "CREATE INDEX IF NOT EXISTS \"{0}__scope\" ON \"{0}\"(_scope);"
                    "CREATE INDEX IF NOT EXISTS \"{0}__conflicts\" ON \"{0}\"(_conflicts) WHERE _conflicts > 0;"
                    "CREATE INDEX IF NOT EXISTS \"{0}__gone\" ON \"{0}\"(_alive) WHERE _alive = 0;",
                    m_name, m_isOfUnknownTypes ? "_type INTEGER NOT NULL," : "", m_isOfUnknownTypes ? ", _type" : ""));
    std::vector<std::string> present;
    Statement existing(m_database, fmt::format("SELECT name FROM pragma_table_info('{}')", m_name));
    while (existing.step()) {
        present.push_back(existing.blob(0));
    }
    bool grows = false;
    for (const auto &column : m_columns) {
        if (std::find(present.begin(), present.end(), column.name) == present.end()) {
            m_database.run(fmt::format("ALTER TABLE \"{}\" ADD COLUMN \"{}\"", m_name, column.name));
            grows = true;
        }
        if (column.isIndexed) {
            m_database.run(
                fmt::format("CREATE INDEX IF NOT EXISTS \"{0}_{1}\" ON \"{0}\"(\"{1}\")", m_name, column.name));
        }
    }
    return grows;
}

void RecordTable::require(bool done) const
{
    if (!done) {
        m_database.fail("writing a record");
    }
}

void RecordTable::write(const RecordRow &row)
{
    m_database.recordsChange();
    if (m_write == nullptr) {
        std::string names = "_id, _scope, _site, _seq, _time, _author, _alive, _conflicts, _message, _state";
        std::string marks = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?";
        for (const auto &column : m_columns) {
            names += fmt::format(", \"{}\"", column.name);
            marks += ", ?";
        }
        if (m_isOfUnknownTypes) {
            names += ", _type";
            marks += ", ?";
        }
        const auto sql = fmt::format("REPLACE INTO \"{}\"({}) VALUES({})", m_name, names, marks);
        require(sqlite3_prepare_v3(m_database.handle(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &m_write, nullptr)
                == SQLITE_OK);
    }
    const auto blob = [this](int index, std::string_view bytes) {
        sqlite3_bind_blob(m_write, index, bytesOf(bytes), static_cast<int>(bytes.size()), SQLITE_STATIC);
    };
    blob(1, row.id);
    sqlite3_bind_int64(m_write, 2, row.scope);
    sqlite3_bind_int64(m_write, 3, row.site);
    sqlite3_bind_int64(m_write, 4, static_cast<sqlite3_int64>(row.seq));
    sqlite3_bind_int64(m_write, 5, static_cast<sqlite3_int64>(row.time));
    blob(6, row.author);
    sqlite3_bind_int(m_write, 7, row.alive ? 1 : 0);
    sqlite3_bind_int(m_write, 8, row.conflicts);
    blob(9, row.message);
    if (!row.state.empty()) {
        blob(10, row.state);
    }
    if (m_isOfUnknownTypes) {
        sqlite3_bind_int64(m_write, firstField, row.type);
    } else {
        bindFields(row.message);
    }
    const int code = sqlite3_step(m_write);
    // Here and not later: what is bound belongs to the caller.
    sqlite3_clear_bindings(m_write);
    sqlite3_reset(m_write);
    require(code == SQLITE_DONE);
}

void RecordTable::bindFields(std::string_view message)
{
    WireReader reader(message);
    while (reader.next()) {
        const int column = reader.field() < m_columnOfField.size() ? m_columnOfField[reader.field()] : -1;
        if (column >= 0 && wireTypeOf(*m_columns[static_cast<std::size_t>(column)].field) == reader.wireType()) {
            bindValue(column, reader.number, reader.bytes);
        }
    }
}

void RecordTable::bindValue(int column, std::uint64_t number, std::string_view bytes)
{
    const int index = firstField + column;
    switch (m_columns[static_cast<std::size_t>(column)].field->type()) {
    case FieldDescriptor::TYPE_STRING:
    case FieldDescriptor::TYPE_BYTES:
        sqlite3_bind_text(m_write, index, bytesOf(bytes), static_cast<int>(bytes.size()), SQLITE_STATIC);
        break;
    case FieldDescriptor::TYPE_BOOL:
        sqlite3_bind_int(m_write, index, number != 0 ? 1 : 0);
        break;
    case FieldDescriptor::TYPE_ENUM:
    case FieldDescriptor::TYPE_INT32:
    case FieldDescriptor::TYPE_SFIXED32:
        sqlite3_bind_int(m_write, index, static_cast<int>(static_cast<std::uint32_t>(number)));
        break;
    case FieldDescriptor::TYPE_UINT32:
    case FieldDescriptor::TYPE_FIXED32:
        sqlite3_bind_int64(m_write, index, static_cast<std::uint32_t>(number));
        break;
    case FieldDescriptor::TYPE_SINT32:
        sqlite3_bind_int(m_write, index, WireFormatLite::ZigZagDecode32(static_cast<std::uint32_t>(number)));
        break;
    case FieldDescriptor::TYPE_SINT64:
        sqlite3_bind_int64(m_write, index, WireFormatLite::ZigZagDecode64(number));
        break;
    case FieldDescriptor::TYPE_DOUBLE:
        sqlite3_bind_double(m_write, index, WireFormatLite::DecodeDouble(number));
        break;
    case FieldDescriptor::TYPE_FLOAT:
        sqlite3_bind_double(m_write, index, WireFormatLite::DecodeFloat(static_cast<std::uint32_t>(number)));
        break;
    default:
        sqlite3_bind_int64(m_write, index, static_cast<sqlite3_int64>(number));
    }
}

void RecordTable::remove(std::uint32_t type, std::string_view id, std::int64_t scope)
{
    m_database.recordsChange();
    Statement remove(m_database,
                     fmt::format("DELETE FROM \"{}\" WHERE _id = ? AND _scope = ?{}", m_name,
                                 m_isOfUnknownTypes ? " AND _type = ?" : ""));
    remove.bindBlob(1, id).bind(2, scope);
    if (m_isOfUnknownTypes) {
        remove.bind(3, type);
    }
    remove.run();
}

void RecordTable::removeScope(std::int64_t scope)
{
    m_database.recordsChange();
    if (m_removeScope == nullptr) {
        const auto sql = fmt::format("DELETE FROM \"{}\" WHERE _scope = ?", m_name);
        require(
            sqlite3_prepare_v3(m_database.handle(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &m_removeScope, nullptr)
            == SQLITE_OK);
    }
    sqlite3_bind_int64(m_removeScope, 1, scope);
    const int code = sqlite3_step(m_removeScope);
    sqlite3_reset(m_removeScope);
    require(code == SQLITE_DONE);
}

} // namespace store
