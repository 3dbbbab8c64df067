// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/grant.h"

#include <map>
#include <optional>
#include <vector>

namespace engine {

/// A place as the server's grant has it.
struct GrantedPlace {
    merge::GrantedPlace place;
    merge::Standing standing = merge::Standing::Good;
    std::int64_t readableUntil = 0; ///< UTC milliseconds.
};

/// What this device holds of the server's signed word about who may be where: good without a connection.
struct Granted {
    std::optional<merge::Grant> grant; ///< Nothing before the first round.
    std::vector<GrantedPlace> places;
    std::optional<merge::Revocations> list; ///< Of devices that are signed out.
    std::int64_t now = 0; ///< UTC milliseconds, by which they were judged: never before a time that was seen.
};

/// A place in which what others wrote is not shown.
struct ClosedPlace {
    bool wasLent = false; ///< To somebody who only reads there: nothing at all is shown.
    std::vector<std::uint32_t> serverTypes; ///< As in merge::GrantedPlace.
};

/// The closed places, from when and until before when (UTC milliseconds) it is these.
struct Closed {
    std::map<record::ScopeId, ClosedPlace> places;
    std::int64_t from = 0;
    std::int64_t until = 0;
};

} // namespace engine
