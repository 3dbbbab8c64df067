// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/domain/policy_standing.h"
#include "sync/merge/change.h"
#include "cadre/sync/v1/sync_service.pb.h"

#include <map>
#include <optional>
#include <vector>

namespace store {
class RecordStore;
}

namespace server {

/// Who may read which places now: the policy over the facts that the store's records give.
class Membership {
public:
    Membership(const store::RecordStore &records, const domain::Policy &policy, record::Clock clock);

    /// The facts are read from the store at first use, and again after forget().
    [[nodiscard]] const domain::Facts &facts();
    /// How people stand by these facts. The reference is good until the next call that changes facts.
    [[nodiscard]] domain::Standings &standings();
    [[nodiscard]] const domain::Policy &policy() const { return m_policy; }
    [[nodiscard]] domain::Day today() const;

    /// Sorted by scope. The reference is good until the next call that changes facts.
    [[nodiscard]] const std::vector<domain::Membership> &of(const record::Uuid &person);
    [[nodiscard]] bool mayRead(const record::Uuid &person, const record::ScopeId &scope);

    /// Another number whenever of() may give another answer for anybody.
    [[nodiscard]] std::uint64_t version();

    /// Takes the change's records into the facts. True when access may have changed.
    bool take(const merge::Change &change);
    /// What was taken since has been rolled back.
    void forget();

private:
    [[nodiscard]] bool isFact(std::uint32_t type, std::uint32_t scopeKind) const;
    void load();
    void forgetPeople();

    const store::RecordStore &m_records;
    const domain::Policy &m_policy;
    record::Clock m_clock;
    std::optional<domain::Facts> m_facts;
    std::optional<domain::Standings> m_standings;
    std::map<record::Uuid, std::vector<domain::Membership>> m_known;
    std::optional<domain::Day> m_knownOn;
    std::uint64_t m_version = 0;
};

/// As devices get it.
[[nodiscard]] cadre::sync::v1::Membership toProto(const domain::Membership &membership);

} // namespace server
