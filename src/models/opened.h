// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/device.h"

namespace models {

/// This person has the record on screen. Whom it is confidential about is told so, once a day; for any other record
/// it does nothing. Durable when it returns.
void noteOpened(engine::Device &device, const store::RecordKey &key);

} // namespace models
