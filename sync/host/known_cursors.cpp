// SPDX-License-Identifier: Apache-2.0
#include "sync/host/known_cursors.h"

#include "sync/store/database.h"

namespace host {

namespace {

namespace wire = cadre::sync::v1;

constexpr std::size_t mostKnownDevices = 10'000;
constexpr std::int64_t writtenAgainAfter = 3'600'000;

std::map<record::ScopeId, std::uint64_t> revsOf(const merge::Positions &positions, std::uint64_t epoch)
{
    std::map<record::ScopeId, std::uint64_t> revs;
    for (const auto &position : positions) {
        if (position.epoch == epoch) {
            revs[position.scope] = position.rev;
        }
    }
    return revs;
}

} // namespace

KnownCursors::KnownCursors(store::Database &database)
    : m_database(database)
{
    database.run("CREATE TABLE IF NOT EXISTS host_lease(site BLOB PRIMARY KEY, person BLOB NOT NULL,"
                 " seen_at INTEGER NOT NULL, cursors BLOB NOT NULL) WITHOUT ROWID");
}

Said &KnownCursors::keep(const record::Uuid &site, const record::Uuid &person, merge::Positions positions,
                         std::string digest, std::int64_t now)
{
    // Forgetting costs a device one more question.
    if (m_known.size() >= mostKnownDevices && m_known.find(site) == m_known.end()) {
        m_known.erase(m_known.begin());
    }
    auto &said = m_known[site];
    said.positions = std::move(positions);
    said.digest = std::move(digest);
    said.agreedAt = {};
    said.movedSince.clear();
    write(site, person, said, now);
    return said;
}

Said &KnownCursors::keepChanged(const record::Uuid &site, const record::Uuid &person, merge::Positions positions,
                                std::string digest, std::int64_t now, const merge::Positions &changed)
{
    const auto agreedAt = m_known[site].agreedAt;
    auto movedSince = std::move(m_known[site].movedSince);
    auto &said = keep(site, person, std::move(positions), std::move(digest), now);
    if (movedSince.size() + changed.size() <= said.positions.size()) {
        for (const auto &position : changed) {
            movedSince.push_back(position.scope);
        }
        said.agreedAt = agreedAt;
        said.movedSince = std::move(movedSince);
    }
    return said;
}

void KnownCursors::refresh(const record::Uuid &site, const record::Uuid &person, std::int64_t now)
{
    if (const auto found = m_known.find(site); found != m_known.end()) {
        write(site, person, found->second, now);
    }
}

void KnownCursors::write(const record::Uuid &site, const record::Uuid &person, Said &said, std::int64_t now)
{
    if (said.writtenAt <= now && now < said.writtenAt + writtenAgainAfter) {
        return;
    }
    store::Statement written(m_database, "SELECT seen_at FROM host_lease WHERE site = ?");
    written.bindBlob(1, site.raw());
    said.writtenAt = written.step() ? written.integer(0) : INT64_MIN;
    if (said.writtenAt == INT64_MIN || said.writtenAt + writtenAgainAfter <= now) {
        wire::PollRequest bytes;
        for (const auto &position : said.positions) {
            *bytes.add_cursors() = merge::cursorOf(position);
        }
        store::Statement write(m_database,
                               "REPLACE INTO host_lease(site, person, seen_at, cursors) VALUES(?, ?, ?, ?)");
        write.bindBlob(1, site.raw()).bindBlob(2, person.raw()).bind(3, now);
        write.bindBlob(4, bytes.SerializeAsString()).run();
        said.writtenAt = now;
    }
}

Said *KnownCursors::find(const record::Uuid &site, const std::string &digest)
{
    const auto found = m_known.find(site);
    return found != m_known.end() && found->second.digest == digest ? &found->second : nullptr;
}

Leases KnownCursors::leases(std::int64_t since, std::uint64_t epoch) const
{
    Leases leases;
    store::Statement find(m_database, "SELECT site, person, cursors FROM host_lease WHERE seen_at >= ?");
    find.bind(1, since);
    while (find.step()) {
        const auto site = record::Uuid::fromRaw(find.blob(0)).value_or(record::Uuid {});
        const auto person = record::Uuid::fromRaw(find.blob(1)).value_or(record::Uuid {});
        if (const auto said = m_known.find(site); said != m_known.end()) {
            leases.push_back({ person, revsOf(said->second.positions, epoch) });
            continue;
        }
        wire::PollRequest bytes;
        (void)bytes.ParseFromString(find.blob(2));
        leases.push_back({ person, revsOf(merge::positionsOf(bytes.cursors()).value_or(merge::Positions {}), epoch) });
    }
    return leases;
}

} // namespace host
