// SPDX-License-Identifier: Apache-2.0
#include "sync/server/audit.h"
#include "sync/server/set_aside.h"
#include "tests/unit/tst_server_world.h"

#include <QTest>

namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;

template <class Call>
std::string problemOf(const Call &call)
{
    try {
        call();
    } catch (const server::Problem &problem) {
        return host::codeName(problem.code());
    }
    return {};
}

/// An academy in which something was set aside.
struct Aside {
    ServerWorld world;
    server::SetAside setAside { world.academy };
    RawDevice mentor { world, "mentor" };

    /// What that device hands in is set aside for the reason, and its name is the answer.
    merge::Dot handIn(RawDevice &device, const merge::Change &change, const std::string &reason)
    {
        auto run = device.run({ change });
        *run.mutable_certificate() = world.academy.accounts().bySite(device.site)->certificate;
        const auto verdict = device.push({ run }).verdicts(0);
        if (verdict.verdict() != cadre::sync::v1::VERDICT_CLASS_QUARANTINED || verdict.reason() != reason) {
            throw std::runtime_error("It was not set aside for " + reason + " but for " + verdict.reason());
        }
        return change.dot;
    }

    /// The match ended long ago, and a check-in of a day on which it held comes only now.
    merge::Dot lateCheckIn(const record::Uuid &id)
    {
        auto match = *world.stored<cadre::v1::MentorMatch>(team(), "MentorMatch", world.match);
        match.set_to("2026-11-20");
        server::Work work(world.academy);
        world.academy.author().write(team(), "MentorMatch", world.match, match, world.lead, world.now);
        work.commit();
        const auto change = mentor.make(world.pairLog(), type("CheckIn"), id, world.checkIn(45));
        world.now += 60 * day;
        return handIn(mentor, change, "too_late");
    }

    merge::Dot fromASignedOutDevice(const record::Uuid &id)
    {
        world.academy.accounts().revoke(mentor.site);
        return handIn(mentor, mentor.make(world.pairLog(), type("CheckIn"), id, world.checkIn(30)), "signed_out");
    }

    [[nodiscard]] std::uint32_t type(const char *name) const { return world.catalogue.byName(name)->number(); }
    [[nodiscard]] record::ScopeId team() const
    {
        return ServerWorld::scope(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, world.school);
    }
    std::optional<cadre::v1::CheckIn> checkIn(const record::Uuid &id)
    {
        return world.stored<cadre::v1::CheckIn>(world.pairLog(), "CheckIn", id);
    }
};

} // namespace

class TestServerSetAside : public QObject {
    Q_OBJECT

private slots:
    void theLeadLetsInWhatCameTooLate();
    void itIsInItsAuthorsNameAndAudited();
    void askedAgainItDoesNothingMore();
    void nobodyElseSeesItOrLetsItIn();
    void aMentorLetsInWhatHerLostTabletHandedIn();
    void whatAnotherWroteInHerNameIsLetInByNobody();
    void theLeadDoesNotLearnWhatAPairsWorkIsAbout();
    void whatFollowsInAChainReplacesWhatWasLetIn();
    void whatWouldHaveBeenRefusedThatDayStays();
};

void TestServerSetAside::theLeadLetsInWhatCameTooLate()
{
    Aside aside;
    const auto id = aside.world.id();
    const auto dot = aside.lateCheckIn(id);
    const auto waiting = aside.setAside.waitingFor(aside.world.lead);
    QCOMPARE(waiting.size(), 1U);
    QCOMPARE(waiting[0].reason(), std::string("too_late"));
    QVERIFY(merge::fromProto(waiting[0].dot()) == dot);
    QVERIFY(!aside.checkIn(id));
    aside.setAside.release(aside.world.pairLog(), dot, { aside.world.lead, {} });
    QVERIFY(aside.checkIn(id).has_value());
    QCOMPARE(aside.checkIn(id)->minutes(), 45);
    QVERIFY(aside.setAside.waitingFor(aside.world.lead).empty());
    QCOMPARE(aside.world.academy.log().setAsideCount(), 0U);
    QVERIFY(aside.world.academy.log().check().empty());
}

void TestServerSetAside::itIsInItsAuthorsNameAndAudited()
{
    Aside aside;
    const auto id = aside.world.id();
    const auto dot = aside.lateCheckIn(id);
    aside.setAside.release(aside.world.pairLog(), dot, { aside.world.lead, {} });
    const store::RecordKey key { aside.type("CheckIn"), id, aside.world.pairLog() };
    QVERIFY(aside.world.academy.makers().of(key) == aside.world.mentor);
    const auto entries = aside.world.academy.audit().about(aside.world.mentor);
    const auto &last = entries.back();
    QCOMPARE(last.kind(), cadre::sync::v1alpha::AUDIT_KIND_RELEASED);
    QCOMPARE(last.actor(), aside.world.lead.raw());
    QCOMPARE(last.person(), aside.world.mentor.raw());
    QCOMPARE(last.reason(), std::string("too_late"));
}

void TestServerSetAside::askedAgainItDoesNothingMore()
{
    Aside aside;
    const auto dot = aside.lateCheckIn(aside.world.id());
    const server::Actor lead { aside.world.lead, {} };
    aside.setAside.release(aside.world.pairLog(), dot, lead);
    const auto changes = aside.world.academy.log().changeCount();
    aside.setAside.release(aside.world.pairLog(), dot, lead);
    QCOMPARE(aside.world.academy.log().changeCount(), changes);
}

