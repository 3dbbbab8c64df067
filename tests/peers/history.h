// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <set>
#include <vector>

namespace peers {

/// One saved edit of one field: its place in History::edits.
using EditNumber = std::size_t;

/// A field of a record.
struct Cell {
    int record = 0;
    int field = 0;

    auto operator<=>(const Cell &) const = default;
};

struct Edit {
    Cell cell;
    int replica = 0;
    int save = 0; ///< Edits of one save share it.
    int value = 0;
    /// Every edit of the record that had reached this device when the form was opened, and the
    /// form's own earlier saves: the truth, independent of any rule.
    std::set<EditNumber> seen;
};

/// What happens next, under every rule alike.
struct Event {
    enum class Kind { Open, Save, Receive, Sync };
    Kind kind = Kind::Open;
    int replica = 0;
    int form = 0; ///< Open and Save.
    int record = 0; ///< Open and Save.
    std::vector<EditNumber> edits; ///< Save.
    std::int64_t deviceTime = 0; ///< Milliseconds on this device's own clock.
};

/// What several people did on devices with clocks of their own, and when the devices met the server.
/// It ends with everybody in agreement.
struct History {
    int replicas = 0;
    int records = 0;
    int fields = 0;
    std::vector<Edit> edits;
    std::vector<Event> events;
};

/// The same history for the same seed, on every machine.
[[nodiscard]] History makeHistory(std::uint64_t seed);

} // namespace peers
