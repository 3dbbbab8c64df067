// SPDX-License-Identifier: Apache-2.0
#include "tests/storefault/contents.h"

#include <memory>
#include <stdexcept>
#include <string_view>
#include <vector>

#include <sqlite3.h>

namespace storefault {

namespace {

/// Rows of a query, each as its columns' bytes. It asks SQLite itself: the store's own statements
/// are what is tried here.
template <class Function>
void forEachRow(sqlite3 *handle, const std::string &sql, Function &&function)
{
    sqlite3_stmt *made = nullptr;
    if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &made, nullptr) != SQLITE_OK) {
        throw std::runtime_error(sql + ": " + sqlite3_errmsg(handle));
    }
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> statement(made, sqlite3_finalize);
    int code = SQLITE_OK;
    while ((code = sqlite3_step(made)) == SQLITE_ROW) {
        function(made);
    }
    if (code != SQLITE_DONE) {
        throw std::runtime_error(sql + ": " + sqlite3_errmsg(handle));
    }
}

std::string_view column(sqlite3_stmt *row, int index)
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(row, index));
    return bytes == nullptr ? std::string_view()
                            : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, index)));
}

/// Those that hold rows: what a virtual one holds stands in others.
std::vector<std::string> tablesOf(sqlite3 *handle)
{
    std::vector<std::string> tables;
    forEachRow(handle,
               "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %' ORDER BY name",
               [&](sqlite3_stmt *row) { tables.emplace_back(column(row, 0)); });
    return tables;
}

bool hasColumn(sqlite3 *handle, const std::string &table, const std::string &name)
{
    bool found = false;
    forEachRow(handle, "SELECT name FROM pragma_table_info('" + table + "')",
               [&](sqlite3_stmt *row) { found = found || column(row, 0) == name; });
    return found;
}

} // namespace

std::uint64_t everythingIn(sqlite3 *handle)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto add = [&](std::string_view bytes) {
        for (const char byte : bytes) {
            hash = (hash ^ static_cast<std::uint8_t>(byte)) * 0x100000001b3;
        }
        hash = (hash ^ bytes.size()) * 0x100000001b3;
    };
    for (const auto &table : tablesOf(handle)) {
        add(table);
        forEachRow(handle, "SELECT * FROM \"" + table + "\"", [&](sqlite3_stmt *row) {
            for (int i = 0; i < sqlite3_column_count(row); ++i) {
                add(column(row, i));
            }
        });
    }
    return hash;
}

std::string meaningOf(sqlite3 *handle)
{
    std::string text;
    for (const auto &table : tablesOf(handle)) {
        std::string what;
        if (hasColumn(handle, table, "_message")) {
            what = "hex(_id), _scope, _alive, _conflicts, hex(_message)";
        } else if (table == "change") {
            what = "scope, site, seq, rev, verdict";
        } else if (table == "draft" || table == "scope" || table == "site" || table == "membership") {
            what = table == "draft"     ? "key, hex(bytes)"
                : table == "membership" ? "kind, hex(key), purpose"
                                        : "count(*)";
        } else {
            continue;
        }
        forEachRow(handle, "SELECT " + what + " FROM \"" + table + "\" ORDER BY 1", [&](sqlite3_stmt *row) {
            text += table;
            for (int i = 0; i < sqlite3_column_count(row); ++i) {
                text += ' ';
                text += column(row, i);
            }
            text += '\n';
        });
    }
    return text;
}

std::uint64_t changesIn(sqlite3 *handle)
{
    std::uint64_t count = 0;
    forEachRow(handle, "SELECT count(*) FROM change",
               [&](sqlite3_stmt *row) { count = static_cast<std::uint64_t>(sqlite3_column_int64(row, 0)); });
    return count;
}

} // namespace storefault
