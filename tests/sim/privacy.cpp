// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/privacy.h"

#include "sync/store/database.h"

#include <fmt/format.h>

namespace sim {

std::vector<Broken> leaksIn(const engine::Reply &reply, const engine::Call &call, const host::Caller &caller,
                            const Academy &academy, const Rights &rights)
{
    std::vector<Broken> broken;
    const int person = academy.personOf(caller.person);
    for (int scope = 0; scope < mostScopes; ++scope) {
        const auto key = academy.scopes[static_cast<std::size_t>(scope)].key.raw();
        if (rights.of(person, scope).everRead) {
            continue;
        }
        const bool named = reply.body.find(key) != std::string::npos && call.body.find(key) == std::string::npos;
        if (named || reply.body.find(mark(scope)) != std::string::npos) {
            broken.push_back({ Promise::Leaked, fmt::format("person {}", person),
                               fmt::format("{} told of {}, which they could never read", call.path,
                                           academy.scopes[static_cast<std::size_t>(scope)].text()) });
        }
    }
    return broken;
}

std::vector<Broken> leaksOn(store::Database &database, int person, const std::string &replica, const Rights &rights)
{
    std::vector<Broken> broken;
    std::vector<std::pair<std::string, std::string>> columns;
    {
        store::Statement all(database,
                             "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c"
                             " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'");
        while (all.step()) {
            columns.emplace_back(all.blob(0), all.blob(1));
        }
    }
    for (int scope = 0; scope < mostScopes; ++scope) {
        const auto right = rights.of(person, scope);
        if (right.reads) {
            continue;
        }
        for (const auto &[table, column] : columns) {
            if (right.everRead && table == "draft") {
                continue;
            }
            const auto own = right.everRead && table == "change" ? "NOT (rev IS NULL OR verdict = 3)" : "true";
            store::Statement find(database,
                                  fmt::format("SELECT 1 FROM \"{}\" WHERE instr(CAST(\"{}\" AS BLOB), CAST(? AS BLOB))"
                                              " AND {} LIMIT 1",
                                              table, column, own));
            find.bindText(1, mark(scope));
            if (find.step()) {
                broken.push_back({ Promise::Leaked, replica,
                                   fmt::format("{}.{} holds bytes of a place that its person {}", table, column,
                                               right.everRead ? "has left" : "could never read") });
            }
        }
    }
    return broken;
}

} // namespace sim
