// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/snapshot.h"

#include "sync/engine/history.h"
#include "sync/engine/retelling.h"
#include "sync/engine/setting_aside.h"
#include "sync/merge/server_keys.h"
#include "sync/record/plant.h"
#include "sync/store/erasing.h"

#include <set>

#include <fmt/format.h>

namespace engine {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr auto schema =
    "CREATE TABLE IF NOT EXISTS fetching(scope TEXT PRIMARY KEY, head BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS fetched_chunk(scope TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL,"
    " PRIMARY KEY(scope, number)) WITHOUT ROWID;";

std::string broken(const record::ScopeId &scope)
{
    return fmt::format("What the server sent of {} does not hold together. Nothing of it was taken over; everything "
                       "on this device is safe.",
                       record::scopeKindName(scope.kind));
}

/// What has come so far of one scope's snapshot.
struct Begun {
    std::string head;
    std::vector<std::string> chunks;
};

Begun begunOf(store::Database &database, const std::string &scope)
{
    Begun begun;
    store::Statement head(database, "SELECT head FROM fetching WHERE scope = ?");
    head.bindText(1, scope);
    if (head.step()) {
        begun.head = head.blob(0);
    }
    store::Statement chunks(database, "SELECT bytes FROM fetched_chunk WHERE scope = ? ORDER BY number");
    chunks.bindText(1, scope);
    while (chunks.step()) {
        begun.chunks.push_back(chunks.blob(0));
    }
    return begun;
}

void forget(store::Database &database, const std::string &scope)
{
    store::Statement head(database, "DELETE FROM fetching WHERE scope = ?");
    head.bindText(1, scope).run();
    store::Statement chunks(database, "DELETE FROM fetched_chunk WHERE scope = ?");
    chunks.bindText(1, scope).run();
}

void keep(store::Database &database, const std::string &scope, const Begun &begun)
{
    forget(database, scope);
    store::Statement head(database, "INSERT INTO fetching(scope, head) VALUES(?, ?)");
    head.bindText(1, scope).bindBlob(2, begun.head).run();
    for (std::size_t i = 0; i < begun.chunks.size(); ++i) {
        store::Statement chunk(database, "INSERT INTO fetched_chunk(scope, number, bytes) VALUES(?, ?, ?)");
        chunk.bindText(1, scope).bind(2, static_cast<std::int64_t>(i)).bindBlob(3, begun.chunks[i]).run();
    }
}

/// True when the change is the next one of that chain by its number, and follows another header.
bool goesOnFromAnother(const merge::Change &change, const store::ChainHead &head)
{
    return change.dot.seq == head.seq + 1 && change.header.previous() != head.headerHash;
}

} // namespace

Fetching::Fetching(Device::Parts &parts)
    : m(parts)
{
}

void Fetching::makeTables(store::Database &database)
{
    database.run(schema);
}

void Fetching::want(const record::ScopeId &scope)
{
    m.log.setEpoch(scope, 0);
    store::Statement want(m.database, "INSERT OR IGNORE INTO fetching(scope, head) VALUES(?, x'')");
    want.bindText(1, scope.text()).run();
}

void Fetching::drop(const record::ScopeId &scope)
{
    forget(m.database, scope.text());
}

void Fetching::dropOfOthers()
{
    std::set<std::string> begun;
    {
        store::Statement find(m.database, "SELECT scope FROM fetching WHERE length(head) > 0");
        while (find.step()) {
            begun.insert(find.blob(0));
        }
    }
    for (const auto &name : begun) {
        const auto scope = record::ScopeId::parse(name);
        if (scope && !m.isMember(*scope)) {
            drop(*scope);
            want(*scope);
        }
    }
}

bool Fetching::isWanted(const record::ScopeId &scope) const
{
    store::Statement find(m.database, "SELECT 1 FROM fetching WHERE scope = ?");
    find.bindText(1, scope.text());
    return find.step();
}

v1alpha::WantedSnapshot Fetching::wanted(const record::ScopeId &scope) const
{
    v1alpha::WantedSnapshot wanted;
    *wanted.mutable_scope() = merge::toProto(scope);
    const auto begun = begunOf(m.database, scope.text());
    if (!begun.head.empty()) {
        wanted.set_head_hash(merge::hash(merge::snapshotDomain, { begun.head }));
        wanted.set_first_chunk(static_cast<std::uint32_t>(begun.chunks.size()));
    }
    return wanted;
}

