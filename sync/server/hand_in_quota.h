// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/accounts.h"

namespace server {

/// How much a device may hand in, so that nobody fills the server's disk with one: a day's work of a device is far
/// below it, and so is what a tablet holds that was signed out. One thread at a time.
class HandInQuota {
public:
    static constexpr std::int64_t bytesADay = 256LL << 20;
    /// Of a device that was signed out, in all.
    static constexpr std::int64_t bytesOnceSignedOut = 32LL << 20;

    HandInQuota(store::Database &database, record::Clock clock);

    /// Counts a request. Throws resource_exhausted with a sentence when it is too much; then it does not count. Part
    /// of the caller's transaction.
    void take(const EnrolledDevice &device, std::size_t bytes);

private:
    store::Database &m_database;
    record::Clock m_clock;
};

} // namespace server
