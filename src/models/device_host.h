// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/device.h"
#include "sync/store/pin_lock.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

/// Keeps what a device needs open: the lock, the file, the catalogue. Made, used and destroyed on
/// the worker thread alone.
class DeviceHost {
public:
    virtual ~DeviceHost() = default;
    [[nodiscard]] virtual engine::Device &device() = 0;
};

/// What a person gives to open her store: her passphrase, or her PIN with the device's secret.
struct Opening {
    std::string passphrase;
    std::string pin;
    std::optional<store::DeviceSecret> secret;
};

/// Opens the data directory of one person, on a worker thread; begins it where there is none. A store that is sealed is
/// opened by its key. Throws store::Error, {Sealed} where one is missing.
using OpenDirectory =
    std::function<std::unique_ptr<DeviceHost>(const std::string &directory, const std::optional<store::SealKey> &key)>;
