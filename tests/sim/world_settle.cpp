// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/world.h"

#include "tests/sim/erased.h"
#include "tests/sim/privacy.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sim {

namespace {

/// Rounds that every device may need once the network is well.
constexpr int mostRounds = 8;

} // namespace

void World::settle()
{
    m_stage.say("— everything heals");
    m_server->disarm();
    for (auto &device : m_devices) {
        device->disarm();
        (void)device->reopen();
        auto &line = lineOf(*device);
        line.upCut = line.downCut = 0;
    }
    for (const auto &[caller, call] : std::exchange(m_strays, {})) {
        (void)ask(call, caller);
    }
    look();
    bool drained = drain();
    if (!drained) {
        // A restored server waits so long for what others may bring back.
        m_stage.now += 8LL * 24 * 3600 * 1000;
        drained = drain();
    }
    look();
    for (auto &device : m_devices) {
        const auto waiting = device->device().status().waiting;
        if (!drained && (waiting > 0 || !device->lastReport().complete || !device->lastReport().problem.empty())) {
            take({ { Promise::Stalled, device->name(),
                     fmt::format("after {} rounds {} changes wait ({}): {}{}", mostRounds, waiting,
                                 fmt::join(device->whatWaits(), "; "), device->lastReport().problem,
                                 device->lastReport().notice) } });
        }
    }
    m_server->removeLeftovers();
    requireAllKept();
    const auto onServer = judgeServer();
    for (auto &device : m_devices) {
        compare(*device, onServer);
    }
    requireSound();
    // What an old version of the app kept of what it did not know is there in the new one.
    for (auto &device : m_devices) {
        if (!device->isNewer() && m_seed % 2 == 0) {
            device->upgrade();
            compare(*device, onServer);
        }
    }
    if (m_seed % 4 == 0) {
        welcome(onServer);
    }
    m_counters.edits = m_ledger.edits();
    ++m_counters.seeds;
}

/// Somebody begins with a snapshot of every place and an old version of the app, and gets the new one later.
void World::welcome(const std::map<store::RecordKey, RecordShown> &onServer)
{
    constexpr int newcomer = mostDevices - 1;
    m_stage.portions.shortHistory = 0;
    for (int scope = 0; scope < m_scopes; ++scope) {
        m_rights.grant(m_stage.academy.personOfMember(newcomer), scope, true, false);
    }
    addDevice(std::make_unique<DeviceActor>(m_stage, static_cast<int>(m_devices.size()), newcomer, m_seed * 64 + 48));
    auto &device = *m_devices.back();
    for (int round = 0; round < mostRounds && !fullRound(device); ++round) { }
    compare(device, onServer);
    device.upgrade();
    compare(device, onServer);
}

bool World::drain()
{
    for (int pass = 0; pass < mostRounds; ++pass) {
        bool quiet = true;
        const auto before = m_server->log().cursors();
        for (auto &device : m_devices) {
            m_stage.now += 1000;
            quiet = quiet && !device->inRound();
            const bool complete = fullRound(*device);
            const auto &report = device->lastReport();
            quiet = quiet && complete && report.pushed == 0 && report.pulled == 0 && report.quarantined == 0
                && device->device().status().waiting == 0 && report.problem.empty();
        }
        if (quiet && merge::cursorDigest(before) == merge::cursorDigest(m_server->log().cursors())) {
            return true;
        }
    }
    return false;
}

/// Every save is on the server, with a verdict, unless every disk that held it is gone.
void World::requireAllKept()
{
    for (SaveId save = 0; save < m_ledger.saves(); ++save) {
        if (m_server->knows().delivered.has(save) || m_ledger.save(save).isForbidden) {
            continue;
        }
        for (const auto &device : m_devices) {
            if (device->knows().held.has(save) && !device->knows().refused.has(save)) {
                take({ { Promise::Lost, "server",
                         fmt::format("{} holds what the server never got: {}", device->name(),
                                     m_ledger.save(save).note) } });
                break;
            }
        }
    }
}

std::map<store::RecordKey, RecordShown> World::judgeServer()
{
    std::map<store::RecordKey, RecordShown> all;
    for (const auto &key : m_ledger.records()) {
        const auto &onServer = all[key] = show(m_server->records(), key);
        take(m_oracle.judge(key, onServer, m_server->knows(), "server"));
        const auto reported = std::count_if(onServer.fields.begin(), onServer.fields.end(),
                                            [](const auto &field) { return field.second.isReported; });
        m_counters.conflicts += static_cast<std::uint64_t>(reported);
    }
    return all;
}

void World::compare(DeviceActor &device, const std::map<store::RecordKey, RecordShown> &onServer)
{
    for (const auto &[key, there] : onServer) {
        const int scope = m_stage.academy.scopeOf(key.scope);
        if (!m_rights.of(device.person(), scope).reads) {
            take(m_oracle.judge(key, show(device.records(), key), device.knows(), device.name()));
            continue;
        }
        if (device.device().catalogue().byNumber(key.type) == nullptr) {
            continue;
        }
        const auto here = show(device.records(), key);
        take(m_oracle.judge(key, here, m_server->knows(), device.name() + ", in the end"));
        take(m_oracle.compare(key, here, there, device.name() + " and the server"));
    }
}

void World::requireSound()
{
    auto problems = m_server->log().check();
    if (auto problem = m_server->database().integrityProblem(); !problem.empty()) {
        problems.push_back(std::move(problem));
    }
    for (const auto &problem : problems) {
        take({ { Promise::Unsound, "server", problem } });
    }
    take(erasedOn(m_server->disk(), m_server->database(), m_ledger, m_server->knows(), "server", Keeping::Nothing));
    m_counters.erased += m_ledger.erased(m_server->knows()).all().size();
    for (auto &device : m_devices) {
        for (const auto &problem : device->device().check()) {
            take({ { Promise::Unsound, device->name(), problem } });
        }
        take(
            erasedOn(device->disk(), device->database(), m_ledger, device->knows(), device->name(), Keeping::SetAside));
        for (int scope = 0; scope < m_scopes; ++scope) {
            const auto &place = m_stage.academy.scopes[static_cast<std::size_t>(scope)];
            if (!m_rights.of(device->person(), scope).reads && device->log().cursor(place).rev() > 0) {
                take({ { Promise::Leaked, device->name(), "still has what it left: " + place.text() } });
            }
        }
        take(leaksOn(device->database(), device->person(), device->name(), m_rights));
        for (int scope = 0; scope < m_scopes; ++scope) {
            const auto &place = m_stage.academy.scopes[static_cast<std::size_t>(scope)];
            store::Statement chunks(device->database(), "SELECT 1 FROM fetched_chunk WHERE scope = ?");
            if (chunks.bindText(1, place.text()).step() && !m_rights.of(device->person(), scope).reads) {
                take({ { Promise::Leaked, device->name(), "still has a snapshot of what it left: " + place.text() } });
            }
        }
        const auto aside = device->device().setAside();
        for (const auto save : device->knows().refused.all()) {
            for (const auto id : m_ledger.save(save).edits) {
                const auto &key = m_ledger.edit(id).key;
                if (!device->erased().has(id) && !m_ledger.wasErased(key)
                    && std::none_of(aside.begin(), aside.end(),
                                    [&](const auto &one) { return one.key == key && !one.sentence.empty(); })) {
                    take({ { Promise::Lost, device->name(),
                             "set aside, and in no list with a reason: " + m_ledger.save(save).note } });
                }
            }
        }
    }
}

} // namespace sim
