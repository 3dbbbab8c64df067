// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sim {

/// What goes wrong, and what people and administrators do that engines trip over.
enum class Fault {
    Drop,
    Duplicate,
    Delay,
    Reorder,
    PartitionUp,
    PartitionDown,
    Kill,
    Power,
    ServerKill,
    ServerPower,
    DiskError,
    Full,
    Clock,
    Copy,
    Rollback,
    Restore,
    Grant,
    Revoke,
    Refuse,
    Upgrade,
    Compact,
    Hostile,
    Lease,
    Erase,
};
inline constexpr int faultCount = 24;
[[nodiscard]] const char *nameOf(Fault fault);

/// Which faults a history may hold.
using Faults = std::uint32_t;
inline constexpr Faults allFaults = (1U << faultCount) - 1;
[[nodiscard]] constexpr bool holds(Faults faults, Fault fault)
{
    return (faults >> static_cast<int>(fault) & 1) != 0;
}
/// Reads `all`, `none` or `drop,kill,…`. Throws std::invalid_argument with a sentence.
[[nodiscard]] Faults faultsOf(const std::string &list);

enum class Action {
    Open,
    OpenNew,
    Save,
    SaveTwo,
    Remove,
    Close,
    KeepDraft,
    TakeDraft,
    Look,
    Take,
    Write,
    Begin,
    Deliver,
    Round,
    GiveUp,
    Wait,
    Drop,
    Duplicate,
    Delay,
    Arrive,
    PartitionUp,
    PartitionDown,
    Heal,
    Kill,
    Power,
    ServerKill,
    ServerPower,
    DiskError,
    Full,
    Room,
    Clock,
    Keep,
    Rollback,
    Copy,
    KeepServer,
    Restore,
    Grant,
    Revoke,
    Bad,
    Upgrade,
    Compact,
    Hostile,
    Absence,
    Erase,
};
inline constexpr int actionCount = 44;
[[nodiscard]] const char *nameOf(Action action);
/// The fault that an action is, if it is one.
[[nodiscard]] std::optional<Fault> faultOf(Action action);

/// A number from here on names a place, or what was opened last, where others choose among all.
inline constexpr std::uint32_t named = 1000;
/// The actor that was added last.
inline constexpr std::uint32_t newest = named;

/// One thing that happens. The numbers choose among what there is at that moment; a step that
/// makes no sense then does nothing, so that any part of a history is a history.
struct Step {
    Action action = Action::Wait;
    std::uint32_t actor = 0;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t c = 0;
};
[[nodiscard]] std::string text(const Step &step);

/// A history in full: where it begins and what happens.
struct History {
    std::uint64_t seed = 0;
    int devices = 4;
    int scopes = 3;
    std::vector<Step> steps;
};

/// Makes up a seed's history. `replicas` 0: three to six devices.
[[nodiscard]] History makeHistory(std::uint64_t seed, int replicas, Faults faults);

} // namespace sim
