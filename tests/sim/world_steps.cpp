// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/world.h"

#include <fmt/format.h>

namespace sim {

namespace {

constexpr std::int64_t year = 365LL * 24 * 3600 * 1000;

/// After so many operations of the disk a kill is due: soon, or later by a number that is named.
std::uint32_t operationsOf(std::uint32_t number)
{
    return number < named ? 1 + number % 24 : 1 + (number - named) % 160;
}

std::optional<Cut> cutOf(std::uint32_t number)
{
    constexpr Cut cuts[] = { Cut::None, Cut::All, Cut::Random, Cut::Torn };
    return cuts[number % 4];
}

} // namespace

void World::apply(const Step &step)
{
    m_stage.now += 500 + step.c;
    ++m_counters.steps;
    m_stage.say("— " + text(step));
    for (auto &one : m_devices) {
        one->tick();
        auto &line = lineOf(*one);
        line.upCut -= line.upCut > 0 ? 1 : 0;
        line.downCut -= line.downCut > 0 ? 1 : 0;
    }
    auto &device = actor(step);
    (void)act(device, step);
    look();
}

std::optional<int> World::placeOf(std::uint32_t number) const
{
    return number < named ? std::nullopt
                          : std::optional(static_cast<int>((number - named) % static_cast<unsigned>(m_scopes)));
}

/// What people do, and messages that arrive.
Outcome World::act(DeviceActor &device, const Step &step)
{
    switch (step.action) {
    case Action::Open:
        return device.open(step.a, placeOf(step.b));
    case Action::OpenNew:
        return device.openNew(step.a, step.b, placeOf(step.a));
    case Action::Save:
        return device.save(step.a, step.b, step.c);
    case Action::SaveTwo:
        return device.saveTwo(step.a, step.b, step.c);
    case Action::Remove:
        return device.remove(step.a);
    case Action::Close:
        return device.close(step.a);
    case Action::KeepDraft:
        return device.keepDraft(step.a);
    case Action::TakeDraft:
        return device.takeDraft(step.a);
    case Action::Look:
        return device.look(step.a);
    case Action::Take:
        return device.take(step.a, step.b);
    case Action::Write:
        return device.write(step.a);
    case Action::Begin:
        return begin(device);
    case Action::Deliver:
        return deliver(device);
    case Action::Round:
        return fullRound(device) ? Outcome::Done : Outcome::Failed;
    case Action::GiveUp:
        device.giveUp();
        return Outcome::Done;
    case Action::Wait:
        m_stage.now += 1000LL * step.a;
        return Outcome::Done;
    default:
        disturb(device, step);
        return Outcome::Done;
    }
}

/// What the network does.
void World::disturb(DeviceActor &device, const Step &step)
{
    auto &line = lineOf(device);
    switch (step.action) {
    case Action::Drop:
        if (line.request || line.reply) {
            count(&device, Fault::Drop);
            loseMessage(device);
        }
        return;
    case Action::Duplicate:
        if (line.request) {
            count(&device, Fault::Duplicate);
            m_strays.emplace_back(callerOf(device), *line.request);
            (void)ask(*line.request, callerOf(device));
        }
        return;
    case Action::Delay:
        if (line.request) {
            count(&device, Fault::Delay);
            m_strays.emplace_back(callerOf(device), *line.request);
            loseMessage(device);
        }
        return;
    case Action::Arrive:
        if (!m_strays.empty()) {
            count(nullptr, Fault::Reorder);
            const auto at = m_strays.begin() + step.a % m_strays.size();
            const auto stray = *at;
            if (step.b % 3 != 0) {
                m_strays.erase(at);
            }
            (void)ask(stray.second, stray.first);
        }
        return;
    case Action::PartitionUp:
        count(&device, Fault::PartitionUp);
        line.upCut = 3 + step.a % 20;
        return;
    case Action::PartitionDown:
        count(&device, Fault::PartitionDown);
        line.downCut = 3 + step.a % 20;
        return;
    case Action::Heal:
        line.upCut = line.downCut = 0;
        return;
    default:
        disturbMachine(device, step);
    }
}

/// What happens to machines and their disks.
void World::disturbMachine(DeviceActor &device, const Step &step)
{
    switch (step.action) {
    case Action::Kill:
    case Action::Power: {
        const auto cut = step.action == Action::Power ? cutOf(step.c) : std::nullopt;
        if (step.a % 4 == 0) {
            count(&device, cut ? Fault::Power : Fault::Kill);
            device.killNow(cut);
        } else {
            device.armKill(operationsOf(step.b), cut);
        }
        return;
    }
    case Action::ServerKill:
    case Action::ServerPower: {
        const bool power = step.action == Action::ServerPower;
        count(nullptr, power ? Fault::ServerPower : Fault::ServerKill);
        const auto cut = power ? cutOf(step.c) : std::nullopt;
        step.a % 4 == 0 ? m_server->killNow(cut) : m_server->armKill(operationsOf(step.b), cut);
        return;
    }
    case Action::DiskError:
        device.disk().failAtOperation(1 + step.a % 12, static_cast<Failure>(step.b % 4));
        return;
    case Action::Full:
        count(&device, Fault::Full);
        device.fillDisk(2 + step.a % 12);
        return;
    case Action::Room:
        device.fillDisk(0);
        device.disk().failAtOperation(0, Failure::Write);
        return;
    case Action::Clock:
        count(&device, Fault::Clock);
        device.setClockOff((static_cast<std::int64_t>(step.a % 21) - 10) * year + step.b * 1000LL);
        return;
    case Action::Keep:
        device.keepImage();
        return;
    case Action::Rollback:
        if (device.hasBackups()) {
            count(&device, Fault::Rollback);
            device.rollBack(step.a);
        }
        return;
    case Action::Copy:
        if (m_devices.size() < mostDevices && device.reopen()) {
            count(&device, Fault::Copy);
            const auto number = static_cast<int>(m_devices.size());
            m_stage.say(fmt::format("{} is copied: device {}", device.name(), number));
            addDevice(std::make_unique<DeviceActor>(device, number, m_seed * 64 + 32 + static_cast<unsigned>(number)));
        }
        return;
    case Action::Upgrade:
        if (!device.isNewer()) {
            count(&device, Fault::Upgrade);
            device.upgrade();
        }
        return;
    default:
        disturbOrder(device, step);
    }
}

/// What administrators and attackers do.
void World::disturbOrder(DeviceActor &device, const Step &step)
{
    const int scope = static_cast<int>(step.b % static_cast<unsigned>(m_scopes));
    const auto right = m_rights.of(device.person(), scope);
    switch (step.action) {
    case Action::KeepServer:
        m_server->keepImage();
        return;
    case Action::Restore:
        if (m_server->restore(step.a)) {
            count(nullptr, Fault::Restore);
            // It was stopped for that: requests on their way to it are gone. Its replies may still arrive.
            m_strays.clear();
            for (auto &one : m_devices) {
                if (lineOf(*one).request) {
                    loseMessage(*one);
                }
            }
        }
        return;
    case Action::Grant:
        count(&device, Fault::Grant);
        m_rights.grant(device.person(), scope, true, right.writes || step.a % 2 == 0);
        return;
    case Action::Revoke:
        // Of reading and writing, or of writing alone.
        count(&device, Fault::Revoke);
        m_rights.grant(device.person(), scope, right.reads && step.a % 3 == 0, false);
        return;
    case Action::Bad:
        device.writeBad(1 + step.a % 2);
        count(&device, Fault::Refuse);
        return;
    case Action::Compact:
        count(nullptr, Fault::Compact);
        if (step.a % 3 == 0) {
            // A quiet day: somebody takes a record away, and everybody agrees on it.
            (void)device.remove(2 * step.b);
            agree();
        }
        compact();
        return;
    case Action::Absence:
        count(&device, Fault::Lease);
        beAway(device);
        return;
    case Action::Erase:
        count(nullptr, Fault::Erase);
        m_server->erase(placeOf(step.b).value_or(scope), step.a, step.c % 8 == 0);
        return;
    case Action::Hostile:
        count(nullptr, Fault::Hostile);
        if (m_server->reopen()) {
            m_hostile->attack(step.a, step.b, step.c, [this](const engine::Call &call, const host::Caller &caller) {
                (void)ask(call, caller);
            });
        }
        return;
    default:
        return;
    }
}

void World::agree()
{
    for (int pass = 0; pass < 2; ++pass) {
        for (auto &device : m_devices) {
            if (device->reopen()) {
                (void)fullRound(*device);
            }
        }
    }
}

/// Half a year in which one device is not there; the others come and go on.
void World::beAway(DeviceActor &absent)
{
    constexpr std::int64_t day = 24LL * 3600 * 1000;
    for (const auto days : { 1, 181 }) {
        m_stage.now += days * day;
        for (auto &device : m_devices) {
            if (device.get() != &absent && device->reopen()) {
                (void)fullRound(*device);
            }
        }
    }
    // A backup that old is not restored any more.
    m_server->dropBackups();
    compact();
}

/// The server's upkeep.
void World::compact()
{
    for (int scope = 0; scope < m_scopes; ++scope) {
        (void)m_server->compact(scope);
    }
    m_counters.forgotten += m_server->takeForgotten();
}

} // namespace sim
