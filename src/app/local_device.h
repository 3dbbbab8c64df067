// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/models/device_host.h"
#include "sync/engine/device.h"
#include "sync/store/device_store.h"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

/// The time that `startsAt` (UTC milliseconds) says, running on from now; the system's where it says none.
[[nodiscard]] record::Clock clockFrom(std::optional<std::int64_t> startsAt);

/// This computer's store, opened for one process: the lock, the file and the device on it.
class LocalDevice : public DeviceHost {
public:
    /// `startsAt` (UTC milliseconds) sets the clock, which then runs on. Throws store::Error with a
    /// sentence for people when the store can't be opened.
    LocalDevice(const std::string &directory, std::optional<std::int64_t> startsAt,
                const std::optional<std::string> &passphrase = {});
    /// The same with the key of a store that is sealed.
    LocalDevice(const std::string &directory, std::optional<std::int64_t> startsAt, const store::SealKey &key);

    [[nodiscard]] engine::Device &device() override { return m_device; }

private:
    store::DeviceStore m_store;
    record::Catalogue m_catalogue;
    engine::Device m_device;
};

} // namespace app
