// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "sync/server/administration.h"
#include "sync/server/place.h"
#include "sync/server/rpc.h"
#include "sync/server/feedback_service.h"
#include "sync/server/person_service.h"
#include "sync/server/rights.h"
#include "sync/server/roster_service.h"
#include "sync/server/services.h"

namespace server {

/// A store opened by this process, with every method over it. Throws store::Error: {InUse} when
/// another process has it.
class OpenStore {
public:
    explicit OpenStore(const Place &place);
    /// Writes what is only in memory, and signs the audit log. What fails is noted in the log.
    ~OpenStore();
    OpenStore(const OpenStore &) = delete;
    OpenStore &operator=(const OpenStore &) = delete;

    [[nodiscard]] Academy &academy() { return m_academy; }
    [[nodiscard]] RpcTable &table() { return m_table; }
    [[nodiscard]] Counters &counters() { return m_counters; }
    [[nodiscard]] const std::string &secret() const { return m_secret; }

private:
    store::DirectoryLock m_lock;
    std::string m_secret;
    record::Catalogue m_catalogue;
    std::unique_ptr<store::Database> m_database;
    Academy m_academy;
    Counters m_counters;
    Services m_services;
    PersonService m_person;
    FeedbackService m_feedback;
    RosterService m_roster;
    Administration m_administration;
    Rights m_rights;
    RpcTable m_table;
};

} // namespace server
