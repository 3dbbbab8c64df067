// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/privacy.h"

#include "sync/store/database.h"

#include <map>

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
    std::map<std::string, std::string> hits;
    {
        store::Statement all(database,
                             "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c"
                             " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'");
        while (all.step()) {
            auto &hit = hits[all.blob(0)];
            hit +=
                fmt::format("{}instr(CAST(\"{}\" AS BLOB), CAST(?1 AS BLOB))", hit.empty() ? "" : " OR ", all.blob(1));
        }
    }
    std::vector<Broken> broken;
    for (const auto &[table, hit] : hits) {
        // Of a place that was left.
        const auto own = table == "draft" ? "true"
            : table == "change" ? "(rev IS NULL OR verdict = 3) AND NOT coalesce(instr(undo, CAST(?1 AS BLOB)), 0)"
                                : "false";
        store::Statement find(
            database, fmt::format("SELECT 1 FROM \"{}\" WHERE ({}) AND NOT (?2 AND ({})) LIMIT 1", table, hit, own));
        for (int scope = 0; scope < mostScopes; ++scope) {
            const auto right = rights.of(person, scope);
            if (right.reads) {
                continue;
            }
            find.bindText(1, mark(scope)).bind(2, right.everRead ? 1 : 0);
            if (find.step()) {
                broken.push_back({ Promise::Leaked, replica,
                                   fmt::format("{} holds bytes of a place that its person {}", table,
                                               right.everRead ? "has left" : "could never read") });
            }
            find.reset();
        }
    }
    return broken;
}

} // namespace sim
