// SPDX-License-Identifier: Apache-2.0
#include "sync/store/search_index.h"

#include "sync/merge/change.h"
#include "sync/store/words.h"

#include <algorithm>

#include <fmt/format.h>

namespace store {

namespace {

using record::FieldDescriptor;

// A row of a full-text table is numbered by the second of its record's latest change and the row it is of: SQLite
// reads such tables from the end as quickly as from the beginning, so what is newest comes first without sorting.
constexpr int rowBits = 32;
constexpr std::int64_t firstSecond = 1'577'836'800; // 2020
constexpr std::int64_t lastSecond = (std::int64_t(1) << 31) - 1;

// Rows that were written again leave their old words behind; with more of those than rows it is begun anew.
constexpr std::int64_t fewRows = 1000;

std::int64_t numberOf(std::uint64_t hybridTime, std::int64_t row)
{
    const auto second = merge::millisecondsOf(hybridTime) / 1000 - firstSecond;
    return std::clamp<std::int64_t>(second, 0, lastSecond) << rowBits | row;
}

std::string definitionOf(const record::RecordType &type)
{
    std::string text = fmt::format("1 {}", Words::tokenizer);
    for (const auto *field : SearchIndex::textsOf(type)) {
        text += " " + field->name();
    }
    return text;
}

/// Statements that empty it.
std::string emptying(const record::RecordType &type)
{
    return fmt::format("INSERT INTO \"{0}\"(\"{0}\") VALUES('delete-all');"
                       "UPDATE search_progress SET upto = 0, taken = 0 WHERE type = {1};",
                       SearchIndex::tableOf(type), type.number());
}

} // namespace

SearchIndex::SearchIndex(Database &database, const record::Catalogue &catalogue)
    : m_database(database)
{
    // `upto`: the last row that was looked at; `taken`: how many since it was empty.
    database.run("CREATE TABLE IF NOT EXISTS search_progress(type INTEGER PRIMARY KEY, upto INTEGER NOT NULL,"
                 " taken INTEGER NOT NULL, definition TEXT NOT NULL)");
    for (const auto &type : catalogue.all()) {
        if (textsOf(*type).empty()) {
            continue;
        }
        m_types.push_back(type.get());
        const auto definition = definitionOf(*type);
        Statement made(database, "SELECT definition FROM search_progress WHERE type = ?");
        if (!made.bind(1, type->number()).step() || made.blob(0) != definition) {
            made.reset();
            make(*type, definition);
        }
    }
}

std::string SearchIndex::tableOf(const record::RecordType &type)
{
    return "search_" + type.table();
}

std::string SearchIndex::joined(const record::RecordType &type)
{
    return fmt::format("\"{0}\" CROSS JOIN \"{1}\" ON \"{1}\".rowid = (\"{0}\".rowid & {2})", tableOf(type),
                       type.table(), (std::int64_t(1) << rowBits) - 1);
}

std::vector<const FieldDescriptor *> SearchIndex::textsOf(const record::RecordType &type)
{
    std::vector<const FieldDescriptor *> texts;
    for (int i = 0; i < type.descriptor().field_count(); ++i) {
        const auto *field = type.descriptor().field(i);
        const auto &rules = record::rulesOf(*field);
        if (field->type() == FieldDescriptor::TYPE_STRING && rules.references().empty()
            && rules.format() == cadre::v1::TEXT_FORMAT_UNSPECIFIED && !rules.not_words()) {
            texts.push_back(field);
        }
    }
    return texts;
}

std::vector<std::string> SearchIndex::valuesOf(const record::Message &message, const FieldDescriptor &field)
{
    const auto *reflection = message.GetReflection();
    if (!field.is_repeated()) {
        return { reflection->GetString(message, &field) };
    }
    std::vector<std::string> values;
    for (int i = 0; i < reflection->FieldSize(message, &field); ++i) {
        values.push_back(reflection->GetRepeatedString(message, &field, i));
    }
    return values;
}

void SearchIndex::make(const record::RecordType &type, const std::string &definition)
{
    const auto number = type.number();
    const auto empty = emptying(type);
    Transaction transaction(m_database);
    for (const char *when : { "gone", "erased", "anew" }) {
        m_database.run(fmt::format("DROP TRIGGER IF EXISTS \"{}_{}\"", tableOf(type), when));
    }
    m_database.run(fmt::format("DROP TABLE IF EXISTS \"{0}\";"
                               "CREATE VIRTUAL TABLE \"{0}\" USING fts5(_words, content='', columnsize=0, detail=none,"
                               " prefix='1 2 3', tokenize='{1}');",
                               tableOf(type), Words::tokenizer));
    // Replacing a row fires no trigger: only what takes one away does. Rowids may be given out again then.
    m_database.run(fmt::format("CREATE TRIGGER \"{0}_gone\" AFTER DELETE ON \"{1}\" WHEN OLD.rowid <="
                               " (SELECT upto FROM search_progress WHERE type = {2}) BEGIN {3} END",
                               tableOf(type), type.table(), number, empty));
    m_database.run(
        fmt::format("CREATE TRIGGER \"{0}_erased\" AFTER INSERT ON erasure BEGIN {1} END", tableOf(type), empty));
    // Writing the file anew may give rows other rowids.
    m_database.run(
        fmt::format("CREATE TRIGGER \"{0}_anew\" AFTER DELETE ON leftovers BEGIN {1} END", tableOf(type), empty));
    Statement note(m_database, "REPLACE INTO search_progress(type, upto, taken, definition) VALUES(?, 0, 0, ?)");
    note.bind(1, number).bindText(2, definition).run();
    transaction.commit();
}

bool SearchIndex::follow(int rows)
{
    Transaction transaction(m_database);
    for (const auto *type : m_types) {
        while (rows > 0) {
            const int seen = follow(*type, rows);
            rows -= seen;
            if (seen == 0) {
                break;
            }
        }
    }
    transaction.commit();
    return rows > 0;
}

int SearchIndex::follow(const record::RecordType &type, int rows)
{
    Statement progress(m_database, "SELECT upto, taken FROM search_progress WHERE type = ?");
    progress.bind(1, type.number());
    auto upto = progress.step() ? progress.integer(0) : 0;
    auto taken = progress.isNull(1) ? 0 : progress.integer(1);
    progress.reset();

    Statement written(m_database,
                      fmt::format("SELECT rowid, _time, _alive, _message FROM \"{}\" WHERE rowid > ?"
                                  " ORDER BY rowid LIMIT ?",
                                  type.table()));
    written.bind(1, upto).bind(2, rows);
    const auto texts = textsOf(type);
    const auto message = type.make();
    std::vector<std::pair<std::int64_t, std::string>> entries;
    int seen = 0;
    for (; written.step(); ++seen) {
        upto = written.integer(0);
        const auto bytes = written.lentBlob(3);
        if (written.integer(2) == 0 || !message->ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
            continue;
        }
        std::string words;
        for (const auto *field : texts) {
            for (const auto &value : valuesOf(*message, *field)) {
                words += value + "\n";
            }
        }
        entries.emplace_back(numberOf(static_cast<std::uint64_t>(written.integer(1)), upto), std::move(words));
    }
    if (seen == 0) {
        return 0;
    }
    // A full-text table gathers what comes in the order of its numbers, and writes at once what does not.
    std::sort(entries.begin(), entries.end());
    Statement insert(m_database, fmt::format("INSERT INTO \"{}\"(rowid, _words) VALUES(?, ?)", tableOf(type)));
    for (const auto &[number, words] : entries) {
        insert.bind(1, number).lendText(2, words).run();
    }
    taken += seen;
    Statement note(m_database, "UPDATE search_progress SET upto = ?, taken = ? WHERE type = ?");
    note.bind(1, upto).bind(2, taken).bind(3, type.number()).run();
    if (taken > fewRows) {
        Statement count(m_database, fmt::format("SELECT count(*) FROM \"{}\"", type.table()));
        if (count.step() && taken > 2 * count.integer(0)) {
            beginAnew(type);
        }
    }
    return seen;
}

void SearchIndex::beginAnew(const record::RecordType &type)
{
    m_database.run(emptying(type));
}

Overwriting::Overwriting(Database &database)
    : m_database(database)
{
    Statement before(m_database, "PRAGMA secure_delete");
    m_before = before.step() ? before.integer(0) : 0;
    before.reset();
    m_database.run("PRAGMA secure_delete = ON");
}

Overwriting::~Overwriting()
{
    try {
        m_database.run(fmt::format("PRAGMA secure_delete = {}", m_before == 2 ? "FAST" : m_before == 1 ? "ON" : "OFF"));
    } catch (const Error &) {
        // It goes on overwriting, which is only slower.
    }
}

} // namespace store
