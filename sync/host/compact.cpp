// SPDX-License-Identifier: Apache-2.0
// What a host lets go of: bodies that every lease has seen, and records that were deleted long ago.
#include "sync/host/host.h"

#include "sync/record/plant.h"
#include "sync/store/database.h"
#include "sync/store/log.h"
#include "sync/store/record_store.h"

#include <algorithm>

namespace host {

namespace {

namespace wire = cadre::sync::v1;

constexpr std::size_t mostForgottenAtOnce = 256;
constexpr std::uint64_t mostDroppedAtOnce = 2000;

merge::Dot dotOf(const merge::Sibling &sibling)
{
    return { record::Uuid::fromRaw(sibling.dot().site()).value_or(record::Uuid {}), sibling.dot().seq() };
}

/// True when the log has every part of the record's life up to that rev.
bool isWithin(const merge::RecordState &state, const store::Log &log, const record::ScopeId &scope, std::uint64_t rev)
{
    const auto *life = merge::findField(state, 0);
    return life != nullptr && std::all_of(life->siblings().begin(), life->siblings().end(), [&](const auto &sibling) {
               const auto change = log.find(scope, dotOf(sibling));
               return change && change->rev != 0 && (change->rev <= rev || merge::isGoneByRule(sibling.kind()));
           });
}

/// Says that all of the record is gone that stands in it now.
wire::RecordEdit forgetting(const store::RecordKey &key, const merge::RecordState &state)
{
    merge::Context all;
    for (const auto &field : state.fields()) {
        all.add(merge::seenBy(&field));
    }
    wire::RecordEdit edit;
    edit.set_type(key.type);
    edit.set_record(key.id.raw());
    auto &op = *edit.add_ops();
    op.set_kind(wire::OP_KIND_FORGET);
    *op.mutable_context() = all.toProto();
    return edit;
}

} // namespace

Leases Host::leases() const
{
    return m_known.leases(m_clock() - m_keeping.lease, m_epoch);
}

std::uint64_t Host::stableRev(const record::ScopeId &scope, const Leases &leases) const
{
    std::uint64_t stable = m_log.cursor(scope).rev();
    for (const auto &lease : leases) {
        if (!m_rules.mayRead(lease.person, scope) || CADRE_PLANT("compaction_waits_for_nobody")) {
            continue;
        }
        const auto seen = lease.revs.find(scope);
        stable = std::min(stable, seen == lease.revs.end() ? 0 : seen->second);
    }
    return stable;
}

std::uint64_t Host::stableSince(const record::ScopeId &scope, std::int64_t milliseconds, std::uint64_t stable)
{
    const auto name = scope.text();
    const auto now = m_clock();
    store::Statement note(m_database, "REPLACE INTO host_stable(scope, at, rev) VALUES(?, ?, ?)");
    note.bindText(1, name).bind(2, now).bind(3, static_cast<std::int64_t>(stable)).run();
    store::Statement find(m_database,
                          "SELECT at, rev FROM host_stable WHERE scope = ? AND at <= ? ORDER BY at DESC LIMIT 1");
    find.bindText(1, name).bind(2, now - milliseconds);
    if (!find.step()) {
        return 0;
    }
    store::Statement older(m_database, "DELETE FROM host_stable WHERE scope = ? AND at < ?");
    older.bindText(1, name).bind(2, find.integer(0)).run();
    // Whoever came since may have seen less.
    return std::min(static_cast<std::uint64_t>(find.integer(1)), stable);
}

merge::Change Host::write(const record::ScopeId &scope, const std::vector<wire::RecordEdit> &edits)
{
    const auto name = merge::hash("cadre.host-site.v1", { m_signer.publicKey(), std::to_string(m_epoch) });
    const auto site = *record::Uuid::fromRaw(std::string_view(name).substr(0, 16));
    const auto head = m_log.head(scope, site).value_or(store::ChainHead {});
    const auto cursor = m_log.cursor(scope);
    wire::Header header;
    *header.mutable_scope() = merge::toProto(scope);
    header.set_site(site.raw());
    header.set_seq(head.seq + 1);
    header.set_previous(head.headerHash);
    header.set_hybrid_time(static_cast<std::uint64_t>(std::max<std::int64_t>(m_clock(), 0)) << 16);
    header.set_author(record::Uuid {}.raw());
    header.set_schema(1);
    header.set_seen_epoch(m_epoch);
    header.set_seen_rev(cursor.rev());
    // Salts that only this host can make, and makes again alike.
    const auto salts = [&, part = std::size_t(0)](std::uint8_t *bytes, std::size_t count) mutable {
        const auto salt =
            m_signer.sign("cadre.salt.v1", edits[part++].SerializeAsString() + scope.text() + head.headerHash);
        std::copy_n(salt.begin(), std::min(count, salt.size()), bytes);
    };
    auto change = merge::makeChange(header, edits, salts);
    (void)m_records.apply(change);
    m_log.append(change,
                 { .header = change.headerBytes,
                   .body = change.bodyBytes,
                   .signature = m_signer.sign(merge::runDomain, change.headerHash),
                   .rev = cursor.rev() + 1,
                   .verdict = wire::VERDICT_CLASS_APPLIED });
    keepCertificate(site, m_signer.certify(site, m_signer.publicKey(), {}));
    return change;
}

void Host::forgetDeleted(const record::ScopeId &scope, std::uint64_t stable)
{
    std::vector<wire::RecordEdit> edits;
    for (const auto &key : m_records.deletedRecords(scope)) {
        const auto state = m_records.state(key);
        if (isWithin(state, m_log, scope, stable)) {
            edits.push_back(forgetting(key, state));
        }
        if (edits.size() == mostForgottenAtOnce) {
            break; // The rest another day.
        }
    }
    if (!edits.empty()) {
        (void)write(scope, edits);
        m_snapshots.drop(scope);
    }
}

std::uint64_t Host::compact(const record::ScopeId &scope, const Leases &leases)
{
    store::Transaction transaction(m_database);
    const auto stable = stableRev(scope, leases);
    // A restored server may not know of everybody yet.
    if (m_clock() >= static_cast<std::int64_t>(m_epoch) + merge::healingMilliseconds) {
        forgetDeleted(scope, stableSince(scope, m_keeping.deleted, stable));
    }
    const auto dropped = m_log.compact(scope, std::min(stable, m_log.baseRev(scope) + mostDroppedAtOnce));
    transaction.commit();
    return dropped;
}

} // namespace host
