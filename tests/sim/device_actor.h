// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/round.h"
#include "sync/host/host.h"
#include "sync/store/log.h"
#include "sync/store/record_store.h"
#include "tests/sim/academy.h"
#include "tests/sim/disk.h"
#include "tests/sim/oracle.h"
#include "tests/sim/registry.h"
#include "tests/sim/rules.h"
#include "tests/sim/steps.h"

#include <functional>
#include <utility>

namespace sim {

/// A form that somebody has open, and what was on that screen.
struct OpenForm {
    engine::Form form;
    std::map<std::uint32_t, IdSet> seen;
    std::map<std::uint32_t, std::string> texts; ///< What stood in the fields that are texts.
};

/// A conflict that somebody looks at.
struct OpenConflict {
    store::Conflict conflict;
    IdSet seen;
    IdSet lifeSeen;
};

/// What became of something that a person or the network did to a device.
enum class Outcome { Done, Impossible, Failed, Killed };

/// What all actors share.
struct Stage {
    const Academy &academy;
    Ledger &ledger;
    Registry &registry;
    Rights &rights;
    std::int64_t now = 1'790'000'000'000;
    std::uint32_t nextToken = 1;
    engine::Portions portions; ///< What devices ask for at once,
    host::Sizes sizes; ///< and what the server hands out.
    /// Everything that the server ever took, also before it was restored.
    IdSet everTaken;
    /// What the server ever took last under each name, and what it has under them now.
    using Names = std::map<std::pair<int, merge::Dot>, SaveId>;
    Names everNamed;
    Names named;
    std::map<std::uint64_t, Names> namedBefore; ///< What it had under them when an earlier epoch ended.
    /// What stood before a save in the chain in which the server took it.
    std::map<std::pair<SaveId, record::Uuid>, SaveId> parents;
    /// Texts of draft tokens, and what their forms had on screen.
    std::map<std::string, std::map<std::uint32_t, IdSet>> drafts;
    std::map<std::string, std::map<std::uint32_t, std::string>> draftTexts;
    std::function<void(const std::string &)> trace;

    /// What the server has under each name, or had at the end of that epoch.
    [[nodiscard]] const Names &namedIn(std::uint64_t epoch) const
    {
        const auto before = namedBefore.find(epoch);
        return before == namedBefore.end() ? named : before->second;
    }

    void say(const std::string &line) const
    {
        if (trace) {
            trace(line);
        }
    }
};

/// One live installation: the real engine on a disk of its own, the person in front of it, and
/// what it has been given so far.
class DeviceActor {
public:
    /// A fresh enrolled installation of a member, from an image made before.
    DeviceActor(Stage &stage, int number, int member, std::uint64_t seed);
    /// A copy of another one's disk.
    DeviceActor(const DeviceActor &original, int number, std::uint64_t seed);
    ~DeviceActor();

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] int member() const { return m_member; }
    [[nodiscard]] int person() const { return m_stage.academy.personOfMember(m_member); }
    [[nodiscard]] std::string name() const;
    [[nodiscard]] bool isOpen() const { return m_device != nullptr; }
    [[nodiscard]] engine::Device &device() { return *m_device; }
    [[nodiscard]] store::RecordStore &records() { return *m_records; }
    [[nodiscard]] store::Log &log() { return *m_log; }
    [[nodiscard]] store::Database &database() { return *m_database; }
    [[nodiscard]] Disk &disk() { return m_disk; }
    [[nodiscard]] const Knowledge &knows() const { return m_known.now; }
    /// Edits that it was ever told are erased, also in a place that it has left since.
    [[nodiscard]] const IdSet &erased() const { return m_known.erased; }
    /// Places whose records it has found to be out of date, and of which the server has not told yet.
    [[nodiscard]] const IdSet &renewing() const { return m_known.renewing; }
    /// What a restored server has under names that mean something else in what waits here, where this device has
    /// seen what they mean in a snapshot alone: until the server has answered, nobody here can tell.
    [[nodiscard]] IdSet doubtful();
    [[nodiscard]] bool isNewer() const { return m_known.isNewer; }

