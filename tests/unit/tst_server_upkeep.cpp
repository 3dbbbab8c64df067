// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_server_world.h"

#include "sync/merge/change.h"
#include "sync/server/gateway.h"
#include "sync/server/holds.h"
#include "sync/server/ops.h"
#include "sync/server/upkeep.h"
#include "sync/store/log.h"
#include "src/domain/policy.h"
#include "cadre/sync/v1/sync_service.pb.h"

#include <QTest>

#include <future>

namespace wire = cadre::sync::v1;

namespace {

constexpr std::int64_t day = 24LL * 3600 * 1000;

/// A mentor's device that makes a check-in, deletes it, and then comes by every day.
struct Deleted {
    ServerWorld world;
    RawDevice device { world, "mentor" };
    std::uint32_t type = world.catalogue.byName("CheckIn")->number();
    record::Uuid record = world.id();

    Deleted()
    {
        (void)device.push({ device.run({ device.make(world.pairLog(), type, record, world.checkIn(45)) }) });
        const auto state = world.academy.records().state({ type, record, world.pairLog() });
        const auto away = server::editAway(*world.catalogue.byNumber(type), record, state);
        (void)device.push({ device.run({ device.make(world.pairLog(), away) }) });
    }

    /// So many days later the device comes by, and then the server's upkeep.
    void keepAfter(server::Upkeep &upkeep, int days);

    /// Where a device stands that has seen all there is.
    [[nodiscard]] wire::PollRequest whatIsHere()
    {
        wire::PollRequest poll;
        wire::PollResponse answer;
        (void)answer.ParseFromString(world.send("/cadre.sync.v1.SyncService/Poll", poll, device.token).body);
        for (const auto &cursor : answer.moved()) {
            *poll.add_cursors() = cursor;
        }
        return poll;
    }

    void comeBy() { (void)world.send("/cadre.sync.v1.SyncService/Poll", whatIsHere(), device.token); }

    [[nodiscard]] bool isForgotten()
    {
        const auto state = world.academy.records().state({ type, record, world.pairLog() });
        return merge::isTombstone(state);
    }
};

/// Steps until nothing is due. Returns how many places were looked at.
int finish(server::Upkeep &upkeep, ServerWorld &world)
{
    const auto places = static_cast<int>(world.academy.log().cursors().size());
    int steps = 0;
    while (upkeep.step() < 1000 && steps < 10 * places) {
        ++steps;
    }
    return steps;
}

void Deleted::keepAfter(server::Upkeep &upkeep, int days)
{
    world.now += days * day;
    comeBy();
    (void)finish(upkeep, world);
}

} // namespace

class TestServerUpkeep : public QObject {
    Q_OBJECT

private slots:
    void looksAtEachPlaceOnceADay();
    void forgetsWhatWasDeletedLongAgo();
    void forgetsNothingWhereAHoldIs();
    void wakesWhoWaitsInAPlaceThatMoved();
    void goesOnWhereAnotherRunOfTheServerLeftOff();
    void runsBesideTheServersCalls();
};

void TestServerUpkeep::looksAtEachPlaceOnceADay()
{
    Deleted deleted;
    server::Upkeep upkeep(deleted.world.academy);
    QCOMPARE(finish(upkeep, deleted.world), 0);
    deleted.world.now += day;
    const auto places = static_cast<int>(deleted.world.academy.log().cursors().size());
    QVERIFY(places > 1);
    // A place in which something was dropped is looked at again.
    QVERIFY(finish(upkeep, deleted.world) >= places);
    QCOMPARE(finish(upkeep, deleted.world), 0);
    deleted.world.now += day;
    constexpr int monthsLookedFor = 1;
    QCOMPARE(finish(upkeep, deleted.world), places + monthsLookedFor);
    deleted.world.now -= 1000 * day;
    constexpr int monthsOfAYear = 12;
    QCOMPARE(finish(upkeep, deleted.world), places + monthsLookedFor + monthsOfAYear);
}

