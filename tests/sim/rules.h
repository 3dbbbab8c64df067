// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/rules.h"
#include "tests/sim/academy.h"

#include <array>
#include <set>

namespace sim {

/// Who may do what where, as a table.
struct Rights {
    struct Right {
        bool reads = false;
        bool writes = false;
        bool everRead = false;
    };
    std::array<std::array<Right, mostScopes>, mostPersons> table;
    std::uint64_t version = 0; ///< Of the table.

    void grant(int person, int scope, bool reads, bool writes);
    [[nodiscard]] const Right &of(int person, int scope) const
    {
        return table[static_cast<std::size_t>(person)][static_cast<std::size_t>(scope)];
    }
};

/// The simulated academy's rules: the table decides, and a bad value is refused.
class TableRules : public host::Rules {
public:
    TableRules(const Academy &academy, const Rights &rights)
        : m_academy(academy)
        , m_rights(rights)
    {
    }

    [[nodiscard]] host::Refusal judge(const merge::Change &change) override;
    [[nodiscard]] bool mayRead(const record::Uuid &person, const record::ScopeId &scope) override;
    [[nodiscard]] std::vector<cadre::sync::v1::Membership> memberships(const record::Uuid &person) override;
    [[nodiscard]] std::optional<std::uint64_t> accessVersion() override { return m_rights.version; }
    [[nodiscard]] std::optional<cadre::sync::v1::SignedCertificate> certificate(const record::Uuid &site) override;
    void accept(const merge::Change &) override { }
    void applied(merge::Change) override { }
    void follow() override { }

private:
    const Academy &m_academy;
    const Rights &m_rights;
};

} // namespace sim
