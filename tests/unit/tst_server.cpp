// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_server_world.h"

#include "cadre/sync/v1alpha/snapshot.pb.h"
#include "sync/engine/device.h"
#include "sync/merge/change.h"
#include "sync/server/derived.h"
#include "sync/store/log.h"
#include "src/domain/policy.h"
#include "cadre/v1/plan.pb.h"

#include <QTest>

namespace wire = cadre::sync::v1;

namespace {

std::uint32_t typeOf(ServerWorld &world, const char *name)
{
    return world.catalogue.byName(name)->number();
}

} // namespace

class TestServer : public QObject {
    Q_OBJECT

private slots:
    void givesTheFirstVerdictAgain();
    void holdsAChangeWhosePredecessorIsMissing();
    void refusesASignatureThatDoesNotFit();
    void holdsACopiedDevicesOtherHistoryAndServesTheRest();
    void setsAsideWhatAPersonMayNotWrite();
    void setsAsideWhatItDoesNotKnow();
    void neverSendsWhatWasSetAside();
    void keepsBothWhenTwoEditOneField();
    void projectsAMatchToThePairAndTheDistrict();
    void addsUpThePairsAndTheSchoolsMonth();
    void neverSendsAPlaceToWhomItIsClosed();
    void namesTheMostUrgentPlacesFirst();
    void startsAnewAfterACursorOfAnotherHistory();
    void doesNotFollowAClockYearsAhead();
    void leavesAPlaceWhenTheMatchHasEnded();
    void rollsAWorkBackWhole();
    void checksItsOwnLog();
};

void TestServer::givesTheFirstVerdictAgain()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    const auto run =
        device.run({ device.make(world.pairLog(), typeOf(world, "CheckIn"), world.id(), world.checkIn(45)) });
    const auto first = device.push({ run });
    QCOMPARE(first.verdicts(0).verdict(), wire::VERDICT_CLASS_APPLIED);
    const auto changes = world.academy.log().changeCount();
    const auto again = device.push({ run });
    QCOMPARE(again.verdicts(0).SerializeAsString(), first.verdicts(0).SerializeAsString());
    QCOMPARE(world.academy.log().changeCount(), changes);
}

void TestServer::holdsAChangeWhosePredecessorIsMissing()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    const auto first = device.make(world.pairLog(), typeOf(world, "CheckIn"), world.id(), world.checkIn(45));
    const auto second = device.make(world.pairLog(), typeOf(world, "CheckIn"), world.id(), world.checkIn(30));
    const auto held = device.push({ device.run({ second }) });
    QCOMPARE(held.verdicts(0).verdict(), wire::VERDICT_CLASS_HELD);
    QCOMPARE(held.verdicts(0).rev(), 0U);
    const auto both = device.push({ device.run({ first, second }) });
    QCOMPARE(both.verdicts(0).verdict(), wire::VERDICT_CLASS_APPLIED);
    QCOMPARE(both.verdicts(1).verdict(), wire::VERDICT_CLASS_APPLIED);
}

void TestServer::refusesASignatureThatDoesNotFit()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    const auto before = world.academy.log().changeCount();
    auto run = device.run({ device.make(world.pairLog(), typeOf(world, "CheckIn"), world.id(), world.checkIn(45)) });
    auto forged = run;
    forged.set_signature(std::string(64, '\1'));
    QCOMPARE(device.sendRuns({ forged }).status, 400);
    auto altered = run;
    altered.mutable_bodies(0)->back() ^= 1;
    QCOMPARE(device.sendRuns({ altered }).status, 400);
    RawDevice other(world, "teacher");
    QCOMPARE(other.sendRuns({ run }).status, 403);
    QCOMPARE(world.academy.log().changeCount(), before);
    QCOMPARE(device.push({ run }).verdicts(0).verdict(), wire::VERDICT_CLASS_APPLIED);
}

void TestServer::holdsACopiedDevicesOtherHistoryAndServesTheRest()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    RawDevice copy = device;
    (void)device.push(
        { device.run({ device.make(world.pairLog(), typeOf(world, "CheckIn"), world.id(), world.checkIn(45)) }) });
    const auto forked =
        copy.run({ copy.make(world.pairLog(), typeOf(world, "CheckIn"), world.id(), world.checkIn(20)) });
    const auto before = world.academy.log().changeCount();
    const auto verdict = copy.push({ forked }).verdicts(0);
    QCOMPARE(verdict.verdict(), wire::VERDICT_CLASS_HELD);
    QCOMPARE(verdict.reason(), std::string("forked"));
    QVERIFY(verdict.sentence().find("copied device") != std::string::npos);
    QCOMPARE(world.academy.log().changeCount(), before);

    cadre::v1::CheckInDetail detail;
    detail.set_check_in(world.id().text());
    const auto good = copy.run({ copy.make(world.pair(), typeOf(world, "CheckInDetail"), world.id(), detail) });
    const auto both = copy.push({ forked, good });
    QCOMPARE(both.verdicts(0).verdict(), wire::VERDICT_CLASS_HELD);
    QCOMPARE(both.verdicts(0).reason(), std::string("forked"));
    QCOMPARE(both.verdicts(1).verdict(), wire::VERDICT_CLASS_APPLIED);
}