void TestServerUpkeep::forgetsWhatWasDeletedLongAgo()
{
    Deleted deleted;
    server::Upkeep upkeep(deleted.world.academy);
    deleted.keepAfter(upkeep, 1);
    deleted.keepAfter(upkeep, 84);
    QVERIFY(!deleted.isForgotten());
    QVERIFY(deleted.world.academy.log().baseRev(deleted.world.pairLog()) > 0);
    deleted.keepAfter(upkeep, 10);
    QVERIFY(deleted.isForgotten());
    QVERIFY(deleted.world.academy.log().check().empty());
}

void TestServerUpkeep::forgetsNothingWhereAHoldIs()
{
    Deleted deleted;
    server::Upkeep upkeep(deleted.world.academy);
    server::Holds holds(deleted.world.academy);
    (void)holds.add("teacher");
    deleted.keepAfter(upkeep, 1);
    deleted.keepAfter(upkeep, 94);
    QVERIFY(!deleted.isForgotten());
    QCOMPARE(deleted.world.academy.log().baseRev(deleted.world.pairLog()), std::uint64_t { 0 });
    const auto kept =
        deleted.world.academy.records().get(store::RecordKey { deleted.type, deleted.record, deleted.world.pairLog() });
    QVERIFY(kept && !kept->alive);
    QCOMPARE(static_cast<const cadre::v1::CheckIn &>(*kept->message).minutes(), 45);
    (void)holds.remove("teacher");
    deleted.keepAfter(upkeep, 1);
    QVERIFY(deleted.world.academy.log().baseRev(deleted.world.pairLog()) > 0);
    deleted.keepAfter(upkeep, 94);
    QVERIFY(deleted.isForgotten());
}

void TestServerUpkeep::wakesWhoWaitsInAPlaceThatMoved()
{
    Deleted deleted;
    server::Upkeep upkeep(deleted.world.academy);
    std::set<record::ScopeId> moved;
    deleted.world.academy.onMoved = [&](const std::set<record::ScopeId> &scopes) {
        moved.insert(scopes.begin(), scopes.end());
    };
    deleted.keepAfter(upkeep, 1);
    deleted.keepAfter(upkeep, 94);
    deleted.world.academy.onMoved = nullptr;
    QCOMPARE(moved, std::set<record::ScopeId> { deleted.world.pairLog() });
}

void TestServerUpkeep::goesOnWhereAnotherRunOfTheServerLeftOff()
{
    Deleted deleted;
    (void)finish(*std::make_unique<server::Upkeep>(deleted.world.academy), deleted.world);
    deleted.world.now += day - 1;
    (void)std::make_unique<server::Upkeep>(deleted.world.academy);
    deleted.world.now += 1;
    server::Upkeep upkeep(deleted.world.academy);
    QVERIFY(finish(upkeep, deleted.world) > 0);
}

void TestServerUpkeep::runsBesideTheServersCalls()
{
    Deleted deleted;
    server::Upkeep upkeep(deleted.world.academy);
    deleted.keepAfter(upkeep, 1);
    deleted.keepAfter(upkeep, 84);
    QVERIFY(!deleted.isForgotten());
    deleted.world.now += 10 * day;
    auto poll = deleted.whatIsHere();
    poll.set_wait_seconds(50);
    server::HttpRequest request;
    request.method = "POST";
    request.target = "/cadre.sync.v1.SyncService/Poll";
    request.contentType = "application/proto";
    request.bearer = deleted.device.token;
    request.body = poll.SerializeAsString();
    server::Gateway gateway(deleted.world.academy, deleted.world.table, deleted.world.counters);
    std::promise<std::string> told;
    gateway.handle(request, [&](server::HttpResponse response) { told.set_value(std::move(response.challenge)); });
    request.signature = deleted.device.prove(request.target, told.get_future().get(), request.body);
    std::promise<std::string> answered;
    gateway.handle(std::move(request),
                   [&](server::HttpResponse response) { answered.set_value(std::move(response.body)); });
    wire::PollResponse answer;
    QVERIFY(answer.ParseFromString(answered.get_future().get()));
    QCOMPARE(answer.moved_size(), 1);
    QCOMPARE(merge::fromProto(answer.moved(0).scope()), std::optional(deleted.world.pairLog()));
}

QTEST_GUILESS_MAIN(TestServerUpkeep)
#include "tst_server_upkeep.moc"