    // A person's doings.
    /// Of the records in that place alone, if one is given: for `named` the one that was begun there last.
    Outcome open(std::uint32_t choice, std::optional<int> place = {});
    Outcome openNew(std::uint32_t scope, std::uint32_t kind, std::optional<int> place = {});
    Outcome save(std::uint32_t form, std::uint32_t field, std::uint32_t variant);
    Outcome saveTwo(std::uint32_t form, std::uint32_t field, std::uint32_t variant);
    Outcome remove(std::uint32_t form);
    Outcome close(std::uint32_t form);
    Outcome keepDraft(std::uint32_t form);
    Outcome takeDraft(std::uint32_t choice);
    Outcome look(std::uint32_t choice);
    Outcome take(std::uint32_t choice, std::uint32_t alternative);
    Outcome write(std::uint32_t choice);
    /// The next values from this device are ones that the rules refuse.
    void writeBad(std::uint32_t count) { m_bad = count; }

    // A round, call by call.
    [[nodiscard]] bool inRound() const { return m_round != nullptr; }
    [[nodiscard]] std::string phase() const;
    /// Begins a round or goes on with it: the next call, nothing at its end or when the disk failed.
    std::optional<engine::Call> nextCall();
    Outcome begin();
    Outcome answer(const engine::Call &call, const engine::Reply &reply);
    void giveUp();
    /// How the last round ended.
    [[nodiscard]] const engine::Report &lastReport() const { return m_lastReport; }

    // The machine.
    void killNow(std::optional<Cut> cut);
    void armKill(std::uint32_t operations, std::optional<Cut> cut);
    void disarm();
    /// No room for this many steps from now.
    void fillDisk(std::uint32_t steps);
    /// A step has passed.
    void tick();
    void setClockOff(std::int64_t milliseconds) { m_clockOff = milliseconds; }
    void keepImage();
    [[nodiscard]] bool hasBackups() const { return !m_backups.empty(); }
    void rollBack(std::uint32_t choice);
    void upgrade();
    /// Opens the store if it is closed. False while its disk lets nobody.
    bool reopen();

