// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/counters.h"
#include "tests/sim/hostile.h"
#include "tests/sim/server_actor.h"
#include "tests/sim/steps.h"

namespace sim {

/// Everything of one history: the devices, the server, what is on its way between them, and the
/// oracle, which looks after every step.
class World {
public:
    World(const Academy &academy, const History &history, std::function<void(const std::string &)> trace);
    ~World();

    void apply(const Step &step);
    /// Lets everything heal, and holds all replicas against each other.
    void settle();

    [[nodiscard]] const std::vector<Broken> &broken() const { return m_broken; }
    [[nodiscard]] const Counters &counters() const { return m_counters; }
    [[nodiscard]] const Ledger &ledger() const { return m_ledger; }

private:
    /// What a device waits for.
    struct Line {
        std::optional<engine::Call> request;
        std::optional<engine::Reply> reply;
        engine::Call asked;
        std::uint32_t upCut = 0; ///< For so many steps more nothing gets through to the server,
        std::uint32_t downCut = 0; ///< or back.
    };

    void addDevice(std::unique_ptr<DeviceActor> device);
    void grantAtFirst(std::uint64_t seed);
    void beginSmall(std::uint64_t seed);
    [[nodiscard]] DeviceActor &actor(const Step &step);
    /// The place that a step's number names, if it names one.
    [[nodiscard]] std::optional<int> placeOf(std::uint32_t number) const;
    [[nodiscard]] Line &lineOf(const DeviceActor &device);
    [[nodiscard]] host::Caller callerOf(const DeviceActor &device) const;

    Outcome act(DeviceActor &device, const Step &step);
    void disturb(DeviceActor &device, const Step &step);
    void disturbMachine(DeviceActor &device, const Step &step);
    void disturbOrder(DeviceActor &device, const Step &step);
    void agree();
    void compact();
    void beAway(DeviceActor &absent);
    void count(DeviceActor *device, Fault fault);

    Outcome begin(DeviceActor &device);
    void goOn(DeviceActor &device);
    /// The next message on the device's line arrives.
    Outcome deliver(DeviceActor &device);
    bool fullRound(DeviceActor &device);
    void loseMessage(DeviceActor &device);
    [[nodiscard]] std::optional<engine::Reply> ask(const engine::Call &call, const host::Caller &caller);

    void look();
    void lookAt(const std::string &replica, store::RecordStore &records, const Knowledge &known,
                const std::optional<std::vector<store::RecordKey>> &keys, const IdSet &skipped,
                const std::function<IdSet()> &doubtful = {});
    [[nodiscard]] std::uint32_t scopeNumber(const store::RecordKey &key) const;
    void take(const std::vector<Broken> &broken);
    [[nodiscard]] bool drain();
    /// What it shows in the end.
    [[nodiscard]] std::map<store::RecordKey, RecordShown> judgeServer();
    void compare(DeviceActor &device, const std::map<store::RecordKey, RecordShown> &onServer);
    void welcome(const std::map<store::RecordKey, RecordShown> &onServer);
    void requireAllKept();
    void requireSound();

    Ledger m_ledger;
    Registry m_registry;
    Rights m_rights;
    Stage m_stage;
    Oracle m_oracle;
    Counters m_counters;
    int m_scopes;
    std::uint64_t m_seed;
    std::unique_ptr<ServerActor> m_server;
    std::vector<std::unique_ptr<DeviceActor>> m_devices;
    std::vector<Line> m_lines;
    /// Requests that are on their way for long: who asked, and what.
    std::vector<std::pair<host::Caller, engine::Call>> m_strays;
    std::unique_ptr<Hostile> m_hostile;
    std::vector<Broken> m_broken;
};

} // namespace sim
