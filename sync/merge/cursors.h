// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace merge {

/// A hash where it stands, since a replica keeps two for each place: up to 32 bytes, or none.
class HashBytes {
public:
    HashBytes() = default;
    /// What is longer is cut: ask fits() first.
    explicit HashBytes(std::string_view bytes)
        : m_size(static_cast<std::uint8_t>(std::min(bytes.size(), m_bytes.size())))
    {
        std::copy_n(bytes.begin(), m_size, m_bytes.begin());
    }

    [[nodiscard]] static bool fits(std::string_view bytes) { return bytes.size() <= HashBytes().m_bytes.size(); }
    [[nodiscard]] std::string_view view() const { return { m_bytes.data(), m_size }; }
    bool operator==(const HashBytes &) const = default;

private:
    std::array<char, 32> m_bytes {};
    std::uint8_t m_size = 0;
};

/// Where a replica stands in one place, with the hash by which that counts in a digest.
struct Position {
    record::ScopeId scope;
    std::uint64_t epoch = 0;
    std::uint64_t rev = 0;
    HashBytes logHash;
    HashBytes hash;
};
/// By place, each once.
using Positions = std::vector<Position>;

[[nodiscard]] Position position(const record::ScopeId &scope, std::uint64_t epoch, std::uint64_t rev,
                                std::string_view logHash);
/// In their order; nothing when one names a place that can't be read, or has a longer hash than there are. Of two for
/// one place the later counts.
[[nodiscard]] std::optional<Positions>
positionsOf(const google::protobuf::RepeatedPtrField<cadre::sync::v1::Cursor> &cursors);
/// Those of one place stay in their order.
void sortByPlace(Positions &positions);
[[nodiscard]] cadre::sync::v1::Cursor cursorOf(const Position &position);

/// Null when there is none of that place.
[[nodiscard]] const Position *find(const Positions &positions, const record::ScopeId &scope);
/// True when both say the same of their place.
[[nodiscard]] bool isSame(const Position &a, const Position &b);
/// cursorDigest() of them.
[[nodiscard]] std::string digestOf(const Positions &positions);
/// Those that are not as they were; with rev 0 for one that is gone.
[[nodiscard]] Positions changedPositions(const Positions &before, const Positions &after);
/// What changedPositions() was made from.
[[nodiscard]] Positions withChanged(const Positions &before, const Positions &changed);

} // namespace merge