void TestServer::setsAsideWhatAPersonMayNotWrite()
{
    ServerWorld world;
    RawDevice teacher(world, "teacher");
    const auto id = world.id();
    const auto refused = teacher.push({ teacher.run(
        { teacher.make(world.districtPlace(), typeOf(world, "Milestone"), id, world.milestone("Mine")) }) });
    QCOMPARE(refused.verdicts(0).verdict(), wire::VERDICT_CLASS_QUARANTINED);
    QVERIFY(refused.verdicts(0).rev() > 0);
    QVERIFY(!refused.verdicts(0).sentence().empty());
    QVERIFY(!world.stored<cadre::v1::Milestone>(world.districtPlace(), "Milestone", id));
    QCOMPARE(world.academy.log().setAsideCount(), 1U);

    // What follows in the chain is not held up by it.
    cadre::v1::Acknowledgement answer;
    answer.set_check_in(world.id().text());
    answer.set_teacher(world.teacher.text());
    answer.set_result(cadre::v1::CONFIRMATION_CONFIRMED);
    answer.set_at(world.now);
    const auto next = teacher.push(
        { teacher.run({ teacher.make(world.pairLog(), typeOf(world, "Acknowledgement"), world.id(), answer) }) });
    QCOMPARE(next.verdicts(0).verdict(), wire::VERDICT_CLASS_APPLIED);
}

void TestServer::setsAsideWhatItDoesNotKnow()
{
    ServerWorld world;
    RawDevice mentor(world, "mentor");
    wire::RecordEdit edit;
    edit.set_type(999);
    edit.set_record(world.id().raw());
    *edit.add_ops() = store::lifeOp(true, {});
    const auto type = mentor.make(world.pairLog(), edit);
    edit.set_type(typeOf(world, "CheckIn"));
    edit.mutable_ops(0)->set_field(99);
    edit.mutable_ops(0)->set_kind(wire::OP_KIND_SET);
    const auto field = mentor.make(world.pairLog(), edit);
    auto tooLong = world.checkIn(9000);
    const auto invalid = mentor.make(world.pairLog(), typeOf(world, "CheckIn"), world.id(), tooLong);
    const auto verdicts = mentor.push({ mentor.run({ type, field, invalid }) });
    QCOMPARE(verdicts.verdicts(0).reason(), std::string("unknown_type"));
    QCOMPARE(verdicts.verdicts(1).reason(), std::string("unknown_field"));
    QCOMPARE(verdicts.verdicts(2).reason(), std::string("invalid"));
}

void TestServer::neverSendsWhatWasSetAside()
{
    ServerWorld world;
    RawDevice teacher(world, "teacher");
    RawDevice reader(world, "district");
    (void)teacher.push({ teacher.run({ teacher.make(world.districtPlace(), typeOf(world, "Milestone"), world.id(),
                                                    world.milestone("Secret words")) }) });
    const auto pulled = reader.pull(world.districtPlace());
    QCOMPARE(pulled.pages_size(), 1);
    bool seen = false;
    for (const auto &entry : pulled.pages(0).entries()) {
        if (entry.verdict() == wire::VERDICT_CLASS_QUARANTINED) {
            seen = true;
            QVERIFY(entry.body().empty());
            QVERIFY(!entry.header().empty());
        }
    }
    QVERIFY(seen);
    QVERIFY(pulled.SerializeAsString().find("Secret words") == std::string::npos);
}

void TestServer::keepsBothWhenTwoEditOneField()
{
    ServerWorld world;
    RawDevice one(world, "district");
    RawDevice two(world, "district");
    const auto id = world.id();
    (void)one.push(
        { one.run({ one.make(world.districtPlace(), typeOf(world, "Milestone"), id, world.milestone("A")) }) });
    const auto verdict = two.push(
        { two.run({ two.make(world.districtPlace(), typeOf(world, "Milestone"), id, world.milestone("B")) }) });
    QCOMPARE(verdict.verdicts(0).verdict(), wire::VERDICT_CLASS_CONFLICT);
    QVERIFY(world.academy.records().conflictCount() > 0);
}

