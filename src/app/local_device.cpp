// SPDX-License-Identifier: Apache-2.0
#include "src/app/local_device.h"

#include <chrono>

namespace app {

record::Clock clockFrom(std::optional<std::int64_t> startsAt)
{
    if (!startsAt)
        return record::systemClock();
    return [begin = *startsAt, started = std::chrono::steady_clock::now()] {
        const auto passed = std::chrono::steady_clock::now() - started;
        return begin + std::chrono::duration_cast<std::chrono::milliseconds>(passed).count();
    };
}

LocalDevice::LocalDevice(const std::string &directory, std::optional<std::int64_t> startsAt,
                         const std::optional<std::string> &passphrase)
    : m_store(directory, passphrase)
    , m_catalogue(record::Catalogue::ofAcademy())
    , m_device(m_store.database(), m_catalogue, clockFrom(startsAt), record::systemEntropy())
{
}

LocalDevice::LocalDevice(const std::string &directory, std::optional<std::int64_t> startsAt, const store::SealKey &key)
    : m_store(directory, key)
    , m_catalogue(record::Catalogue::ofAcademy())
    , m_device(m_store.database(), m_catalogue, clockFrom(startsAt), record::systemEntropy())
{
}

} // namespace app
