// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/world.h"

#include "tests/sim/privacy.h"

#include <fmt/format.h>

namespace sim {

namespace {

Moment momentOf(const std::string &name)
{
    for (int i = 0; i < momentCount; ++i) {
        if (name == nameOf(static_cast<Moment>(i))) {
            return static_cast<Moment>(i);
        }
    }
    return Moment::Idle;
}

} // namespace

World::World(const Academy &academy, const History &history, std::function<void(const std::string &)> trace)
    : m_stage { .academy = academy, .ledger = m_ledger, .registry = m_registry, .rights = m_rights }
    , m_oracle(m_ledger)
    , m_scopes(history.scopes)
    , m_seed(history.seed)
{
    grantAtFirst(history.seed);
    beginSmall(history.seed);
    m_server = std::make_unique<ServerActor>(m_stage, history.seed * 64);
    m_hostile = std::make_unique<Hostile>(m_stage, *m_server, history.seed * 64 + 63);
    for (int i = 0; i < history.devices && i < mostDevices; ++i) {
        // From four on, somebody has two devices.
        const int member = i > 2 && i == history.devices - 1 ? 5 : i;
        addDevice(std::make_unique<DeviceActor>(m_stage, i, member, history.seed * 64 + 1 + static_cast<unsigned>(i)));
    }
    // Everybody learns where they belong, as from an enrolment. Some have a newer version of the app.
    for (auto &device : m_devices) {
        if (static_cast<unsigned>(device->number()) % 2 == history.seed % 2) {
            device->upgrade();
        }
        (void)fullRound(*device);
    }
    look();
    m_stage.trace = std::move(trace);
}

World::~World() = default;

void World::addDevice(std::unique_ptr<DeviceActor> device)
{
    device->historyUpTo = [this](const record::ScopeId &scope, std::uint64_t epoch, std::uint64_t rev) {
        return m_server->upTo(scope, epoch, rev);
    };
    m_devices.push_back(std::move(device));
    m_lines.emplace_back();
}

void World::grantAtFirst(std::uint64_t seed)
{
    Random random(seed + 77);
    for (int person = 0; person < mostPersons - 1; ++person) {
        for (int scope = 0; scope < m_scopes; ++scope) {
            const bool reads = scope == 0 || !random.oneIn(4);
            const bool writes = reads && !random.oneIn(6);
            m_rights.grant(person, scope, reads, writes);
        }
    }
    // The hostile person may use one place like anybody else.
    m_rights.grant(mostPersons - 1, 0, true, true);
}

/// In some histories answers and snapshots come in pieces, as those of years do.
void World::beginSmall(std::uint64_t seed)
{
    Random random(seed + 78);
    if (random.oneIn(4)) {
        m_stage.portions = { .answerBytes = 400 + random.below(2000), .shortHistory = random.below(12) };
        m_stage.sizes = {
            .leastPage = 0, .leastPart = 0, .chunk = 1 + random.below(300), .longestTail = random.below(8)
        };
    }
}

DeviceActor &World::actor(const Step &step)
{
    return step.actor == newest ? *m_devices.back() : *m_devices[step.actor % m_devices.size()];
}

World::Line &World::lineOf(const DeviceActor &device)
{
    return m_lines[static_cast<std::size_t>(device.number())];
}

host::Caller World::callerOf(const DeviceActor &device) const
{
    const auto &member = m_stage.academy.members[static_cast<std::size_t>(device.member())];
    return { member.site, member.person, member.keys.publicKey };
}

void World::count(DeviceActor *device, Fault fault)
{
    std::uint32_t kinds = 0;
    for (const auto &one : m_devices) {
        if (device == nullptr || one.get() == device) {
            kinds |= one->unsettledKinds();
        }
    }
    m_counters.count(fault, momentOf((device == nullptr ? *m_devices.front() : *device).phase()), kinds);
}

std::optional<engine::Reply> World::ask(const engine::Call &call, const host::Caller &caller)
{
    m_hostile->overhear(call,
                        [this](const engine::Call &sent, const host::Caller &sender) { (void)ask(sent, sender); });
    auto reply = m_server->serve(call, caller);
    if (reply) {
        take(leaksIn(*reply, call, caller, m_stage.academy, m_rights));
    }
    take(m_server->takeBroken());
    return reply;
}

Outcome World::begin(DeviceActor &device)
{
    const auto outcome = device.begin();
    if (outcome == Outcome::Done) {
        goOn(device);
    }
    return outcome;
}

void World::goOn(DeviceActor &device)
{
    auto &line = lineOf(device);
    line.request = device.nextCall();
    line.reply.reset();
    if (line.request) {
        line.asked = *line.request;
    }
}

Outcome World::deliver(DeviceActor &device)
{
    auto &line = lineOf(device);
    if (line.request) {
        auto reply = line.upCut > 0 ? std::nullopt : ask(*std::exchange(line.request, std::nullopt), callerOf(device));
        if (!reply) {
            loseMessage(device);
            return Outcome::Failed;
        }
        line.reply = std::move(reply);
        return Outcome::Done;
    }
    if (!line.reply) {
        return Outcome::Impossible;
    }
    if (line.downCut > 0) {
        loseMessage(device);
        return Outcome::Failed;
    }
    const auto reply = *std::exchange(line.reply, std::nullopt);
    const auto outcome = device.answer(line.asked, reply);
    goOn(device);
    return outcome;
}

void World::loseMessage(DeviceActor &device)
{
    auto &line = lineOf(device);
    line.request.reset();
    line.reply.reset();
    if (device.inRound()) {
        (void)device.answer(line.asked, { .problem = "The server was not reached." });
        goOn(device);
    }
}

bool World::fullRound(DeviceActor &device)
{
    if (!device.inRound() && begin(device) != Outcome::Done) {
        return false;
    }
    for (int i = 0; i < 500 && device.inRound(); ++i) {
        if (deliver(device) == Outcome::Impossible) {
            device.giveUp();
        }
    }
    return device.lastReport().complete;
}

void World::take(const std::vector<Broken> &broken)
{
    m_broken.insert(m_broken.end(), broken.begin(), broken.end());
}

std::uint32_t World::scopeNumber(const store::RecordKey &key) const
{
    return static_cast<std::uint32_t>(m_stage.academy.scopeOf(key.scope));
}

void World::lookAt(const std::string &replica, store::RecordStore &records, const Knowledge &known,
                   const std::optional<std::vector<store::RecordKey>> &keys, const IdSet &skipped,
                   const std::function<IdSet()> &doubtful)
{
    for (const auto &key : keys ? *keys : m_ledger.records()) {
        if (records.catalogue().byNumber(key.type) != nullptr && !skipped.has(scopeNumber(key))) {
            const auto shown = show(records, key);
            auto broken = m_oracle.judge(key, shown, known, replica);
            take(broken.empty() || !doubtful ? broken : m_oracle.judgeInDoubt(key, shown, known, doubtful(), replica));
        }
    }
}

void World::look()
{
    for (auto &device : m_devices) {
        for (const auto &hit : device->takeHits()) {
            m_counters.count(hit.fault, momentOf(hit.moment), hit.kinds | device->unsettledKinds());
        }
        take(device->takeBroken());
        if (device->isOpen()) {
            lookAt(device->name(), device->records(), device->knows(), device->takeTouched(), device->renewing(),
                   [&] { return device->doubtful(); });
        }
        auto &line = lineOf(*device);
        if (!device->inRound() && line.request) {
            m_strays.emplace_back(callerOf(*device), *std::exchange(line.request, std::nullopt));
        }
        if (!device->inRound()) {
            line.reply.reset();
        }
    }
    if (m_server->reopen()) {
        lookAt("server", m_server->records(), m_server->knows(), m_server->takeTouched(), {});
    }
    take(m_server->takeBroken());
    if (m_strays.size() > 12) {
        m_strays.erase(m_strays.begin());
    }
}

} // namespace sim
