// SPDX-License-Identifier: Apache-2.0
#include "sync/server/audit.h"

#include "sync/merge/change.h"
#include "sync/server/keys.h"
#include "sync/store/database.h"

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr std::uint64_t signedEvery = 256;

struct End {
    std::uint64_t number = 0;
    std::string hash;
};

End endOf(store::Database &database)
{
    store::Statement find(database, "SELECT number, hash FROM server_audit ORDER BY number DESC LIMIT 1");
    return find.step() ? End { static_cast<std::uint64_t>(find.integer(0)), find.blob(1) } : End {};
}

std::uint64_t lastSigned(store::Database &database)
{
    store::Statement find(database, "SELECT max(number) FROM server_audit_checkpoint");
    return find.step() ? static_cast<std::uint64_t>(find.integer(0)) : 0;
}

} // namespace

Audit::Audit(store::Database &database, const Keys &keys, record::Clock clock)
    : m_database(database)
    , m_keys(keys)
    , m_clock(std::move(clock))
{
}

v1alpha::AuditEntry Audit::entry(v1alpha::AuditKind kind, const Actor &actor)
{
    v1alpha::AuditEntry made;
    made.set_kind(kind);
    if (!actor.person.isNull()) {
        made.set_actor(actor.person.raw());
    }
    if (!actor.site.isNull()) {
        made.set_actor_site(actor.site.raw());
    }
    return made;
}

void Audit::note(v1alpha::AuditEntry entry)
{
    store::Transaction transaction(m_database);
    const auto end = endOf(m_database);
    entry.set_number(end.number + 1);
    entry.set_at(m_clock());
    const auto bytes = entry.SerializeAsString();
    store::Statement add(m_database, "INSERT INTO server_audit (number, entry, hash) VALUES (?, ?, ?)");
    add.bind(1, static_cast<std::int64_t>(entry.number())).bindBlob(2, bytes);
    add.bindBlob(3, merge::hash(auditDomain, { end.hash, bytes })).run();
    if (entry.number() % signedEvery == 0) {
        sign();
    }
    transaction.commit();
}

void Audit::sign()
{
    const auto end = endOf(m_database);
    if (end.number == lastSigned(m_database)) {
        return;
    }
    v1alpha::AuditCheckpoint checkpoint;
    checkpoint.set_format(1);
    checkpoint.set_number(end.number);
    checkpoint.set_hash(end.hash);
    checkpoint.set_at(m_clock());
    checkpoint.set_site(m_keys.site().raw());
    const auto bytes = checkpoint.SerializeAsString();
    store::Statement add(m_database,
                         "INSERT INTO server_audit_checkpoint (number, checkpoint, signature) VALUES (?, ?, ?)");
    add.bind(1, static_cast<std::int64_t>(end.number)).bindBlob(2, bytes);
    add.bindBlob(3, m_keys.sign(auditCheckpointDomain, bytes)).run();
}

std::vector<v1alpha::ListAuditResponse::Line> Audit::after(std::uint64_t number, std::uint32_t limit) const
{
    std::vector<v1alpha::ListAuditResponse::Line> lines;
    store::Statement read(m_database, "SELECT entry, hash FROM server_audit WHERE number > ? ORDER BY number LIMIT ?");
    read.bind(1, static_cast<std::int64_t>(number)).bind(2, limit);
    while (read.step()) {
        lines.emplace_back().set_entry(read.blob(0));
        lines.back().set_hash(read.blob(1));
    }
    return lines;
}

std::vector<v1alpha::SignedAuditCheckpoint> Audit::checkpoints() const
{
    std::vector<v1alpha::SignedAuditCheckpoint> result;
    store::Statement read(m_database, "SELECT checkpoint, signature FROM server_audit_checkpoint ORDER BY number");
    while (read.step()) {
        result.emplace_back().set_checkpoint(read.blob(0));
        result.back().set_signature(read.blob(1));
    }
    return result;
}

std::vector<v1alpha::AuditEntry> Audit::about(const record::Uuid &person) const
{
    std::vector<v1alpha::AuditEntry> result;
    store::Statement read(m_database, "SELECT entry FROM server_audit ORDER BY number");
    while (read.step()) {
        v1alpha::AuditEntry entry;
        if (!entry.ParseFromString(read.blob(0))) {
            continue;
        }
        bool tells = entry.actor() == person.raw() || entry.person() == person.raw();
        for (const auto &delivery : entry.deliveries()) {
            tells = tells || delivery.person() == person.raw();
        }
        if (tells) {
            result.push_back(std::move(entry));
        }
    }
    return result;
}

} // namespace server