void TestServer::projectsAMatchToThePairAndTheDistrict()
{
    ServerWorld world;
    for (const auto &place :
         { world.pairLog(), ServerWorld::scope(cadre::v1::SCOPE_KIND_DISTRICT_TEAM, world.district) }) {
        const auto match = world.stored<cadre::v1::MentorMatch>(place, "MentorMatch", world.match);
        QVERIFY2(match.has_value(), place.text().c_str());
        QCOMPARE(match->teacher(), world.teacher.text());
    }
}

void TestServer::addsUpThePairsAndTheSchoolsMonth()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    const auto first = device.make(world.pairLog(), typeOf(world, "CheckIn"), world.id(), world.checkIn(45));
    const auto second = device.make(world.pairLog(), typeOf(world, "CheckIn"), world.id(), world.checkIn(30));
    (void)device.push({ device.run({ first, second }) });
    const auto pair =
        world.stored<cadre::v1::PairMonth>(ServerWorld::scope(cadre::v1::SCOPE_KIND_DISTRICT_TEAM, world.district),
                                           "PairMonth", server::Derived::idOf("PairMonth", world.match, "2026-11"));
    QVERIFY(pair.has_value());
    QCOMPARE(pair->minutes(), 75);
    QCOMPARE(pair->sessions(), 2);
    const auto school = world.stored<cadre::v1::SchoolMonth>(
        ServerWorld::scope(cadre::v1::SCOPE_KIND_SCHOOL_ADMIN, world.school), "SchoolMonth",
        server::Derived::idOf("SchoolMonth", world.school, "2026-11"));
    QVERIFY(school.has_value());
    QCOMPARE(school->minutes(), 75);
}

void TestServer::neverSendsAPlaceToWhomItIsClosed()
{
    ServerWorld world;
    RawDevice mentor(world, "mentor");
    (void)mentor.push(
        { mentor.run({ mentor.make(world.pairLog(), typeOf(world, "CheckIn"), world.id(), world.checkIn(45)) }) });
    QCOMPARE(mentor.pull(world.pairLog()).pages_size(), 1);
    RawDevice principal(world, "principal");
    for (const auto &place : { world.pairLog(), world.pair() }) {
        QCOMPARE(principal.pull(place).pages_size(), 0);
    }
    wire::PollResponse poll;
    QVERIFY(poll.ParseFromString(
        world.send("/cadre.sync.v1.SyncService/Poll", wire::PollRequest {}, principal.token).body));
    QVERIFY(poll.memberships_size() > 0);
    for (const auto &membership : poll.memberships()) {
        QVERIFY(membership.scope().kind() != cadre::v1::SCOPE_KIND_PAIR_LOG
                && membership.scope().kind() != cadre::v1::SCOPE_KIND_PAIR);
    }
}

void TestServer::namesTheMostUrgentPlacesFirst()
{
    ServerWorld world;
    RawDevice mentor(world, "mentor");
    (void)mentor.push(
        { mentor.run({ mentor.make(world.pairLog(), typeOf(world, "CheckIn"), world.id(), world.checkIn(45)) }) });
    wire::PollResponse poll;
    QVERIFY(
        poll.ParseFromString(world.send("/cadre.sync.v1.SyncService/Poll", wire::PollRequest {}, mentor.token).body));
    std::vector<std::uint32_t> kinds;
    for (const auto &moved : poll.moved()) {
        kinds.push_back(moved.scope().kind());
    }
    const auto at = [&](std::uint32_t kind) { return std::find(kinds.begin(), kinds.end(), kind); };
    QVERIFY(at(cadre::v1::SCOPE_KIND_PAIR_LOG) != kinds.end());
    QVERIFY(at(cadre::v1::SCOPE_KIND_DISTRICT) != kinds.end());
    QVERIFY(at(cadre::v1::SCOPE_KIND_PEOPLE) < at(cadre::v1::SCOPE_KIND_PAIR_LOG));
    QVERIFY(at(cadre::v1::SCOPE_KIND_PAIR_LOG) < at(cadre::v1::SCOPE_KIND_DISTRICT));
}

