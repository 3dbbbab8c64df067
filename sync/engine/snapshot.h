// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/parts.h"
#include "sync/store/snapshot.h"
#include "cadre/sync/v1alpha/snapshot.pb.h"

namespace engine {

/// Snapshots on their way here: chunks are kept as they come, so that one may be gone on with
/// after an interruption.
class Fetching {
public:
    explicit Fetching(Device::Parts &parts);

    static void makeTables(store::Database &database);

    /// The scope's records can't be trusted to be whole until a snapshot has taken their place.
    void want(const record::ScopeId &scope);
    /// Forgets what has come of places that this person does not belong to; they begin anew.
    void dropOfOthers();
    [[nodiscard]] bool isWanted(const record::ScopeId &scope) const;
    /// Drops what has come of the scope's snapshot.
    void drop(const record::ScopeId &scope);
    /// How to go on with the scope's snapshot.
    [[nodiscard]] cadre::sync::v1alpha::WantedSnapshot wanted(const record::ScopeId &scope) const;

    struct Taken {
        bool complete = false;
        /// What waits here has to be offered before the snapshot can take its place.
        bool pushFirst = false;
        std::uint64_t records = 0;
        std::string problem; ///< One sentence; then nothing of the part may be kept.
    };
    /// Keeps a part; once the last chunk is here, the snapshot takes the place of the scope's
    /// records, and what waits is merged into them. Inside a savepoint. Throws store::Invalid with a
    /// sentence when a chunk can't be read.
    [[nodiscard]] Taken take(const cadre::sync::v1alpha::SnapshotPart &part);

private:
    [[nodiscard]] std::uint64_t apply(const record::ScopeId &scope, const cadre::sync::v1alpha::SnapshotHead &head,
                                      const std::vector<std::string> &chunks);

    [[nodiscard]] bool mayHaveATwin(const record::ScopeId &scope, const cadre::sync::v1alpha::SnapshotHead &head) const;
    [[nodiscard]] bool asksAfterRestore(const record::ScopeId &scope, const cadre::sync::v1alpha::SnapshotHead &head);

    Device::Parts &m;
    std::optional<store::SnapshotWriter> m_writer;
};

} // namespace engine
