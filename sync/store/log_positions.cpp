// SPDX-License-Identifier: Apache-2.0
// How far a log has come in each place. reached() and positions() keep it in memory, for the one Log that moves it:
// another Log over the same database asks cursor(), which reads what stands there.
#include "sync/store/log.h"

#include <fmt/format.h>

namespace store {

namespace {

namespace wire = cadre::sync::v1;

constexpr auto positionColumns = "kind, key, purpose, epoch, rev, log_hash, cursor_hash";

merge::Position readPosition(const Statement &row)
{
    const record::ScopeId scope { static_cast<std::uint32_t>(row.integer(0)),
                                  record::Uuid::fromRaw(row.lentBlob(1)).value_or(record::Uuid {}),
                                  static_cast<std::uint32_t>(row.integer(2)) };
    const auto epoch = static_cast<std::uint64_t>(row.integer(3));
    const auto rev = static_cast<std::uint64_t>(row.integer(4));
    const auto logHash = row.lentBlob(5);
    const auto hash = row.lentBlob(6);
    return hash.empty() ? merge::position(scope, epoch, rev, logHash)
                        : merge::Position { scope, epoch, rev, merge::HashBytes(logHash), merge::HashBytes(hash) };
}

} // namespace

Reached Log::readReached(const record::ScopeId &scope) const
{
    Statement find(m_database, "SELECT epoch, rev, log_hash FROM scope WHERE row = ?");
    find.bind(1, m_places.find(scope).value_or(-1));
    if (!find.step()) {
        return {};
    }
    return { static_cast<std::uint64_t>(find.integer(0)), static_cast<std::uint64_t>(find.integer(1)), find.blob(2) };
}

void Log::forgetAfterRollback() const
{
    if (m_rollbacks != m_database.rollbacks()) {
        m_rollbacks = m_database.rollbacks();
        m_reached.clear();
        m_positions.reset();
        m_stale.clear();
        // What moved may have gone back.
        m_movedAt.clear();
        m_movedInOrder.clear();
        m_movedKnownFrom = moves();
    }
}

const Reached &Log::reached(const record::ScopeId &scope) const
{
    forgetAfterRollback();
    const auto [known, isNew] = m_reached.try_emplace(scope);
    if (isNew) {
        known->second = readReached(scope);
    }
    return known->second;
}

void Log::moved(const record::ScopeId &scope)
{
    forgetAfterRollback();
    ++m_moves;
    m_reached.erase(scope);
    if (m_positions) {
        m_stale.insert(scope);
    }
    auto &at = m_movedAt[scope];
    m_movedInOrder.erase(at);
    at = moves();
    m_movedInOrder.emplace(at, scope);
}

std::optional<std::vector<record::ScopeId>> Log::movedSince(std::uint64_t moves) const
{
    forgetAfterRollback();
    if (moves < m_movedKnownFrom) {
        return std::nullopt;
    }
    std::vector<record::ScopeId> scopes;
    for (auto next = m_movedInOrder.upper_bound(moves); next != m_movedInOrder.end(); ++next) {
        scopes.push_back(next->second);
    }
    return scopes;
}

std::uint64_t Log::moves() const
{
    return m_moves + m_database.rollbacks();
}

wire::Cursor Log::cursor(const record::ScopeId &scope) const
{
    const auto known = readReached(scope);
    wire::Cursor cursor;
    *cursor.mutable_scope() = merge::toProto(scope);
    cursor.set_epoch(known.epoch);
    cursor.set_rev(known.rev);
    cursor.set_log_hash(known.logHash);
    return cursor;
}

std::vector<wire::Cursor> Log::cursors() const
{
    std::vector<wire::Cursor> cursors;
    Statement all(
        m_database,
        "SELECT kind, key, purpose, epoch, rev, log_hash FROM scope WHERE rev > 0 ORDER BY kind, key, purpose");
    while (all.step()) {
        const auto key = record::Uuid::fromRaw(all.blob(1)).value_or(record::Uuid {});
        auto &cursor = cursors.emplace_back();
        *cursor.mutable_scope() = merge::toProto(
            { static_cast<std::uint32_t>(all.integer(0)), key, static_cast<std::uint32_t>(all.integer(2)) });
        cursor.set_epoch(static_cast<std::uint64_t>(all.integer(3)));
        cursor.set_rev(static_cast<std::uint64_t>(all.integer(4)));
        cursor.set_log_hash(all.blob(5));
    }
    return cursors;
}

std::shared_ptr<const merge::Positions> Log::positions() const
{
    forgetAfterRollback();
    if (m_positions && m_stale.empty()) {
        return m_positions;
    }
    if (m_positions) {
        merge::Positions changed;
        for (const auto &scope : m_stale) {
            const auto now = readReached(scope);
            changed.push_back(merge::position(scope, now.epoch, now.rev, now.logHash));
        }
        m_positions = std::make_shared<const merge::Positions>(merge::withChanged(*m_positions, changed));
    } else {
        merge::Positions all;
        // In the order in which they lie in the file, which is sorted here in less time than SQLite takes to look each
        // up.
        Statement find(m_database, fmt::format("SELECT {} FROM scope WHERE rev > 0", positionColumns));
        while (find.step()) {
            all.push_back(readPosition(find));
        }
        merge::sortByPlace(all);
        m_positions = std::make_shared<const merge::Positions>(std::move(all));
    }
    m_stale.clear();
    return m_positions;
}

void Log::setEpoch(const record::ScopeId &scope, std::uint64_t epoch)
{
    if (cursor(scope).epoch() != epoch) {
        rememberHeads(scope);
    }
    Statement update(m_database,
                     "UPDATE scope SET epoch = ?, rev = 0, log_hash = x'', cursor_hash = x'' WHERE row = ?");
    update.bind(1, static_cast<std::int64_t>(epoch)).bind(2, m_places.rowOf(scope)).run();
    Statement placed(m_database, "DELETE FROM placed WHERE scope = ?");
    placed.bind(1, m_places.rowOf(scope)).run();
    moved(scope);
}

void Log::moveTo(const record::ScopeId &scope, const Reached &end)
{
    const auto hash = merge::cursorHash(scope, end.epoch, end.rev, end.logHash);
    Statement move(m_database, "UPDATE scope SET rev = ?, log_hash = ?, cursor_hash = ? WHERE row = ?");
    move.bind(1, static_cast<std::int64_t>(end.rev)).lendBlob(2, end.logHash).lendBlob(3, hash);
    move.bind(4, m_places.rowOf(scope)).run();
    moved(scope);
}

void Log::checkPositions(std::vector<std::string> &problems) const
{
    Statement all(m_database, fmt::format("SELECT {} FROM scope WHERE length(cursor_hash) > 0", positionColumns));
    while (all.step()) {
        const auto kept = readPosition(all);
        if (kept.hash != merge::position(kept.scope, kept.epoch, kept.rev, kept.logHash.view()).hash) {
            problems.push_back(
                fmt::format("what stands for the end of the log of {} is not its hash", kept.scope.text()));
        }
    }
}

} // namespace store