    /// A kill or a failed disk operation since the last call: what the device was doing, and the kinds of
    /// field that it was saving.
    struct Hit {
        Fault fault;
        std::string moment;
        std::uint32_t kinds = 0;
    };
    [[nodiscard]] std::vector<Hit> takeHits() { return std::exchange(m_hits, {}); }
    /// What this device itself saw broken since the last call.
    [[nodiscard]] std::vector<Broken> takeBroken() { return std::exchange(m_broken, {}); }
    /// Records that may have changed since the last call; nothing means all.
    [[nodiscard]] std::optional<std::vector<store::RecordKey>> takeTouched();
    /// What its outbox holds, a line each: the name, and what it says.
    [[nodiscard]] std::vector<std::string> whatWaits();
    /// Field kinds of what this device has and the server has not acknowledged.
    [[nodiscard]] std::uint32_t unsettledKinds();
    [[nodiscard]] bool hasForms() const { return !m_forms.empty(); }

private:
    struct Planned {
        SaveMade save;
        std::vector<EditMade> edits;
    };
    struct Unobserved {
        engine::Call call;
        engine::Reply reply;
        std::map<record::ScopeId, cadre::sync::v1::Cursor> before;
    };
    /// What is on the disk, as the oracle sees it: goes back with it.
    struct OnDisk {
        Knowledge now;
        IdSet erased;
        IdSet renewing; ///< Places whose snapshot it needs.
        bool isNewer = false;
        /// Its own saves by what stays theirs when their chain gets another name.
        std::map<std::pair<int, std::uint64_t>, SaveId> times;
        /// Saves that did not return, and whose bytes may be there: a commit that the disk refused may come
        /// to light when the file is opened the next time.
        std::vector<Planned> uncertain;
        std::vector<Unobserved> perhaps; ///< Answers of which the same is true.
    };
    struct Backup {
        Disk::Image image;
        OnDisk known;
    };
    /// The place in `m_forms` of the one chosen, or of the last.
    [[nodiscard]] std::size_t formAt(std::uint32_t choice) const
    {
        return choice == named ? m_forms.size() - 1 : choice % m_forms.size();
    }
    Outcome attempt(const std::function<void()> &doing);
    Outcome saveEdits(const std::vector<OpenForm *> &forms, const std::vector<engine::Edit> &edits,
                      std::vector<Planned> planned);
    Outcome write(const OpenConflict &open, const std::function<void()> &doing, const Value &value);
    /// A field of the type; texts more often than others, since what they merge like has the most cases.
    [[nodiscard]] static const record::FieldDescriptor &fieldOf(const google::protobuf::Descriptor &type,
                                                                std::uint32_t choice);
    /// Changes one field of `desired` and notes what that is.
    void change(const OpenForm &open, record::Message &desired, std::uint32_t field, std::uint32_t variant,
                std::vector<EditMade> &edits);
    [[nodiscard]] std::map<std::uint32_t, std::string> textsOn(const store::RecordKey &key) const;
    [[nodiscard]] EditMade lifeOf(const OpenForm &open, const char *value) const;
    /// Does what saves `planned`, and takes down what of it is on the disk then.
    Outcome keep(const std::vector<Planned> &planned, const std::function<void()> &doing, std::vector<SaveId> &made);
    /// Takes down those of the uncertain saves that are on the disk.
    std::vector<SaveId> adoptSaves();
    [[nodiscard]] static bool isOf(const merge::Change &change, const Planned &planned);
    /// The disk tells now what is on it.
    void settleUncertain();
    /// What was uncertain until now is gone for good: other bytes are in its place.
    void forgetUncertain();
    void clearUncertain();
    void noteHit(Fault fault);
    void shut();
    void observe(const engine::Call &call, const engine::Reply &reply,
                 const std::map<record::ScopeId, cadre::sync::v1::Cursor> &before);
    [[nodiscard]] std::map<record::ScopeId, cadre::sync::v1::Cursor> cursors();
    void observeVerdicts();
    [[nodiscard]] IdSet setAsideAndErased() const;
    /// Saves that wait here, in every place.
    [[nodiscard]] IdSet waiting();
    /// Nothing is shown of places that the device has left; what waits goes on waiting.
    void forgetLeft();
    void touch(SaveId save);
    void deliver(SaveId save, bool isSigned);
    void lose(SaveId save);
    /// What the server had told up to there, and what stands under its names.
    struct Served {
        Knowledge known;
        const Stage::Names &names;
    };
    [[nodiscard]] Served servedUpTo(const cadre::sync::v1::Cursor &cursor) const;
    /// Carried for somebody else, and its chain is another one in what the server told: that is asked about
    /// before it is shown again.
    [[nodiscard]] bool isTwinUnder(SaveId save, merge::Dot name, const Served &served) const;
    [[nodiscard]] bool isTwin(SaveId save, const Served &served) const;
    /// Adds what the server has in other places of that chain than those before the save.
    void addTwinsUnder(SaveId save, const Served &served, IdSet &twins) const;
    /// Its log has the content of it.
    [[nodiscard]] bool isHere(SaveId save) const;
    /// True when it has the save in a form that outlives the server's.
    [[nodiscard]] bool holds(SaveId save) const;
    /// It does not know that it has left the place.
    [[nodiscard]] bool shows(int scope) const;
    void observePages(const cadre::sync::v1::PullResponse &pulled);
    void observeLost(const std::string &reply);
    void noteErased(SaveId save, const std::string &body, bool isHere);
    void observeSnapshot(const record::ScopeId &scope);
    [[nodiscard]] std::string newToken(int scope);
    [[nodiscard]] record::Entropy entropy();

    Stage &m_stage;
    int m_number;
    int m_member;
    Disk m_disk;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<engine::Device> m_device;
    std::unique_ptr<store::RecordStore> m_records;
    std::unique_ptr<store::Log> m_log;
    std::unique_ptr<engine::Round> m_round;
    engine::Report m_lastReport;
    std::string m_phase;
    OnDisk m_known;
    std::vector<Backup> m_backups;
    std::vector<OpenForm> m_forms;
    std::vector<OpenConflict> m_conflicts;
    std::optional<Cut> m_cut;
    std::size_t m_promised = 0; ///< So many of the last uncertain saves did return: their bytes must be there.
    std::vector<Broken> m_broken;
    std::vector<Hit> m_hits;
    bool m_isSaving = false;
    std::vector<Unobserved> m_unobserved; ///< Answered when its disk let nobody look.
    std::int64_t m_clockOff = 0;
    std::uint32_t m_bad = 0;
    std::uint32_t m_fullFor = 0;
    std::shared_ptr<Random> m_random;
    bool m_touchedAll = false;
    std::vector<store::RecordKey> m_touched;

public:
    /// What the server has applied and what it has set aside in a scope up to a rev; set by the world.
    std::function<Knowledge(const record::ScopeId &, std::uint64_t epoch, std::uint64_t rev)> historyUpTo;
};

} // namespace sim
