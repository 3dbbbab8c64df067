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
    store::Statement column(database, "SELECT 1 FROM pragma_table_info('branch') WHERE name = 'own'");
    if (!column.step()) {
        database.run("ALTER TABLE branch ADD COLUMN own INTEGER NOT NULL DEFAULT 1;"
                     "ALTER TABLE branch ADD COLUMN epoch INTEGER");
    }
}

const std::vector<Branch> &Branches::in(const record::ScopeId &scope) const
{
    if (m_rollbacks != m_database.rollbacks() && !CADRE_PLANT("branches_survive_a_rollback")) {
        m_rollbacks = m_database.rollbacks();
        m_branches.clear();
    }
    const auto [known, isNew] = m_branches.try_emplace(scope);
    if (isNew) {
        store::Statement find(
            m_database,
            "SELECT trunk, first, header_hash, site, own, epoch FROM branch WHERE scope = ? ORDER BY number");
        find.bindText(1, scope.text());
        while (find.step()) {
            known->second.push_back(
                { record::Uuid::fromRaw(find.blob(0)).value_or(record::Uuid {}),
                  static_cast<std::uint64_t>(find.integer(1)), find.blob(2),
                  record::Uuid::fromRaw(find.blob(3)).value_or(record::Uuid {}), find.integer(4) != 0,
                  find.isNull(5) ? std::nullopt : std::optional(static_cast<std::uint64_t>(find.integer(5))) });
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
        if (branch.isOwn && std::find(sites.begin(), sites.end(), branch.trunk) != sites.end()) {
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
                            "INSERT INTO branch(scope, number, trunk, first, header_hash, site, own, epoch)"
                            " VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bindText(1, scope.text()).bind(2, static_cast<std::int64_t>(number)).bindBlob(3, branch.trunk.raw());
    insert.bind(4, static_cast<std::int64_t>(branch.first)).bindBlob(5, branch.headerHash);
    insert.bindBlob(6, branch.site.raw()).bind(7, branch.isOwn ? 1 : 0);
    if (branch.epoch) {
        insert.bind(8, static_cast<std::int64_t>(*branch.epoch));
    }
    insert.run();
    m_branches[scope].push_back(branch);
}

bool Branches::names(const record::ScopeId &scope, const record::Uuid &site, std::optional<std::uint64_t> epoch) const
{
    const auto &branches = in(scope);
    return std::any_of(branches.begin(), branches.end(), [&](const Branch &branch) {
        return branch.site == site && (!branch.epoch || branch.epoch == epoch);
    });
}

void Branches::rename(merge::Context &context, const record::ScopeId &scope, std::size_t known,
                      std::uint64_t epoch) const
{
    const auto &branches = in(scope);
    for (std::size_t i = known; i < branches.size(); ++i) {
        if (branches[i].epoch.value_or(epoch) == epoch) {
            context.rename(branches[i].trunk, branches[i].first, branches[i].site);
        }
    }
}

} // namespace engine
