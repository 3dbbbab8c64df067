// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/branches.h"

#include "sync/record/plant.h"
#include "sync/store/database.h"

#include <algorithm>

namespace engine {

Branch branchAfter(const record::ScopeId &scope, const record::Uuid &enrolled, const record::Uuid &trunk,
                   const store::ChainHead &head)
{
    const auto unknown = merge::hash("cadre.gap.v1", { head.headerHash });
    return { trunk, head.seq + 1, unknown, merge::branchSite(scope, enrolled, unknown) };
}

Branches::Branches(store::Database &database)
    : m_database(database)
    , m_rollbacks(database.rollbacks())
{
    database.run("CREATE TABLE IF NOT EXISTS branch(scope TEXT NOT NULL, number INTEGER NOT NULL, trunk BLOB NOT NULL,"
                 " first INTEGER NOT NULL, header_hash BLOB NOT NULL, site BLOB NOT NULL,"
                 " PRIMARY KEY(scope, number)) WITHOUT ROWID");
}

const std::vector<Branch> &Branches::in(const record::ScopeId &scope) const
{
    if (m_rollbacks != m_database.rollbacks() && !CADRE_PLANT("branches_survive_a_rollback")) {
        m_rollbacks = m_database.rollbacks();
        m_branches.clear();
    }
    const auto [known, isNew] = m_branches.try_emplace(scope);
    if (isNew) {
        store::Statement find(m_database,
                              "SELECT trunk, first, header_hash, site FROM branch WHERE scope = ? ORDER BY number");
        find.bindText(1, scope.text());
        while (find.step()) {
            known->second.push_back({ record::Uuid::fromRaw(find.blob(0)).value_or(record::Uuid {}),
                                      static_cast<std::uint64_t>(find.integer(1)), find.blob(2),
                                      record::Uuid::fromRaw(find.blob(3)).value_or(record::Uuid {}) });
        }
    }
    return known->second;
}

const Branch *Branches::find(const record::ScopeId &scope, const record::Uuid &site) const
{
    const auto &branches = in(scope);
    const auto found =
        std::find_if(branches.begin(), branches.end(), [&](const Branch &branch) { return branch.site == site; });
    return found == branches.end() ? nullptr : &*found;
}

std::vector<record::Uuid> Branches::sitesOf(const record::Uuid &site, const record::ScopeId &scope) const
{
    std::vector<record::Uuid> sites { site };
    for (const auto &branch : in(scope)) {
        if (branch.trunk == sites.back()) {
            sites.push_back(branch.site);
        }
    }
    return sites;
}

std::vector<record::Uuid> Branches::sitesOf(const record::Uuid &site) const
{
    std::vector<record::Uuid> sites { site };
    store::Statement scopes(m_database, "SELECT DISTINCT scope FROM branch");
    while (scopes.step()) {
        const auto scope = record::ScopeId::parse(scopes.blob(0));
        const auto here = scope ? sitesOf(site, *scope) : sites;
        sites.insert(sites.end(), here.begin() + 1, here.end());
    }
    return sites;
}

void Branches::add(const record::ScopeId &scope, const Branch &branch)
{
    const auto number = in(scope).size();
    store::Statement insert(m_database,
                            "INSERT INTO branch(scope, number, trunk, first, header_hash, site)"
                            " VALUES(?, ?, ?, ?, ?, ?)");
    insert.bindText(1, scope.text()).bind(2, static_cast<std::int64_t>(number)).bindBlob(3, branch.trunk.raw());
    insert.bind(4, static_cast<std::int64_t>(branch.first)).bindBlob(5, branch.headerHash);
    insert.bindBlob(6, branch.site.raw()).run();
    m_branches[scope].push_back(branch);
}

} // namespace engine
