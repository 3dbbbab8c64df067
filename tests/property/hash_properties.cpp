// SPDX-License-Identifier: Apache-2.0
#include "tests/property/history.h"

#include <algorithm>

namespace property {

namespace {

namespace wire = cadre::sync::v1;

constexpr std::uint64_t tenMinutes = 10 * 60 * 1000;

std::vector<wire::Cursor> anyCursors()
{
    const auto numbers = *rc::gen::unique<std::vector<int>>(rc::gen::inRange(0, 60));
    std::vector<wire::Cursor> cursors;
    for (const int number : numbers) {
        auto &cursor = cursors.emplace_back();
        cursor.mutable_scope()->set_kind(static_cast<std::uint32_t>(number % 5));
        cursor.mutable_scope()->set_key(siteNumber(number).raw());
        cursor.set_epoch(*rc::gen::inRange<std::uint64_t>(0, 3));
        cursor.set_rev(*rc::gen::inRange<std::uint64_t>(0, 1000));
        cursor.set_log_hash(std::string(32, static_cast<char>(number)));
    }
    return cursors;
}

/// Changes one number or byte of one cursor.
void change(wire::Cursor &cursor)
{
    switch (*rc::gen::inRange(0, 5)) {
    case 0:
        cursor.mutable_scope()->set_purpose(cursor.scope().purpose() + 1);
        break;
    case 1:
        cursor.mutable_scope()->set_kind(cursor.scope().kind() + 1);
        break;
    case 2:
        cursor.set_epoch(cursor.epoch() + 1);
        break;
    case 3:
        cursor.set_rev(cursor.rev() + 1);
        break;
    default:
        cursor.mutable_log_hash()->back() ^= 1;
    }
}

} // namespace

bool checkHashes()
{
    bool holds = rc::check("a digest of cursors does not know their order", [] {
        const auto cursors = anyCursors();
        auto sorted = cursors;
        std::sort(sorted.begin(), sorted.end(),
                  [](const auto &a, const auto &b) { return a.scope().key() > b.scope().key(); });
        RC_ASSERT(merge::cursorDigest(cursors) == merge::cursorDigest(sorted));
    });
    holds &= rc::check("a digest of cursors knows each of their numbers", [] {
        auto cursors = anyCursors();
        RC_PRE(!cursors.empty());
        const auto digest = merge::cursorDigest(cursors);
        change(cursors[*rc::gen::inRange<std::size_t>(0, cursors.size())]);
        RC_ASSERT(merge::cursorDigest(cursors) != digest);
        cursors.pop_back();
        RC_ASSERT(merge::cursorDigest(cursors) != digest);
    });
    holds &= rc::check("a log's hash depends on each of its inputs", [] {
        const std::string previous(32, static_cast<char>(*rc::gen::inRange(0, 100)));
        const std::string header(32, static_cast<char>(*rc::gen::inRange(0, 100)));
        const auto rev = *rc::gen::inRange<std::uint64_t>(0, 1ULL << 62);
        const auto verdict = *rc::gen::inRange<std::uint32_t>(0, 5);
        const auto whole = merge::nextLogHash(previous, rev, header, verdict);
        auto otherPrevious = previous;
        otherPrevious[*rc::gen::inRange<std::size_t>(0, 32)] ^= 1;
        auto otherHeader = header;
        otherHeader[*rc::gen::inRange<std::size_t>(0, 32)] ^= 1;
        RC_ASSERT(merge::nextLogHash(previous, rev, header, verdict) == whole);
        RC_ASSERT(merge::nextLogHash(otherPrevious, rev, header, verdict) != whole);
        RC_ASSERT(merge::nextLogHash(previous, rev + 1, header, verdict) != whole);
        RC_ASSERT(merge::nextLogHash(previous, rev, otherHeader, verdict) != whole);
        RC_ASSERT(merge::nextLogHash(previous, rev, header, verdict + 1) != whole);
    });
    holds &= rc::check("where one part of a hash ends and the next begins matters", [] {
        const auto one = *rc::gen::arbitrary<std::string>();
        const auto other = *rc::gen::nonEmpty<std::string>();
        RC_ASSERT(merge::hash("cadre.part.v1", { one, other })
                  != merge::hash("cadre.part.v1", { one + other.substr(0, 1), other.substr(1) }));
        RC_ASSERT(merge::hash("cadre.part.v1", { one, other }) != merge::hash("cadre.body.v1", { one, other }));
    });
    holds &= rc::check("hybrid time goes on, and never behind the clock", [] {
        const auto now = *rc::gen::inRange<std::int64_t>(0, 1LL << 45);
        const auto last = *rc::gen::inRange<std::uint64_t>(0, (static_cast<std::uint64_t>(now) + tenMinutes) << 16);
        const auto next = merge::nextHybridTime(last, now);
        RC_ASSERT(next > last);
        RC_ASSERT(merge::millisecondsOf(next) >= now);
    });
    holds &= rc::check("a time far ahead of the clock is not followed", [] {
        const auto now = *rc::gen::inRange<std::int64_t>(0, 1LL << 45);
        const auto ahead = *rc::gen::inRange<std::uint64_t>(tenMinutes + 1, 1ULL << 40);
        const auto next = merge::nextHybridTime((static_cast<std::uint64_t>(now) + ahead) << 16, now);
        RC_ASSERT(merge::millisecondsOf(next) == now);
    });
    return holds;
}

} // namespace property
