// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"

#include <string>

namespace server {

class Academy;

/// Why a change is set aside: a code, and the sentence for its author. Empty: it may be applied.
struct Refusal {
    std::string reason;
    std::string sentence;

    [[nodiscard]] bool empty() const { return reason.empty(); }
};

/// Holds a change of this person against the catalogue, the policy and the fields' own rules.
[[nodiscard]] Refusal judge(Academy &academy, const merge::Change &change, const record::Uuid &person);

} // namespace server