Fetching::Taken Fetching::take(const v1alpha::SnapshotPart &part)
{
    const auto scope = merge::fromProto(part.scope());
    if (!scope) {
        return { .problem = "The server sent a place that can't be read. Everything on this device is safe." };
    }
    const auto name = scope->text();
    Begun begun;
    if (part.has_head()) {
        if (!merge::isSignedByServer(merge::snapshotDomain, part.head().head(), part.head().signature(),
                                     m.meta("server_key"))) {
            return { .problem = broken(*scope) };
        }
        for (const auto &certificate : part.certificates()) {
            if (auto problem = m.keepCertificate(certificate); !problem.empty()) {
                return { .problem = std::move(problem) };
            }
        }
        if (CADRE_PLANT("new_snapshot_keeps_old_chunks")) {
            begun = begunOf(m.database, name);
        }
        begun.head = part.head().head();
    } else {
        begun = begunOf(m.database, name);
    }
    v1alpha::SnapshotHead head;
    if (begun.head.empty() || !head.ParseFromString(begun.head) || head.format() != 1
        || merge::fromProto(head.scope()) != scope || part.first_chunk() != begun.chunks.size()) {
        return { .problem = broken(*scope) };
    }
    for (const auto &chunk : part.chunks()) {
        const auto number = static_cast<int>(begun.chunks.size());
        if (number >= head.chunk_hashes_size()
            || merge::hash(merge::chunkDomain, { chunk }) != head.chunk_hashes(number)) {
            return { .problem = broken(*scope) };
        }
        begun.chunks.push_back(chunk);
    }
    if (static_cast<int>(begun.chunks.size()) < head.chunk_hashes_size()) {
        keep(m.database, name, begun);
        return {};
    }
    if (mayHaveATwin(*scope, head) || asksAfterRestore(*scope, head)) {
        keep(m.database, name, begun);
        return { .pushFirst = true };
    }
    const auto records = apply(*scope, head, begun.chunks);
    forget(m.database, name);
    return { .complete = true, .records = records };
}

/// True when the snapshot knows this device's chain as far as a change that waits: that one, or another
/// of the same name by a copy of this device; or when it goes on from another one. The server's verdict tells.
bool Fetching::mayHaveATwin(const record::ScopeId &scope, const v1alpha::SnapshotHead &head) const
{
    const auto own = m.site(scope).raw();
    for (const auto &waiting : m.log.waitingIn(scope)) {
        const auto read = merge::readChange(waiting.header, {});
        for (const auto &chain : head.heads()) {
            if (waiting.verdict == 0 && read.change && chain.site() == own && read.change->header.site() == own
                && (read.change->dot.seq + (CADRE_PLANT("twin_at_the_head_is_missed") ? 1 : 0) <= chain.seq()
                    || goesOnFromAnother(*read.change, { chain.seq(), chain.header_hash() }))) {
                return true;
            }
        }
    }
    return false;
}

/// Where the server was restored, the last that is held of each chain is offered before its snapshot is
/// taken: a chain may be another one now, and what waits here made from the one that was. Once for each epoch.
bool Fetching::asksAfterRestore(const record::ScopeId &scope, const v1alpha::SnapshotHead &head)
{
    const auto key = "asked/" + scope.text();
    const auto cursor = m.log.cursor(scope);
    const auto epoch = std::to_string(head.epoch());
    if (cursor.rev() == 0 || cursor.epoch() == head.epoch() || m.meta(key) == epoch
        || CADRE_PLANT("restored_snapshot_is_taken_at_once")) {
        return false;
    }
    m.setMeta(key, epoch);
    bool offered = false;
    for (const auto &chain : head.heads()) {
        if (const auto site = record::Uuid::fromRaw(chain.site())) {
            offered = m.log.offerLast(scope, *site, { chain.seq(), chain.header_hash() }) || offered;
        }
    }
    return offered;
}

std::uint64_t Fetching::apply(const record::ScopeId &scope, const v1alpha::SnapshotHead &head,
                              const std::vector<std::string> &chunks)
{
    if (!m_writer) {
        m_writer.emplace(m.database, m.catalogue);
    }
    std::uint64_t records = 0;
    m_writer->clear(scope);
    for (const auto &chunk : chunks) {
        records += m_writer->add(scope, chunk);
    }
    cadre::sync::v1::Cursor cursor;
    *cursor.mutable_scope() = head.scope();
    cursor.set_epoch(head.epoch());
    cursor.set_rev(head.rev());
    cursor.set_log_hash(head.log_hash());
    std::vector<merge::Dot> refused;
    for (const auto &dot : head.refused()) {
        refused.push_back({ record::Uuid::fromRaw(dot.site()).value_or(record::Uuid {}), dot.seq() });
    }
    m.log.noteRefused(scope, refused);
    std::map<record::Uuid, store::ChainHead> heads;
    for (const auto &chain : head.heads()) {
        if (const auto site = record::Uuid::fromRaw(chain.site())) {
            heads[*site] = { chain.seq(), chain.header_hash() };
        }
    }
    m.log.startFrom(cursor, heads, m.ownSites(scope));
    goOnAfterGap(m, scope, heads);
    nameTwins(m, scope, heads);
    store::obeyErasures(m.log, m.records, scope);
    std::set<record::Uuid> forked;
    for (const auto &waiting : m.log.waitingIn(scope)) {
        const auto read = merge::readChange(waiting.header, {});
        const auto seen = read.change ? heads.find(read.change->dot.site) : heads.end();
        if (seen != heads.end() && goesOnFromAnother(*read.change, seen->second)) {
            forked.insert(seen->first);
        }
        // Made from what the server has another change for: its verdict tells.
        if (seen != heads.end() && forked.contains(seen->first)) {
            continue;
        }
        // What the server set aside is in its heads and not in its records: that is learned as a verdict.
        const bool isInIt = read.change && seen != heads.end() && seen->second.seq >= read.change->dot.seq
            && std::find(refused.begin(), refused.end(), read.change->dot) == refused.end();
        if (read.change && waiting.verdict != cadre::sync::v1::VERDICT_CLASS_QUARANTINED && !isInIt
            && !CADRE_PLANT("snapshot_hides_what_waits")) {
            applyWaiting(m, waiting);
        }
    }
    return records;
}

} // namespace engine
