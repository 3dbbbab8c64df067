// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/accounts.h"
#include "cadre/sync/v1/sync_service.pb.h"

namespace server {

class Academy;

/// Takes a device's runs: each in one transaction, durable when this returns. A run that cannot be
/// taken (signature, copied device, malformed bytes) leaves the others alone: its changes are held
/// with the sentence, or, when there was nothing else to answer, it throws Problem.
[[nodiscard]] cadre::sync::v1::PushResponse push(Academy &academy, const EnrolledDevice &device,
                                                 const cadre::sync::v1::PushRequest &request);

} // namespace server
