// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/cursors.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace store {
class Database;
}

namespace host {

/// A device that was here lately, and which revs of an epoch it had seen at least.
struct Lease {
    record::Uuid person;
    std::map<record::ScopeId, std::uint64_t> revs;
};
using Leases = std::vector<Lease>;

/// Where a device said that it stands.
struct Said {
    std::string digest; ///< Of the positions.
    merge::Positions positions;
    /// The place in the host's own history at which nothing had moved for the device: Readable's number, Log's moves,
    /// epoch.
    std::tuple<std::uint64_t, std::uint64_t, std::uint64_t> agreedAt;
    std::vector<record::ScopeId> movedSince; ///< Where the device says that it stands elsewhere than it did there.
    std::int64_t writtenAt = INT64_MIN; ///< To the store, as far as is known.
};

/// What each device last said of where it stands: by digest, so that a device in agreement sends
/// 32 bytes, and in the store now and then, so that what everybody has seen can be compacted.
class KnownCursors {
public:
    explicit KnownCursors(store::Database &database);

    /// Remembers the positions; writes them to the store when what is there is an hour old.
    Said &keep(const record::Uuid &site, const record::Uuid &person, merge::Positions positions, std::string digest,
               std::int64_t now);
    /// The same, where these alone are not as under the digest that is known.
    Said &keepChanged(const record::Uuid &site, const record::Uuid &person, merge::Positions positions,
                      std::string digest, std::int64_t now, const merge::Positions &changed);
    /// Null when that is not what the device last said.
    [[nodiscard]] Said *find(const record::Uuid &site, const std::string &digest);

    /// A device that stands where it last said is here: its lease goes on.
    void refresh(const record::Uuid &site, const record::Uuid &person, std::int64_t now);

    /// Devices that were here since then (UTC milliseconds).
    [[nodiscard]] Leases leases(std::int64_t since, std::uint64_t epoch) const;

private:
    void write(const record::Uuid &site, const record::Uuid &person, Said &said, std::int64_t now);

    store::Database &m_database;
    std::map<record::Uuid, Said> m_known;
};

} // namespace host
