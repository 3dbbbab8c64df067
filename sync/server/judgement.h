// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/host/rules.h"

namespace server {

class Academy;

using host::Refusal;

/// Holds a change of its author against the catalogue, the policy and the fields' own rules.
[[nodiscard]] Refusal judge(Academy &academy, const merge::Change &change);

} // namespace server
