// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace bench {

struct PlainPush {
    std::string device; ///< Its store, which has the rows and the changes that made them.
    std::string folder; ///< For what is made on the way.
    std::string table;
    std::int64_t afterRow = 0; ///< Of the table: only rows that were added after this one.
    std::int64_t afterChange = 0; ///< The same of the changes.
};

/// The seconds that handing over signed changes takes any server that keeps them for others: as copyPlain()
/// moves the rows of the table, it moves those and the changes in one durable transaction; each change is hashed
/// as a chain of signed headers asks (its bytes, and three short hashes), one Ed25519 signature is verified for 256 of
/// them, and once the server has answered, the sender marks every change as taken, in a durable transaction of
/// its own. The connection stands and the empty tables are made before the clock starts.
[[nodiscard]] double pushPlain(const PlainPush &job);

} // namespace bench
