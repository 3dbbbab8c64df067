// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/rules.h"

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace host {

/// What people may read, as devices get it, kept for as long as the rules stand by it.
class Readable {
public:
    struct Places {
        std::uint64_t number = 0; ///< Another one where anything may be another.
        google::protobuf::RepeatedPtrField<cadre::sync::v1::Membership> memberships; ///< The most urgent first.
        std::string digest;
        std::vector<record::ScopeId> scopes; ///< In the same order.
        std::vector<std::pair<record::ScopeId, std::size_t>> sorted; ///< By place, with where each stands among them.

        [[nodiscard]] bool has(const record::ScopeId &scope) const { return rankOf(scope).has_value(); }
        /// Where it stands among the scopes; nothing for a place that is none of them.
        [[nodiscard]] std::optional<std::size_t> rankOf(const record::ScopeId &scope) const;
    };
    [[nodiscard]] std::shared_ptr<const Places> of(const record::Uuid &person, Rules &rules);

private:
    std::map<record::Uuid, std::shared_ptr<const Places>> m_known;
    std::uint64_t m_version = 0; ///< Of the rules, for which that is known.
    std::uint64_t m_number = 0;
};

} // namespace host
