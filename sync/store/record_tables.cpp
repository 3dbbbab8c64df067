// SPDX-License-Identifier: Apache-2.0
#include "sync/store/record_table.h"

#include "sync/record/plant.h"

#include <fmt/format.h>

namespace store {

RecordTables::RecordTables(Database &database, const record::Catalogue &catalogue)
    : m_database(database)
    , m_catalogue(catalogue)
    , m_unknown(database, nullptr)
{
    database.run("CREATE TABLE IF NOT EXISTS table_definition(definition TEXT NOT NULL)");
    std::string wanted = m_unknown.definition();
    for (const auto &type : catalogue.all()) {
        wanted += m_tables.emplace(type->number(), std::make_unique<RecordTable>(database, type.get()))
                      .first->second->definition();
    }
    {
        Statement made(database, "SELECT definition FROM table_definition");
        if (made.step() && made.blob(0) == wanted) {
            return;
        }
    }
    Transaction transaction(database);
    make();
    database.run("DELETE FROM table_definition");
    Statement(database, "INSERT INTO table_definition VALUES(?)").bindText(1, wanted).run();
    transaction.commit();
}

void RecordTables::make()
{
    m_unknown.make();
    for (const auto &type : m_catalogue.all()) {
        if (of(type->number()).make()) {
            writeAgain(*type);
        }
        if (!CADRE_PLANT("new_type_starts_empty")) {
            moveKnown(*type);
        }
    }
}

void RecordTables::writeAgain(const record::RecordType &type)
{
    auto &table = of(type.number());
    std::vector<std::pair<std::string, std::int64_t>> names;
    Statement all(m_database, fmt::format("SELECT _id, _scope FROM \"{}\"", table.name()));
    while (all.step()) {
        names.emplace_back(all.blob(0), all.integer(1));
    }
    for (const auto &[id, scope] : names) {
        Statement kept(m_database, table.findingSql());
        kept.bindBlob(1, id).bind(2, scope);
        if (!kept.step()) {
            continue;
        }
        const auto author = kept.blob(3);
        auto message = kept.blob(6);
        auto stateBytes = kept.blob(7);
        bool alive = kept.integer(4) != 0;
        int conflicts = static_cast<int>(kept.integer(5));
        if (!stateBytes.empty()) {
            // What was beside another value in a field that nobody here knew is a conflict now.
            merge::RecordState state;
            (void)state.ParseFromString(stateBytes);
            const auto summary = summarize(state, &type);
            alive = summary.alive;
            conflicts = summary.conflicts;
            message = summary.message;
            stateBytes = summary.state;
        }
        table.write({ .type = type.number(),
                      .id = id,
                      .scope = scope,
                      .site = kept.integer(0),
                      .seq = static_cast<std::uint64_t>(kept.integer(1)),
                      .time = static_cast<std::uint64_t>(kept.integer(2)),
                      .author = author,
                      .alive = alive,
                      .conflicts = conflicts,
                      .message = message,
                      .state = stateBytes });
    }
}

void RecordTables::moveKnown(const record::RecordType &type)
{
    Statement kept(m_database,
                   fmt::format("SELECT _id, _scope, _site, _seq, _time, _author, _state FROM \"{}\" WHERE _type = ?",
                               m_unknown.name()));
    kept.bind(1, type.number());
    while (kept.step()) {
        merge::RecordState state;
        (void)state.ParseFromString(kept.blob(6));
        const auto summary = summarize(state, &type);
        const auto id = kept.blob(0);
        const auto author = kept.blob(5);
        of(type.number())
            .write({ .type = type.number(),
                     .id = id,
                     .scope = kept.integer(1),
                     .site = kept.integer(2),
                     .seq = static_cast<std::uint64_t>(kept.integer(3)),
                     .time = static_cast<std::uint64_t>(kept.integer(4)),
                     .author = author,
                     .alive = summary.alive,
                     .conflicts = CADRE_PLANT("new_type_brings_no_conflicts") ? 0 : summary.conflicts,
                     .message = summary.message,
                     .state = summary.state });
    }
    Statement remove(m_database, fmt::format("DELETE FROM \"{}\" WHERE _type = ?", m_unknown.name()));
    remove.bind(1, type.number()).run();
}

RecordTable &RecordTables::of(std::uint32_t type)
{
    const auto found = m_tables.find(type);
    return found == m_tables.end() ? m_unknown : *found->second;
}

const RecordTable &RecordTables::of(std::uint32_t type) const
{
    const auto found = m_tables.find(type);
    return found == m_tables.end() ? m_unknown : *found->second;
}

void RecordTables::removeScope(std::int64_t scope)
{
    for (const auto &[number, table] : m_tables) {
        table->removeScope(scope);
    }
    if (!CADRE_PLANT("unknown_types_stay_after_leaving")) {
        m_unknown.removeScope(scope);
    }
}

} // namespace store
