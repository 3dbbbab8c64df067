// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/round.h"
#include "sync/host/host.h"
#include "sync/store/log.h"
#include "sync/store/record_store.h"
#include "tests/sim/device_actor.h"

namespace sim {

/// The serving side on a disk of its own: the real host between the simulated network and rules.
class ServerActor {
public:
    /// A change as the server took it, or set it aside.
    struct Placed {
        std::uint64_t rev;
        SaveId save;
        bool isApplied;
    };

    ServerActor(Stage &stage, std::uint64_t seed);
    ~ServerActor();

    /// Answers after the commit; nothing when it was killed meanwhile.
    [[nodiscard]] std::optional<engine::Reply> serve(const engine::Call &call, const host::Caller &caller);

    void killNow(std::optional<Cut> cut);
    void armKill(std::uint32_t operations, std::optional<Cut> cut);
    void disarm();
    void keepImage();
    /// As `cadred restore` does: an older disk, and a new epoch. The latest one for `named`.
    [[nodiscard]] bool restore(std::uint32_t choice);
    void dropBackups() { m_backups.clear(); }
    [[nodiscard]] bool hasBackups() const { return !m_backups.empty(); }
    std::uint64_t compact(int scope);
    /// Records forgotten since the last call.
    [[nodiscard]] std::uint64_t takeForgotten() { return std::exchange(m_forgotten, 0); }
    /// As an administrator does because of a person's right: a record of the place, by chance or, for `named`, the
    /// one that was begun there last; what the file still holds of it stays for later where the disk is full.
    void erase(int scope, std::uint32_t choice, bool isFull);
    /// As after each push, and once a day.
    void removeLeftovers();
    bool reopen();

    [[nodiscard]] const Knowledge &knows() const { return m_known.now; }
    [[nodiscard]] store::RecordStore &records() { return *m_records; }
    [[nodiscard]] store::Log &log() { return *m_log; }
    [[nodiscard]] std::uint64_t epoch() const { return m_host->epoch(); }
    [[nodiscard]] store::Database &database() { return *m_database; }
    [[nodiscard]] const Disk &disk() const { return m_disk; }
    /// What it had applied and set aside in a scope when its log ended at `rev` in that epoch.
    [[nodiscard]] Knowledge upTo(const record::ScopeId &scope, std::uint64_t epoch, std::uint64_t rev) const;
    [[nodiscard]] std::vector<Broken> takeBroken() { return std::exchange(m_broken, {}); }
    [[nodiscard]] std::optional<std::vector<store::RecordKey>> takeTouched();

private:
    struct OnDisk {
        Knowledge now;
        std::map<record::ScopeId, std::vector<Placed>> history;
        std::map<record::ScopeId, std::uint64_t> revs;
        Stage::Names named;
    };

    [[nodiscard]] std::string respond(const engine::Call &call, const host::Caller &caller);
    void shut();
    /// Its records are judged for what is lost alone, or it shows nowhere: a word on a record without fields.
    [[nodiscard]] bool isLoose(SaveId save) const;
    /// Takes down what the log has grown by.
    void observe();
    [[nodiscard]] IdSet seenByItsDelete(const store::RecordKey &key, std::uint32_t field) const;
    /// Takes down the host's own word that records are gone; nothing when the change is none of that.
    [[nodiscard]] std::optional<SaveId> adoptForgetting(const store::LoggedChange &entry);
    [[nodiscard]] std::optional<SaveId> adoptErasing(const store::LoggedChange &entry);
    /// Where the log has less of a chain than the word covers, nobody can tell whether it is that chain: what is erased
    /// stays erased, and what stands there goes with it.
    void noteErasedBlindly(SaveId word, const record::ScopeId &scope);
    void noteSaid(const host::Caller &caller, const cadre::sync::v1::PollRequest &request);
    /// What was forgotten since that rev had been deleted for everybody.
    void requireStable(const record::ScopeId &scope, std::uint64_t after);

    Stage &m_stage;
    Disk m_disk;
    TableRules m_rules;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<store::Log> m_log;
    std::unique_ptr<store::RecordStore> m_records;
    std::unique_ptr<host::Host> m_host;
    OnDisk m_known;
    /// What it told in earlier epochs: a reply may be on its way for long.
    std::map<std::uint64_t, std::map<record::ScopeId, std::vector<Placed>>> m_told;
    std::vector<std::pair<Disk::Image, OnDisk>> m_backups;
    int m_restores = 0;
    std::optional<Cut> m_cut;
    std::optional<std::string> m_early; ///< What it has said before the commit, when that bug is planted.
    std::vector<Broken> m_broken;
    std::vector<store::RecordKey> m_touched;
    bool m_touchedAll = false;
    std::uint64_t m_forgotten = 0;
    /// How far each device said that it had come.
    struct Said {
        record::Uuid person;
        std::int64_t at = 0;
        std::map<std::pair<record::ScopeId, std::uint64_t>, std::uint64_t> revs; ///< By epoch.
    };
    std::map<record::Uuid, Said> m_said;
};

} // namespace sim
