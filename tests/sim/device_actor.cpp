// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/device_actor.h"

#include "tests/sim/fresh.h"

#include <fmt/format.h>

namespace sim {

DeviceActor::DeviceActor(Stage &stage, int number, int member, std::uint64_t seed)
    : m_stage(stage)
    , m_number(number)
    , m_member(member)
    , m_disk(seed)
    , m_random(std::make_shared<Random>(seed + 1))
{
    m_disk.restore(freshDevice(stage.academy, member));
    (void)reopen();
}

DeviceActor::DeviceActor(const DeviceActor &original, int number, std::uint64_t seed)
    : m_stage(original.m_stage)
    , m_number(number)
    , m_member(original.m_member)
    , m_disk(seed)
    , m_known(original.m_known)
    , m_clockOff(original.m_clockOff)
    , m_random(std::make_shared<Random>(seed + 1))
    , historyUpTo(original.historyUpTo)
{
    m_disk.restore(original.m_disk.image());
    (void)reopen();
}

DeviceActor::~DeviceActor()
{
    shut();
}

std::string DeviceActor::name() const
{
    return fmt::format("device {}", m_number);
}

record::Entropy DeviceActor::entropy()
{
    return [random = m_random](std::uint8_t *bytes, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            bytes[i] = static_cast<std::uint8_t>(random->next());
        }
    };
}

void DeviceActor::shut()
{
    m_round.reset();
    m_forms.clear();
    m_conflicts.clear();
    m_log.reset();
    m_records.reset();
    m_device.reset();
    m_database.reset();
}

bool DeviceActor::reopen()
{
    if (isOpen()) {
        return true;
    }
    // A kill may be due while it recovers, and again while it recovers from that.
    for (int i = 0; i < 3; ++i) {
        try {
            m_database = std::make_unique<store::Database>("store", m_disk.vfs());
            m_device = std::make_unique<engine::Device>(
                *m_database, m_known.isNewer ? m_stage.academy.newer : m_stage.academy.older,
                [this] { return m_stage.now + m_clockOff; }, entropy());
            m_records = std::make_unique<store::RecordStore>(*m_database, m_device->catalogue());
            m_log = std::make_unique<store::Log>(*m_database);
        } catch (const store::Error &) {
            shut();
        }
        if (!m_disk.isStopped()) {
            break;
        }
        m_stage.say(fmt::format("{} is killed while it starts", name()));
        shut();
        m_cut ? m_disk.powerCut(*m_cut) : m_disk.killProcess();
    }
    if (!isOpen()) {
        return false;
    }
    m_touchedAll = true;
    (void)waiting();
    settleUncertain();
    for (const auto &one : std::exchange(m_known.perhaps, {})) {
        observe(one.call, one.reply, one.before);
    }
    for (const auto &one : std::exchange(m_unobserved, {})) {
        observe(one.call, one.reply, one.before);
    }
    return true;
}

Outcome DeviceActor::attempt(const std::function<void()> &doing)
{
    if (!reopen()) {
        return Outcome::Failed;
    }
    auto outcome = Outcome::Done;
    const auto refusals = m_disk.refusals();
    try {
        doing();
    } catch (const store::Invalid &problem) {
        m_stage.say(fmt::format("{}: {}", name(), problem.what()));
        outcome = Outcome::Impossible;
    } catch (const std::invalid_argument &problem) {
        m_stage.say(fmt::format("{}: {}", name(), problem.what()));
        outcome = Outcome::Impossible;
    } catch (const store::Error &problem) {
        m_stage.say(fmt::format("{}: {}", name(), problem.what()));
        outcome = Outcome::Failed;
        if (!m_disk.isStopped()) {
            noteHit(problem.fault() == store::Fault::Full ? Fault::Full : Fault::DiskError);
        }
        if (!m_disk.isStopped() && m_disk.refusals() == refusals) {
            m_broken.push_back({ Promise::Unsound, name(), fmt::format("its disk is well, and: {}", problem.what()) });
        }
    }
    if (m_disk.isStopped()) {
        m_stage.say(fmt::format("{} is killed", name()));
        noteHit(m_cut ? Fault::Power : Fault::Kill);
        shut();
        m_cut ? m_disk.powerCut(*m_cut) : m_disk.killProcess();
        return outcome == Outcome::Done ? Outcome::Done : Outcome::Killed;
    }
    return outcome;
}

