// SPDX-License-Identifier: Apache-2.0
#include "sync/host/host.h"

#include "sync/host/erased_names.h"
#include "sync/record/plant.h"
#include "sync/store/database.h"
#include "sync/store/log.h"
#include "sync/store/record_store.h"

#include <algorithm>

namespace host {

namespace {

namespace wire = cadre::sync::v1;

constexpr auto schema = "CREATE TABLE IF NOT EXISTS host_epoch(epoch INTEGER PRIMARY KEY);"
                        "CREATE TABLE IF NOT EXISTS host_certificate(site BLOB PRIMARY KEY, bytes BLOB NOT NULL)"
                        " WITHOUT ROWID;"
                        "CREATE TABLE IF NOT EXISTS host_stable(scope TEXT NOT NULL, at INTEGER NOT NULL,"
                        " rev INTEGER NOT NULL, PRIMARY KEY(scope, at)) WITHOUT ROWID;";

std::uint64_t storedEpoch(store::Database &database)
{
    store::Statement find(database, "SELECT max(epoch) FROM host_epoch");
    return find.step() ? static_cast<std::uint64_t>(find.integer(0)) : 0;
}

} // namespace

Host::Host(store::Database &database, store::Log &log, store::RecordStore &records, Rules &rules, const Signer &signer,
           record::Clock clock, const Keeping &keeping, const Sizes &sizes)
    : m_database(database)
    , m_log(log)
    , m_records(records)
    , m_rules(rules)
    , m_signer(signer)
    , m_clock(std::move(clock))
    , m_keeping(keeping)
    , m_sizes(sizes)
    , m_known(database)
    , m_snapshots(database)
{
    database.run(schema);
    ErasedNames::makeTables(database);
    m_epoch = storedEpoch(database);
}

wire::Cursor Host::headOf(const record::ScopeId &scope) const
{
    auto head = m_log.cursor(scope);
    head.set_epoch(m_epoch);
    return head;
}

void Host::beginEpoch()
{
    // By the clock, so that no epoch begun after the backup was made has the same number.
    const auto next = std::max<std::int64_t>(static_cast<std::int64_t>(m_epoch) + 1,
                                             CADRE_PLANT("epochs_are_counted") ? 1 : m_clock());
    m_log.wentBack(m_epoch == 0);
    store::Statement insert(m_database, "INSERT INTO host_epoch(epoch) VALUES(?)");
    insert.bind(1, next).run();
    m_epoch = static_cast<std::uint64_t>(next);
}

bool Host::knowsEpoch(std::uint64_t epoch) const
{
    if (epoch == 0 || epoch == m_epoch) {
        return true;
    }
    store::Statement find(m_database, "SELECT 1 FROM host_epoch WHERE epoch = ?");
    return find.bind(1, static_cast<std::int64_t>(epoch)).step();
}

void Host::addCertificates(const std::set<record::Uuid> &sites,
                           google::protobuf::RepeatedPtrField<wire::SignedCertificate> &certificates) const
{
    for (const auto &site : sites) {
        if (auto certificate = m_rules.certificate(site)) {
            *certificates.Add() = std::move(*certificate);
            continue;
        }
        store::Statement find(m_database, "SELECT bytes FROM host_certificate WHERE site = ?");
        find.bindBlob(1, site.raw());
        if (find.step() && !CADRE_PLANT("branch_certificates_stay_here")) {
            (void)certificates.Add()->ParseFromString(find.blob(0));
        }
    }
}

void Host::keepCertificate(const record::Uuid &site, const wire::SignedCertificate &certificate)
{
    store::Statement keep(m_database, "INSERT OR IGNORE INTO host_certificate(site, bytes) VALUES(?, ?)");
    keep.bindBlob(1, site.raw()).bindBlob(2, certificate.SerializeAsString()).run();
}

} // namespace host
