// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/rules.h"

namespace server {

class Academy;

using host::Refusal;

/// Holds a change of its author against the catalogue, the policy and the fields' own rules.
[[nodiscard]] Refusal judge(Academy &academy, const merge::Change &change);

/// True for the reasons that judge() gives.
[[nodiscard]] bool isOfJudgement(std::string_view reason);
/// The same as if the server had got it on the day on which it was made.
[[nodiscard]] Refusal judgeAsMade(Academy &academy, const merge::Change &change);

} // namespace server
