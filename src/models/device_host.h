// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/device.h"

/// Keeps what a device needs open: the lock, the file, the catalogue. Made, used and destroyed on
/// the worker thread alone.
class DeviceHost {
public:
    virtual ~DeviceHost() = default;
    [[nodiscard]] virtual engine::Device &device() = 0;
};