void TestServer::startsAnewAfterACursorOfAnotherHistory()
{
    ServerWorld world;
    RawDevice device(world, "district");
    wire::PullRequest request;
    *request.add_cursors() = world.academy.log().cursor(world.districtPlace());
    wire::PullResponse response;
    QVERIFY(response.ParseFromString(world.send("/cadre.sync.v1.SyncService/Pull", request, device.token).body));
    QVERIFY(!response.pages(0).reset());
    QCOMPARE(response.pages(0).entries_size(), 0);
    request.mutable_cursors(0)->set_log_hash(std::string(32, 'x'));
    QVERIFY(response.ParseFromString(world.send("/cadre.sync.v1.SyncService/Pull", request, device.token).body));
    QVERIFY(response.pages(0).reset());
    QVERIFY(response.pages(0).take_snapshot());
    QCOMPARE(response.pages(0).entries_size(), 0);
    cadre::sync::v1alpha::FetchRequest fetch;
    *fetch.add_wanted()->mutable_scope() = merge::toProto(world.districtPlace());
    cadre::sync::v1alpha::FetchResponse fetched;
    const auto path = "/cadre.sync.v1alpha.SnapshotService/Fetch";
    QVERIFY(fetched.ParseFromString(world.send(path, fetch, device.token).body));
    cadre::sync::v1alpha::SnapshotHead head;
    QVERIFY(head.ParseFromString(fetched.parts(0).head().head()));
    QCOMPARE(head.log_hash(), world.academy.log().cursor(world.districtPlace()).log_hash());
    // Nobody gets a snapshot of a place that is not theirs.
    *fetch.mutable_wanted(0)->mutable_scope() = merge::toProto(world.pair());
    QVERIFY(fetched.ParseFromString(world.send(path, fetch, device.token).body));
    QCOMPARE(fetched.parts_size(), 0);
}

void TestServer::doesNotFollowAClockYearsAhead()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    world.now += 5LL * 365 * 24 * 60 * 60 * 1000;
    const auto change = device.make(world.pairLog(), typeOf(world, "CheckIn"), world.id(), world.checkIn(45));
    world.now = ServerWorld::start;
    const auto response = device.push({ device.run({ change }) });
    QCOMPARE(response.verdicts(0).verdict(), wire::VERDICT_CLASS_APPLIED);
    QCOMPARE(response.server_time(), ServerWorld::start);
    // What follows from it carries the server's own time.
    const auto pulled =
        RawDevice(world, "district").pull(ServerWorld::scope(cadre::v1::SCOPE_KIND_DISTRICT_TEAM, world.district));
    for (const auto &entry : pulled.pages(0).entries()) {
        wire::Header header;
        QVERIFY(header.ParseFromString(entry.header()));
        QVERIFY(merge::millisecondsOf(header.hybrid_time()) <= ServerWorld::start);
    }
}

void TestServer::leavesAPlaceWhenTheMatchHasEnded()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    wire::PollRequest request;
    *request.add_cursors() = world.academy.log().cursor(world.pairLog());
    wire::PollResponse response;
    QVERIFY(response.ParseFromString(world.send("/cadre.sync.v1.SyncService/Poll", request, device.token).body));
    QCOMPARE(response.left_size(), 0);

    const auto place = ServerWorld::scope(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, world.school);
    auto match = *world.stored<cadre::v1::MentorMatch>(place, "MentorMatch", world.match);
    match.set_status(cadre::v1::MATCH_STATUS_ENDED);
    match.set_to("2026-08-20");
    server::Work work(world.academy);
    world.academy.author().write(place, "MentorMatch", world.match, match, world.lead, world.now);
    work.commit();
    QVERIFY(response.ParseFromString(world.send("/cadre.sync.v1.SyncService/Poll", request, device.token).body));
    QCOMPARE(response.left_size(), 1);
    QVERIFY(!response.left(0).sentence().empty());
}

void TestServer::rollsAWorkBackWhole()
{
    ServerWorld world;
    const auto before = world.academy.log().changeCount();
    const auto id = world.id();
    {
        server::Work work(world.academy);
        world.academy.author().write(world.districtPlace(), "Milestone", id, world.milestone("Never"),
                                     world.districtLead, world.now);
    }
    QCOMPARE(world.academy.log().changeCount(), before);
    QVERIFY(!world.stored<cadre::v1::Milestone>(world.districtPlace(), "Milestone", id));
    server::Work work(world.academy);
    world.academy.author().write(world.districtPlace(), "Milestone", id, world.milestone("Now"), world.districtLead,
                                 world.now);
    work.commit();
    QCOMPARE(world.academy.log().changeCount(), before + 1);
}

void TestServer::checksItsOwnLog()
{
    ServerWorld world;
    RawDevice device(world, "mentor");
    (void)device.push(
        { device.run({ device.make(world.pairLog(), typeOf(world, "CheckIn"), world.id(), world.checkIn(45)) }) });
    QVERIFY(world.academy.log().check().empty());
    world.database.run("UPDATE change SET verdict = 2 WHERE rev = 1");
    QVERIFY(!world.academy.log().check().empty());
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
