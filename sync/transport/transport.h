// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/round.h"

#include <functional>

namespace transport {

/// Answers one call. The function it is given is called once, later, on the caller's thread.
class Transport {
public:
    virtual ~Transport() = default;
    virtual void post(const engine::Call &call, std::function<void(const engine::Reply &)> answer) = 0;
};

} // namespace transport