void DeviceActor::noteHit(Fault fault)
{
    Hit hit { fault, m_isSaving ? "saving" : phase() };
    for (const auto &planned : m_known.uncertain) {
        for (const auto &edit : planned.edits) {
            hit.kinds |= 1U << static_cast<int>(edit.kind);
        }
    }
    m_hits.push_back(std::move(hit));
}

void DeviceActor::killNow(std::optional<Cut> cut)
{
    // Before anything is closed in good order.
    cut ? m_disk.powerCut(*cut) : m_disk.killProcess();
    shut();
    (void)reopen();
}

void DeviceActor::armKill(std::uint32_t operations, std::optional<Cut> cut)
{
    m_cut = cut;
    m_disk.stopAtOperation(operations);
}

void DeviceActor::disarm()
{
    m_disk.stopAtOperation(0);
    m_disk.failAtOperation(0, Failure::Write);
    fillDisk(0);
}

void DeviceActor::fillDisk(std::uint32_t steps)
{
    m_fullFor = steps;
    m_disk.setFull(steps > 0);
}

void DeviceActor::tick()
{
    if (m_fullFor > 0 && --m_fullFor == 0) {
        m_disk.setFull(false);
    }
}

void DeviceActor::keepImage()
{
    if (reopen()) {
        m_backups.push_back({ m_disk.image(), m_known });
    }
}

void DeviceActor::rollBack(std::uint32_t choice)
{
    shut();
    const auto &backup = m_backups[choice % m_backups.size()];
    m_disk.restore(backup.image);
    m_known = backup.known;
    m_unobserved.clear();
    m_promised = 0;
    (void)reopen();
}

void DeviceActor::upgrade()
{
    shut();
    m_known.isNewer = true;
    (void)reopen();
}

std::optional<std::vector<store::RecordKey>> DeviceActor::takeTouched()
{
    if (m_touchedAll || std::getenv("SIM_ALL") != nullptr) {
        m_touchedAll = false;
        m_touched.clear();
        return std::nullopt;
    }
    return std::exchange(m_touched, {});
}

void DeviceActor::touch(SaveId save)
{
    for (const auto id : m_stage.ledger.save(save).edits) {
        m_touched.push_back(m_stage.ledger.edit(id).key);
    }
}

std::vector<std::string> DeviceActor::whatWaits()
{
    std::vector<std::string> names;
    for (const auto &scope : m_stage.academy.scopes) {
        for (const auto &change : m_log->waitingIn(scope)) {
            cadre::sync::v1::Header header;
            (void)header.ParseFromString(change.header);
            const auto save = m_stage.registry.find(change.header);
            names.push_back(fmt::format(
                "{} {}{}: {}", record::Uuid::fromRaw(header.site()).value_or(record::Uuid {}).text().substr(0, 4),
                header.seq(), change.signature.empty() ? ", unsigned" : "",
                save ? m_stage.ledger.save(*save).note : "nobody's"));
        }
    }
    return names;
}

std::uint32_t DeviceActor::unsettledKinds()
{
    std::uint32_t kinds = 0;
    if (!isOpen()) {
        return kinds;
    }
    for (const auto save : waiting().all()) {
        for (const auto id : m_stage.ledger.save(save).edits) {
            kinds |= 1U << static_cast<int>(m_stage.ledger.edit(id).kind);
        }
    }
    return kinds;
}

} // namespace sim
