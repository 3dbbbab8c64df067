// SPDX-License-Identifier: Apache-2.0
#ifndef Q_MOC_RUN // Which does not read all of the standard library's headers.
#include "sync/merge/seen.h"
#include "sync/server/hand_in_quota.h"
#include "sync/server/membership.h"
#include "sync/server/person_export.h"
#include "tests/unit/tst_server_world.h"
#include "cadre/v1/enrollment.pb.h"
#include "cadre/v1/sharing.pb.h"
#endif

#include <QTest>

namespace {

namespace wire = cadre::sync::v1;

/// What somebody with a right and a client of her own making may try.
struct Attack {
    ServerWorld world;
    RawDevice mentor { world, "mentor" };
    RawDevice teacher { world, "teacher" };
    RawDevice lead { world, "lead" };

    [[nodiscard]] std::uint32_t type(const char *name) const { return world.catalogue.byName(name)->number(); }

    /// Why the change was set aside; empty when it was applied.
    static std::string push(RawDevice &device, const merge::Change &change)
    {
        const auto verdict = device.push({ device.run({ change }) }).verdicts(0);
        return verdict.verdict() == wire::VERDICT_CLASS_QUARANTINED ? verdict.reason() : std::string();
    }

    /// The lead leads this school as well, and mentors there.
    record::Uuid secondSchool()
    {
        const auto school = world.id();
        server::Work work(world.academy);
        world.organization(school, cadre::v1::ORGANIZATION_KIND_SCHOOL, world.district);
        for (const auto role : { cadre::v1::ROLE_SL, cadre::v1::ROLE_MT }) {
            cadre::v1::RoleAssignment assignment;
            assignment.set_person(world.lead.text());
            assignment.set_role(role);
            assignment.set_scope_org(school.text());
            assignment.set_from("2026-08-01");
            world.academy.author().write(ServerWorld::scope(cadre::v1::SCOPE_KIND_PEOPLE, school), "RoleAssignment",
                                         world.id(), assignment, {}, world.now);
        }
        work.commit();
        return school;
    }

    /// The edit of one record with one op.
    merge::Change change(RawDevice &device, const record::ScopeId &place, const char *name, const record::Uuid &id,
                         const wire::Op &op) const
    {
        wire::RecordEdit edit;
        edit.set_type(type(name));
        edit.set_record(id.raw());
        *edit.add_ops() = op;
        return device.make(place, edit);
    }
};

} // namespace

class TestServerAttacks : public QObject {
    Q_OBJECT

private slots:
    void aMatchIsEndedAndNeverDeleted();
    void anIdThatOpenedAPlaceOpensNoOther_data();
    void anIdThatOpenedAPlaceOpensNoOther();
    void aShareThatEndedStaysEnded();
    void whatGrowsShowsItsHighestBesideOneWhoLeftItEmpty();
    void whoMayNotApproveAPlanDoesNotBeginItApproved();
    void aSignedOutDeviceDoesNotFillTheDisk();
    void aMentorDoesNotDenyForTheTeacher();
    void aPersonsCopyLeavesOutWhomSheEvaluates();
};

void TestServerAttacks::aMatchIsEndedAndNeverDeleted()
{
    Attack attack;
    const auto team = ServerWorld::scope(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, attack.world.school);
    const auto away = attack.change(attack.lead, team, "MentorMatch", attack.world.match, store::lifeOp(false, {}));
    QCOMPARE(Attack::push(attack.lead, away), std::string("never_changed"));
    QVERIFY(attack.world.academy.membership().facts().match(attack.world.match) != nullptr);
}

void TestServerAttacks::anIdThatOpenedAPlaceOpensNoOther_data()
{
    QTest::addColumn<bool>("isGone");
    QTest::newRow("while it stands") << false;
    QTest::newRow("once it was taken away") << true;
}

void TestServerAttacks::anIdThatOpenedAPlaceOpensNoOther()
{
    QFETCH(bool, isGone);
    Attack attack;
    auto &world = attack.world;
    const auto school = attack.secondSchool();
    if (isGone) {
        server::Work work(world.academy);
        world.academy.author().remove(ServerWorld::scope(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, world.school),
                                      "MentorMatch", world.match, world.lead, world.now);
        work.commit();
    }
    cadre::v1::MentorMatch match;
    match.set_mentor(world.lead.text());
    match.set_teacher(world.id().text());
    match.set_school(school.text());
    match.set_from("2026-08-01");
    match.set_status(cadre::v1::MATCH_STATUS_ACTIVE);
    const auto team = ServerWorld::scope(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, school);
    QCOMPARE(Attack::push(attack.lead, attack.lead.make(team, attack.type("MentorMatch"), world.match, match)),
             std::string("wrong_place"));
    QVERIFY(!world.academy.membership().mayRead(world.lead, world.pair()));
}

void TestServerAttacks::aShareThatEndedStaysEnded()
{
    Attack attack;
    auto &world = attack.world;
    cadre::v1::NoteShare share;
    share.set_match_id(world.match.text());
    share.set_proposed_by(world.mentor.text());
    share.add_readers(world.lead.text());
    share.add_parts(world.id().text());
    share.set_mode(cadre::v1::SHARE_MODE_ONCE);
    share.set_until("2026-12-31");
    share.set_mentor_agreed_at(world.now);
    share.set_ended_at(world.now);
    const auto id = world.id();
    QCOMPARE(Attack::push(attack.mentor, attack.mentor.make(world.pair(), attack.type("NoteShare"), id, share)),
             std::string());
    wire::Op clear;
    clear.set_field(cadre::v1::NoteShare::kEndedAtFieldNumber);
    clear.set_kind(wire::OP_KIND_CLEAR);
    QCOMPARE(Attack::push(attack.mentor, attack.change(attack.mentor, world.pair(), "NoteShare", id, clear)),
             std::string("invalid"));
    const auto kept = world.stored<cadre::v1::NoteShare>(world.pair(), "NoteShare", id);
    QCOMPARE(kept->ended_at(), world.now);
}

