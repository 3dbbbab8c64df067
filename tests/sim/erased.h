// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/disk.h"
#include "tests/sim/oracle.h"

namespace store {
class Database;
}

namespace sim {

enum class Keeping { Nothing, SetAside };

/// Looks through every byte of a replica's files, also those that no table holds any more, and through the snapshots
/// that it keeps packed, for words of edits that it knows to be erased. Words that stand in another edit as well, as
/// in a text that somebody made from an erased one, may stay. A draft is the page that somebody is writing, and
/// nobody's but theirs: it keeps what was on screen until it is saved or closed, and is not looked into. So does what
/// was set aside on a device.
[[nodiscard]] std::vector<Broken> erasedOn(const Disk &disk, store::Database &database, const Ledger &ledger,
                                           const Knowledge &known, const std::string &replica, Keeping keeping);

/// True when the body has that edit's part with its bytes.
[[nodiscard]] bool tells(const std::string &body, const EditMade &edit);

} // namespace sim
