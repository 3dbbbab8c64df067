// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/sync/v1/sync_service.pb.h"

namespace host {

inline constexpr std::uint32_t protocolSpoken = 1;

/// Throws Problem when the device does not speak this server's protocol. Null: it said nothing.
void requireProtocol(const cadre::sync::v1::Protocol *protocol);

} // namespace host
