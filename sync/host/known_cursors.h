// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/cursors.h"

#include <map>
#include <string>
#include <vector>

namespace store {
class Database;
}

namespace host {

using merge::Cursors;

/// What each device last said of where it stands: by digest, so that a device in agreement sends
/// 32 bytes, and in the store now and then, so that what everybody has seen can be compacted.
class KnownCursors {
public:
    explicit KnownCursors(store::Database &database);

    struct Said {
        std::string digest; ///< Of the cursors.
        Cursors cursors;
    };
    /// Remembers the cursors; writes them to the store when what is there is an hour old.
    void keep(const record::Uuid &site, const record::Uuid &person, Said said, std::int64_t now);
    /// Null when that is not what the device last said.
    [[nodiscard]] const Cursors *find(const record::Uuid &site, const std::string &digest) const;

    /// A device that stands where it last said is here: its lease goes on.
    void refresh(const record::Uuid &site, const record::Uuid &person, std::int64_t now);

    /// A device that was here lately, and where it stood at least.
    struct Lease {
        record::Uuid site;
        record::Uuid person;
        Cursors cursors;
    };
    /// Devices that were here since then (UTC milliseconds).
    [[nodiscard]] std::vector<Lease> leases(std::int64_t since) const;

private:
    void write(const record::Uuid &site, const record::Uuid &person, const Cursors &cursors, std::int64_t now);

    store::Database &m_database;
    std::map<record::Uuid, Said> m_known;
};

} // namespace host
