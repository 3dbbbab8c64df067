// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"
#include "sync/store/log.h"

#include <map>
#include <optional>
#include <vector>

namespace store {
class Database;
}

namespace engine {

/// A chain that turned out to have a twin went on under another site: one of this device, or one that it
/// carried for others and has seen.
struct Branch {
    record::Uuid trunk;
    std::uint64_t first = 0; ///< The trunk's first seq that became the branch's 1.
    std::string headerHash; ///< Of the trunk's header at `first`, as it was here; see branchAfter() where none was.
    record::Uuid site;
    bool isOwn = true; ///< This device writes under it; else it is the name of what somebody else, or a copy, wrote.
    std::optional<std::uint64_t> epoch = {}; ///< Of the server, if the trunk went on in that way in that one alone.
};

/// The branch of a chain of this device that can't go on after its head: what comes next there was used before, and is
/// not known here. A copy that does know it branches from that head itself, and must not come to the same name.
[[nodiscard]] Branch branchAfter(const record::ScopeId &scope, const record::Uuid &enrolled, const record::Uuid &trunk,
                                 const store::ChainHead &head);

/// The names under which this device writes: its own site, or in a scope the latest branch of it.
class Branches {
public:
    explicit Branches(store::Database &database);

    /// In the order they began.
    [[nodiscard]] const std::vector<Branch> &in(const record::ScopeId &scope) const;
    [[nodiscard]] const Branch *find(const record::ScopeId &scope, const record::Uuid &site) const;
    /// True when what was on screen in that epoch, or in any, is given that name.
    [[nodiscard]] bool names(const record::ScopeId &scope, const record::Uuid &site,
                             std::optional<std::uint64_t> epoch) const;
    /// The names under which a site wrote in a scope, the present one last.
    [[nodiscard]] std::vector<record::Uuid> sitesOf(const record::Uuid &site, const record::ScopeId &scope) const;
    /// The names that a site has taken, in every scope.
    [[nodiscard]] std::vector<record::Uuid> sitesOf(const record::Uuid &site) const;
    void add(const record::ScopeId &scope, const Branch &branch);
    /// Gives dots their present names, in what was on screen in that epoch, when the first `known` branches were known.
    void rename(merge::Context &context, const record::ScopeId &scope, std::size_t known, std::uint64_t epoch) const;

private:
    store::Database &m_database;
    mutable std::uint64_t m_rollbacks = 0;
    mutable std::map<record::ScopeId, std::vector<Branch>> m_branches;
};

} // namespace engine