void TestServerAttacks::whatGrowsShowsItsHighestBesideOneWhoLeftItEmpty()
{
    merge::RecordState state;
    auto &field = *state.add_fields();
    field.set_field(cadre::v1::NoteShare::kEndedAtFieldNumber);
    auto &empty = *field.add_siblings();
    empty.set_kind(wire::OP_KIND_CLEAR);
    auto &raised = *field.add_siblings();
    raised.set_kind(wire::OP_KIND_RAISE);
    raised.set_value("\x07");
    cadre::v1::NoteShare share;
    QVERIFY(share.ParseFromString(store::joinValues(state)));
    QCOMPARE(share.ended_at(), 7);
}

void TestServerAttacks::whoMayNotApproveAPlanDoesNotBeginItApproved()
{
    Attack attack;
    auto &world = attack.world;
    const auto person = world.id();
    {
        server::Work work(world.academy);
        world.person(person, "member", world.district, cadre::v1::ROLE_DM);
        work.commit();
    }
    RawDevice member(world, "member");
    cadre::v1::ImplementationPlan plan;
    plan.set_org(world.district.text());
    plan.set_title("Plan");
    plan.set_status(cadre::v1::PLAN_STATUS_APPROVED);
    const auto push = [&] {
        return Attack::push(member,
                            member.make(world.districtPlace(), attack.type("ImplementationPlan"), world.id(), plan));
    };
    QCOMPARE(push(), std::string("not_your_field"));
    plan.set_status(cadre::v1::PLAN_STATUS_DRAFT);
    QCOMPARE(push(), std::string());
}

void TestServerAttacks::aSignedOutDeviceDoesNotFillTheDisk()
{
    Attack attack;
    auto &world = attack.world;
    server::HandInQuota quota(world.database, [&world] { return world.now; });
    const auto device = [&] { return *world.academy.accounts().bySite(attack.mentor.site); };
    constexpr auto aDay = static_cast<std::size_t>(server::HandInQuota::bytesADay);
    constexpr auto inAll = static_cast<std::size_t>(server::HandInQuota::bytesOnceSignedOut);
    store::Transaction transaction(world.database);
    quota.take(device(), aDay);
    QVERIFY_THROWS_EXCEPTION(server::Problem, quota.take(device(), 1));
    world.now += 24LL * 3600 * 1000;
    quota.take(device(), 1);
    world.academy.accounts().revoke(attack.mentor.site);
    quota.take(device(), inAll);
    world.now += 24LL * 3600 * 1000;
    QVERIFY_THROWS_EXCEPTION(server::Problem, quota.take(device(), 1));
}

void TestServerAttacks::aMentorDoesNotDenyForTheTeacher()
{
    Attack attack;
    auto &world = attack.world;
    cadre::v1::Acknowledgement answer;
    answer.set_check_in(world.id().text());
    answer.set_teacher(world.teacher.text());
    answer.set_given_to(world.mentor.text());
    answer.set_result(cadre::v1::CONFIRMATION_NOT_HELD);
    answer.set_at(world.now);
    const auto push = [&] {
        return Attack::push(attack.mentor,
                            attack.mentor.make(world.pairLog(), attack.type("Acknowledgement"), world.id(), answer));
    };
    QCOMPARE(push(), std::string("not_your_record"));
    answer.set_result(cadre::v1::CONFIRMATION_CONFIRMED);
    QCOMPARE(push(), std::string());
    answer.set_teacher(world.mentor.text());
    QCOMPARE(push(), std::string("not_your_record"));
}

void TestServerAttacks::aPersonsCopyLeavesOutWhomSheEvaluates()
{
    Attack attack;
    auto &world = attack.world;
    cadre::v1::CheckInNote note;
    note.set_check_in(world.id().text());
    note.set_author(world.teacher.text());
    note.set_part(cadre::v1::NOTE_PART_CHALLENGE);
    note.set_body("A word of the teacher's");
    QCOMPARE(
        Attack::push(attack.teacher, attack.teacher.make(world.pair(), attack.type("CheckInNote"), world.id(), note)),
        std::string());
    const auto holds = [&](const char *login) {
        std::string all;
        for (const auto &file : server::exportPerson(world.academy, login)) {
            all += file.content;
        }
        return all.find("A word of the teacher's") != std::string::npos;
    };
    QVERIFY(holds("mentor"));
    server::Work work(world.academy);
    cadre::v1::RoleAssignment principal;
    principal.set_person(world.mentor.text());
    principal.set_role(cadre::v1::ROLE_PR);
    principal.set_scope_org(world.school.text());
    principal.set_from("2026-08-01");
    world.academy.author().write(ServerWorld::scope(cadre::v1::SCOPE_KIND_PEOPLE, world.school), "RoleAssignment",
                                 world.id(), principal, {}, world.now);
    work.commit();
    QVERIFY(!holds("mentor"));
    QVERIFY(holds("teacher"));
}

QTEST_GUILESS_MAIN(TestServerAttacks)
#include "tst_server_attacks.moc"
