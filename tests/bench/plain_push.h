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
/// moves the rows of the table, it moves those and the changes, with all their columns and indexes, in one durable
/// transaction; each change is decoded (header, body, edit) and hashed as a chain of signed headers asks (its bytes,
/// and three short hashes), one Ed25519 signature is verified for 256 of them, and once the server has answered, in
/// one byte, the sender marks every change as taken, in a durable transaction of its own.
///
/// It leaves out what a server of ours does beside: asking who may write what and whether the values hold, looking
/// whether the record is there, remembering who made it, sums that follow from it, a verdict for each change and a
/// receipt for each chain, a poll, HTTP. The connection stands and the empty tables are made before the clock starts;
/// ours makes its connection within its time.
[[nodiscard]] double pushPlain(const PlainPush &job);

} // namespace bench