void TestServerSetAside::nobodyElseSeesItOrLetsItIn()
{
    Aside aside;
    const auto dot = aside.lateCheckIn(aside.world.id());
    for (const auto &person : { aside.world.teacher, aside.world.principal, aside.world.mentor, aside.world.id() }) {
        QVERIFY(aside.setAside.waitingFor(person).empty());
        QCOMPARE(problemOf([&] { aside.setAside.release(aside.world.pairLog(), dot, { person, {} }); }), "not_found");
    }
    QCOMPARE(aside.world.academy.log().setAsideCount(), 1U);
}

void TestServerSetAside::aMentorLetsInWhatHerLostTabletHandedIn()
{
    Aside aside;
    const auto id = aside.world.id();
    const auto dot = aside.fromASignedOutDevice(id);
    QCOMPARE(aside.setAside.waitingFor(aside.world.mentor).size(), 1U);
    QVERIFY(aside.setAside.waitingFor(aside.world.teacher).empty());
    const server::Actor mentor { aside.world.mentor, {} };
    aside.setAside.release(aside.world.pairLog(), dot, mentor);
    QCOMPARE(aside.checkIn(id)->minutes(), 30);
    aside.setAside.release(aside.world.pairLog(), dot, mentor);
    QVERIFY(aside.setAside.waitingFor(aside.world.mentor).empty());
}

void TestServerSetAside::whatAnotherWroteInHerNameIsLetInByNobody()
{
    Aside aside;
    RawDevice teacher(aside.world, "teacher");
    aside.world.academy.accounts().revoke(teacher.site);
    teacher.person = aside.world.mentor;
    const auto change =
        teacher.make(aside.world.pairLog(), aside.type("CheckIn"), aside.world.id(), aside.world.checkIn(99));
    const auto dot = aside.handIn(teacher, change, "author");
    for (const auto &person : { aside.world.mentor, aside.world.lead, aside.world.teacher }) {
        QVERIFY(aside.setAside.waitingFor(person).empty());
        QCOMPARE(problemOf([&] { aside.setAside.release(aside.world.pairLog(), dot, { person, {} }); }), "not_found");
    }
}

void TestServerSetAside::theLeadDoesNotLearnWhatAPairsWorkIsAbout()
{
    Aside aside;
    cadre::v1::CheckInNote note;
    note.set_check_in(aside.world.id().text());
    note.set_author(aside.world.mentor.text());
    note.set_part(cadre::v1::NOTE_PART_WORKS);
    note.set_body("Words");
    aside.world.academy.accounts().revoke(aside.mentor.site);
    (void)aside.handIn(aside.mentor,
                       aside.mentor.make(aside.world.pair(), aside.type("CheckInNote"), aside.world.id(), note),
                       "signed_out");
    const auto forLead = aside.setAside.waitingFor(aside.world.lead);
    QCOMPARE(forLead.size(), 1U);
    QVERIFY(forLead[0].record_types().empty());
    const auto forMentor = aside.setAside.waitingFor(aside.world.mentor);
    QCOMPARE(forMentor.at(0).record_types_size(), 1);
}

void TestServerSetAside::whatFollowsInAChainReplacesWhatWasLetIn()
{
    Aside aside;
    const auto id = aside.world.id();
    const auto first = aside.fromASignedOutDevice(id);
    // The second edit had the first on screen.
    cadre::sync::v1::RecordEdit edit;
    edit.set_type(aside.type("CheckIn"));
    edit.set_record(id.raw());
    auto ops = store::difference(aside.world.checkIn(30), aside.world.checkIn(60), {}, aside.world.checkIn(30));
    QCOMPARE(ops.size(), 1U);
    merge::Context seen;
    seen.add(first);
    *ops[0].mutable_context() = seen.toProto();
    *edit.add_ops() = ops[0];
    const auto second = aside.handIn(aside.mentor, aside.mentor.make(aside.world.pairLog(), edit), "signed_out");
    const server::Actor mentor { aside.world.mentor, {} };
    aside.setAside.release(aside.world.pairLog(), first, mentor);
    QCOMPARE(aside.checkIn(id)->minutes(), 30);
    aside.setAside.release(aside.world.pairLog(), second, mentor);
    QCOMPARE(aside.checkIn(id)->minutes(), 60);
    QCOMPARE(aside.world.academy.records().conflictCount(), 0U);
}

void TestServerSetAside::whatWouldHaveBeenRefusedThatDayStays()
{
    Aside aside;
    const auto id = aside.world.id();
    const auto dot = aside.handIn(
        aside.mentor, aside.mentor.make(aside.world.pairLog(), aside.type("CheckIn"), id, aside.world.checkIn(0)),
        "invalid");
    QCOMPARE(aside.setAside.waitingFor(aside.world.lead).size(), 1U);
    QCOMPARE(problemOf([&] {
                 aside.setAside.release(aside.world.pairLog(), dot, { aside.world.lead, {} });
             }),
             "failed_precondition");
    QVERIFY(!aside.checkIn(id));
    QCOMPARE(aside.setAside.waitingFor(aside.world.lead).size(), 1U);
}

QTEST_GUILESS_MAIN(TestServerSetAside)
#include "tst_server_set_aside.moc"
