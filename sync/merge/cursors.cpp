// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/cursors.h"

#include "sync/record/plant.h"

#include <algorithm>

namespace merge {

namespace {

bool isBefore(const Position &a, const Position &b)
{
    return a.scope < b.scope;
}

} // namespace

Position position(const record::ScopeId &scope, std::uint64_t epoch, std::uint64_t rev, std::string_view logHash)
{
    return { scope, epoch, rev, HashBytes(logHash), HashBytes(cursorHash(scope, epoch, rev, logHash)) };
}

std::optional<Positions> positionsOf(const google::protobuf::RepeatedPtrField<cadre::sync::v1::Cursor> &cursors)
{
    Positions positions;
    positions.reserve(static_cast<std::size_t>(cursors.size()));
    for (const auto &cursor : cursors) {
        const auto scope = fromProto(cursor.scope());
        if (!scope || !HashBytes::fits(cursor.log_hash())) {
            return std::nullopt;
        }
        positions.push_back(position(*scope, cursor.epoch(), cursor.rev(), cursor.log_hash()));
    }
    sortByPlace(positions);
    // The last of each.
    const auto kept = std::unique(positions.rbegin(), positions.rend(),
                                  [](const Position &a, const Position &b) { return a.scope == b.scope; });
    positions.erase(positions.begin(), kept.base());
    return positions;
}

void sortByPlace(Positions &positions)
{
    if (!std::is_sorted(positions.begin(), positions.end(), isBefore)) {
        std::stable_sort(positions.begin(), positions.end(), isBefore);
    }
}

cadre::sync::v1::Cursor cursorOf(const Position &position)
{
    cadre::sync::v1::Cursor cursor;
    *cursor.mutable_scope() = toProto(position.scope);
    cursor.set_epoch(position.epoch);
    cursor.set_rev(position.rev);
    const auto logHash = position.logHash.view();
    cursor.set_log_hash(logHash.data(), logHash.size());
    return cursor;
}

const Position *find(const Positions &positions, const record::ScopeId &scope)
{
    const auto found =
        std::lower_bound(positions.begin(), positions.end(), scope,
                         [](const Position &one, const record::ScopeId &other) { return one.scope < other; });
    return found != positions.end() && found->scope == scope ? &*found : nullptr;
}

bool isSame(const Position &a, const Position &b)
{
    return a.rev == b.rev && (CADRE_PLANT("poll_compares_revs") || (a.epoch == b.epoch && a.logHash == b.logHash));
}

std::string digestOf(const Positions &positions)
{
    std::string bytes;
    bytes.reserve(positions.size() * sizeof(record::Uuid) * 2);
    for (const auto &position : positions) {
        bytes += position.hash.view();
    }
    return hash("cadre.cursors.v1", { bytes });
}

Positions changedPositions(const Positions &before, const Positions &after)
{
    Positions changed;
    auto known = before.begin();
    const auto takeGone = [&](auto isGone) {
        for (; known != before.end() && isGone(*known); ++known) {
            changed.push_back(position(known->scope, 0, 0, {}));
        }
    };
    for (const auto &now : after) {
        takeGone([&](const Position &one) { return one.scope < now.scope; });
        const bool isKnown = known != before.end() && known->scope == now.scope;
        if (!isKnown || !isSame(*known, now)) {
            changed.push_back(now);
        }
        known += isKnown ? 1 : 0;
    }
    takeGone([](const Position &) { return true; });
    return changed;
}

Positions withChanged(const Positions &before, const Positions &changed)
{
    Positions after;
    after.reserve(before.size() + changed.size());
    auto known = before.begin();
    for (const auto &now : changed) {
        const auto next = std::lower_bound(known, before.end(), now, isBefore);
        after.insert(after.end(), known, next);
        known = next != before.end() && next->scope == now.scope ? next + 1 : next;
        if (now.rev != 0) {
            after.push_back(now);
        }
    }
    after.insert(after.end(), known, before.end());
    return after;
}

} // namespace merge
