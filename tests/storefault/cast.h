// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/storefault/command.h"
#include "tests/storefault/device_subject.h"

namespace storefault {

/// Two devices of the mentor and their server.
struct Cast {
    std::shared_ptr<ServerSubject> server = std::make_shared<ServerSubject>();
    std::shared_ptr<DeviceSubject> device = std::make_shared<DeviceSubject>();
    DeviceSubject other;
};

/// A cast of its own for a command, all open; every one begins from the same three disks.
[[nodiscard]] std::shared_ptr<Cast> newCast();
/// Tries the cast's device from where it stands now.
[[nodiscard]] Command command(const std::string &name, const std::shared_ptr<Cast> &cast, std::vector<Step> steps);
/// A whole round of the cast's device with its server.
[[nodiscard]] Step round(const std::shared_ptr<Cast> &cast, std::size_t parts);

} // namespace storefault
