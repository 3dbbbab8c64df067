// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/device.h"
#include "sync/engine/round.h"
#include "sync/store/database.h"
#include "tests/bench/https_caller.h"

#include <string>

namespace bench {

/// A device's store opened in this process, as the app opens it.
class OpenDevice {
public:
    explicit OpenDevice(const std::string &directory);

    [[nodiscard]] engine::Device &device() { return m_device; }
    [[nodiscard]] store::Database &database() { return m_database; }
    void enroll(HttpsCaller &caller, const std::string &invite);
    /// Saves check-ins like those that are there, each as a change of its own, in one transaction.
    void saveCheckIns(unsigned count);
    /// Saves one more, durable at return.
    void saveCheckIn();
    /// Edits the minutes of so many check-ins, each as a change of its own, in one transaction.
    void editMinutes(unsigned count, int minutes);
    /// One round to its end. Throws std::runtime_error when both sides do not agree.
    engine::Report sync(HttpsCaller &caller);

    /// The first part of a round: until nothing waits. Returns how many changes the server took.
    std::uint64_t push(HttpsCaller &caller);

private:
    const std::vector<store::StoredRecord> &models();
    void saveLike(const store::StoredRecord &model);

    store::DirectoryLock m_lock;
    store::Database m_database;
    record::Catalogue m_catalogue;
    engine::Device m_device;
    std::vector<store::StoredRecord> m_models;
    unsigned m_saved = 0;
};

} // namespace bench
