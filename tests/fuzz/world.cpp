// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/world.h"

#include "tests/fuzz/target.h"

#include <sqlite3.h>

namespace fuzz {

namespace wire = cadre::sync::v1;

namespace {

std::unique_ptr<engine::Device> deviceIn(store::Database &database)
{
    return std::make_unique<engine::Device>(database, academy::catalogue(), &academy::now, academy::entropy());
}

void copyInto(store::Database &to, store::Database &from)
{
    auto *copy = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    require(copy != nullptr && sqlite3_backup_step(copy, -1) == SQLITE_DONE, "the device can be copied");
    sqlite3_backup_finish(copy);
}

void saveCheckIn(engine::Device &device, int minutes)
{
    auto form = device.openNew("CheckIn", academy::scope());
    device.save({ { &form, academy::checkIn(minutes), false } });
}

/// What every input's device is a copy of.
struct Original {
    store::Database database { ":memory:" };
    Chain chain { academy::colleagueSite(), academy::colleague() };
    wire::Cursor cursor;

    Original()
    {
        const auto device = deviceIn(database);
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
    }
};

Original &original()
{
    static Original original;
    return original;
}

} // namespace

DeviceWorld::DeviceWorld()
    : m_database(":memory:")
{
    copyInto(m_database, original().database);
    m_device = deviceIn(m_database);
}

DeviceWorld::DeviceWorld(const std::string &file)
    : m_database(file)
    , m_device(deviceIn(m_database))
{
}

void DeviceWorld::keep(const std::string &file)
{
    (void)m_database.backupTo(file);
}

const wire::Cursor &DeviceWorld::cursor()
{
    return original().cursor;
}

const Chain &DeviceWorld::colleaguesChain()
{
    return original().chain;
}

void DeviceWorld::talk(const Answers &answers)
{
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
}

void DeviceWorld::look()
{
    try {
        (void)m_device->status();
        (void)m_device->check();
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
        entry.set_signature(merge::sign(merge::runDomain, chain.headHash(), academy::colleagueKeys().secretKey));
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
