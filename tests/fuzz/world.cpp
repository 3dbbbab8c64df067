// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/world.h"

#include "tests/fuzz/target.h"

#include <sqlite3.h>

namespace fuzz {

namespace wire = cadre::sync::v1;

namespace {

std::unique_ptr<engine::Device> deviceIn(store::Database &database, const record::Entropy &entropy)
{
    return std::make_unique<engine::Device>(database, academy::catalogue(), &academy::now, entropy);
}

void saveCheckIn(engine::Device &device, int minutes)
{
    auto form = device.openNew("CheckIn", academy::scope());
    device.save({ { &form, academy::checkIn(minutes), false } });
}

/// The device that every input meets.
struct Original {
    store::Database database { ":memory:" };
    record::Entropy entropy = academy::entropy();
    std::unique_ptr<engine::Device> device { deviceIn(
        database, [this](std::uint8_t *bytes, std::size_t count) { entropy(bytes, count); }) };
    Chain chain { academy::colleagueSite(), academy::colleague() };
    wire::Cursor cursor;
    /// Where every input's chance begins.
    record::Entropy entropyOfInputs;

    Original()
    {
        device->enrolled(academy::enrolment(device->enrollRequest("invite", "device")), "https://127.0.0.1", "");
        wire::ScopePage page;
        *page.mutable_scope() = merge::toProto(academy::scope());
        *page.add_certificates() =
            academy::certificate(academy::colleagueSite(), academy::colleagueKeys().publicKey, academy::colleague());
        auto &entry = *page.add_entries();
        const auto change = chain.next(academy::checkInEdit(academy::uuid(9), 30));
        entry.set_rev(1);
        entry.set_header(change.headerBytes);
        entry.set_body(change.bodyBytes);
        entry.set_signature(merge::sign(merge::runDomain, change.headerHash, academy::colleagueKeys().secretKey));
        entry.set_verdict(wire::VERDICT_CLASS_APPLIED);
        page.set_head_rev(1);
        page.set_head_hash(merge::nextLogHash({}, 1, change.headerHash, wire::VERDICT_CLASS_APPLIED));
        cursor.set_rev(1);
        cursor.set_log_hash(page.head_hash());
        wire::PullResponse pull;
        *pull.add_pages() = page;
        engine::Round round(*device);
        for (int i = 0; i < 4 && round.next(); ++i) {
            const bool polls = round.next()->path.ends_with("Poll");
            round.answer({ 200, polls ? (i == 0 ? movedAnswer() : std::string()) : pull.SerializeAsString(), {} });
        }
        require(round.report().pulled == 1 && round.report().complete, "the colleague's record arrives");
        saveCheckIn(*device, 45);
        require(device->check().empty(), "the device is sound before the input");
        entropyOfInputs = entropy;
    }
};

Original &original()
{
    static Original original;
    return original;
}

} // namespace

DeviceWorld::DeviceWorld()
    : m_rehearsal(original().database)
    , m_device(original().device.get())
{
    original().entropy = original().entropyOfInputs;
}

DeviceWorld::DeviceWorld(const std::string &file)
    : m_file(std::make_unique<store::Database>(file))
    , m_deviceOfFile(deviceIn(*m_file, academy::entropy()))
    , m_device(m_deviceOfFile.get())
{
}

void DeviceWorld::writeCopy(const std::string &file)
{
    (void)original().database.backupTo(file);
}

const wire::Cursor &DeviceWorld::cursor()
{
    return original().cursor;
}

const Chain &DeviceWorld::colleaguesChain()
{
    return original().chain;
}

int DeviceWorld::talk(const Answers &answers)
{
    auto *handle = (m_file ? *m_file : original().database).handle();
    const int before = sqlite3_total_changes(handle);
    try {
        engine::Round round(*m_device);
        Answers left = answers;
        for (int i = 0; i < 12; ++i) {
            const auto call = round.next();
            if (!call) {
                break;
            }
            auto &answer = call->path.ends_with("Push") ? left.push
                : call->path.ends_with("Poll")          ? left.poll
                : call->path.ends_with("Fetch")         ? left.fetch
                                                        : left.pull;
            round.answer({ 200, std::exchange(answer, {}), {} });
        }
    } catch (const store::Error &) {
    } catch (const store::Invalid &) {
    }
    return sqlite3_total_changes(handle) - before;
}

void DeviceWorld::meet(const Answers &answers, std::string Answers::*whichMatters)
{
    static std::map<Answers, int> written;
    auto unreadable = answers;
    unreadable.*whichMatters = "\xff";
    const auto [anyway, isNew] = written.try_emplace(unreadable);
    if (isNew) {
        anyway->second = DeviceWorld().talk(unreadable);
    }
    DeviceWorld world;
    if (world.talk(answers) != anyway->second) {
        world.look();
    }
}

void DeviceWorld::look()
{
    try {
        (void)m_device->status();
        if (m_file) {
            (void)m_device->check();
        }
        for (const auto &conflict : m_device->conflicts()) {
            (void)conflict.id();
        }
        for (const auto &type : academy::catalogue().all()) {
            store::Query query;
            query.type = type->name();
            for (const auto &stored : m_device->list(query)) {
                const auto token = m_device->open(stored.key).token();
                auto form = m_device->formFromToken(token);
                m_device->save({ { &form, stored.message, true } });
            }
        }
        saveCheckIn(*m_device, 60);
    } catch (const store::Error &) {
    } catch (const store::Invalid &) {
    }
}

wire::ScopePage rightPage(const wire::ScopePage &page)
{
    wire::ScopePage right = page;
    *right.mutable_scope() = merge::toProto(academy::scope());
    *right.add_certificates() =
        academy::certificate(academy::colleagueSite(), academy::colleagueKeys().publicKey, academy::colleague());
    right.mutable_certificates()->SwapElements(0, right.certificates_size() - 1);
    right.mutable_certificates()->DeleteSubrange(1, right.certificates_size() - 1);
    right.set_epoch(DeviceWorld::cursor().epoch());
    right.set_reset(false);
    auto chain = DeviceWorld::colleaguesChain();
    auto rev = DeviceWorld::cursor().rev();
    auto hash = DeviceWorld::cursor().log_hash();
    for (auto &entry : *right.mutable_entries()) {
        entry.set_header(chain.next(entry.header(), entry.body()));
        entry.set_rev(++rev);
        entry.set_verdict(entry.verdict() % 4 + (entry.verdict() % 4 == 0 ? 1 : 0));
        if (!entry.signature().empty() || &entry == &right.entries(right.entries_size() - 1)) {
            entry.set_signature(merge::sign(merge::runDomain, chain.headHash(), academy::colleagueKeys().secretKey));
        }
        hash = merge::nextLogHash(hash, rev, chain.headHash(), entry.verdict());
    }
    right.set_head_rev(rev);
    right.set_head_hash(hash);
    return right;
}

std::string movedAnswer()
{
    wire::PollResponse response;
    auto &membership = *response.add_memberships();
    *membership.mutable_scope() = merge::toProto(academy::scope());
    membership.set_may_write(true);
    *response.add_moved()->mutable_scope() = merge::toProto(academy::scope());
    response.set_server_time(academy::now());
    return response.SerializeAsString();
}

} // namespace fuzz
