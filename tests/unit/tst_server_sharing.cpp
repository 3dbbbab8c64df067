// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_server_world.h"

#include "sync/merge/change.h"
#include "sync/server/academy.h"
#include "cadre/v1/request.pb.h"
#include "cadre/v1/sharing.pb.h"

#include <QTest>

namespace wire = cadre::sync::v1;

namespace {

/// The pair of the small academy, and a lead to whom it may show something.
class SharingWorld : public ServerWorld {
public:
    RawDevice mentorDevice { *this, "mentor" };
    RawDevice teacherDevice { *this, "teacher" };
    RawDevice leadDevice { *this, "lead" };
    RawDevice principalDevice { *this, "principal" };
    record::Uuid share = id();
    record::ScopeId shown = scope(cadre::v1::SCOPE_KIND_SHARE, share);

    [[nodiscard]] std::uint32_t typeOf(const char *name) const { return catalogue.byName(name)->number(); }

    [[nodiscard]] cadre::v1::NoteShare proposal(const record::Uuid &reader) const
    {
        cadre::v1::NoteShare result;
        result.set_match_id(match.text());
        result.set_proposed_by(mentor.text());
        result.add_readers(reader.text());
        result.add_parts(plan.text());
        result.set_mode(cadre::v1::SHARE_MODE_ONCE);
        result.set_until("2027-06-30");
        result.set_mentor_agreed_at(now);
        return result;
    }

    wire::Verdict push(RawDevice &device, const merge::Change &change) const
    {
        return device.push({ device.run({ change }) }).verdicts(0);
    }

    wire::Verdict propose(const record::Uuid &reader)
    {
        return push(mentorDevice, mentorDevice.make(pair(), typeOf("NoteShare"), share, proposal(reader)));
    }

    wire::Verdict set(RawDevice &device, const char *field)
    {
        const auto before = *stored<cadre::v1::NoteShare>(pair(), "NoteShare", share);
        auto after = before;
        after.GetReflection()->SetInt64(&after, after.GetDescriptor()->FindFieldByName(field), now);
        wire::RecordEdit edit;
        edit.set_type(typeOf("NoteShare"));
        edit.set_record(share.raw());
        for (auto &op : store::difference(before, after, {}, before)) {
            *edit.add_ops() = op;
        }
        return push(device, device.make(pair(), edit));
    }

    wire::Verdict show(RawDevice &device, const char *text)
    {
        cadre::v1::SharedPart part;
        part.set_source(plan.text());
        part.set_body(text);
        return push(device, device.make(shown, typeOf("SharedPart"), id(), part));
    }

    [[nodiscard]] bool reads(RawDevice &device) const { return device.pull(shown).pages_size() > 0; }

    /// True when the device, which stands in the place, hears that it is no longer its own.
    bool isPutOut(RawDevice &device)
    {
        wire::PollRequest request;
        *request.add_cursors() = academy.log().cursor(shown);
        wire::PollResponse response;
        (void)response.ParseFromString(send("/cadre.sync.v1.SyncService/Poll", request, device.token).body);
        return response.left_size() == 1 && response.left(0).scope().kind() == shown.kind;
    }
};

} // namespace

class TestServerSharing : public QObject {
    Q_OBJECT

private slots:
    void whatAPairShowsIsReadByThoseWhomBothNamed();
    void whoEvaluatesIsNeverLetIn();
    void whoBecomesAnEvaluatorIsPutOut();
    void aReaderWritesNothingThere();
    void anothersConsentIsNotGiven();
    void whatIsHandedInReachesTheLeadAndNotTheSenderOrTheEvaluator();
};

void TestServerSharing::whatAPairShowsIsReadByThoseWhomBothNamed()
{
    SharingWorld world;
    QCOMPARE(world.propose(world.lead).verdict(), wire::VERDICT_CLASS_APPLIED);
    QCOMPARE(world.show(world.mentorDevice, "What we worked on").verdict(), wire::VERDICT_CLASS_APPLIED);
    QVERIFY(world.reads(world.mentorDevice));
    QVERIFY(world.reads(world.teacherDevice));
    QVERIFY(!world.reads(world.leadDevice));

    QCOMPARE(world.set(world.teacherDevice, "teacher_agreed_at").verdict(), wire::VERDICT_CLASS_APPLIED);
    QVERIFY(world.reads(world.leadDevice));
    QVERIFY(!world.reads(world.principalDevice));
    QVERIFY(world.stored<cadre::v1::NoteShare>(world.shown, "NoteShare", world.share)->teacher_agreed_at() > 0);
    QVERIFY(!world.isPutOut(world.leadDevice));

    QCOMPARE(world.set(world.teacherDevice, "ended_at").verdict(), wire::VERDICT_CLASS_APPLIED);
    QVERIFY(!world.reads(world.leadDevice));
    QVERIFY(world.isPutOut(world.leadDevice));
}

void TestServerSharing::whoEvaluatesIsNeverLetIn()
{
    SharingWorld world;
    (void)world.propose(world.principal);
    (void)world.set(world.teacherDevice, "teacher_agreed_at");
    (void)world.show(world.mentorDevice, "Not hers to read");
    QVERIFY(world.reads(world.teacherDevice));
    QVERIFY(!world.reads(world.principalDevice));
}

void TestServerSharing::whoBecomesAnEvaluatorIsPutOut()
{
    SharingWorld world;
    (void)world.propose(world.lead);
    (void)world.set(world.teacherDevice, "teacher_agreed_at");
    (void)world.show(world.teacherDevice, "Hers to read, until she evaluates");
    QVERIFY(world.reads(world.leadDevice));
    server::Work work(world.academy);
    cadre::v1::RoleAssignment role;
    role.set_person(world.lead.text());
    role.set_role(cadre::v1::ROLE_SL);
    role.set_scope_org(world.school.text());
    role.set_from("2026-08-01");
    role.add_evaluates(world.teacher.text());
    world.academy.author().write(ServerWorld::scope(cadre::v1::SCOPE_KIND_PEOPLE, world.school), "RoleAssignment",
                                 world.id(), role, {}, world.now);
    work.commit();
    QVERIFY(!world.reads(world.leadDevice));
    QVERIFY(world.isPutOut(world.leadDevice));
    QVERIFY(world.reads(world.teacherDevice));
}

void TestServerSharing::aReaderWritesNothingThere()
{
    SharingWorld world;
    (void)world.propose(world.lead);
    (void)world.set(world.teacherDevice, "teacher_agreed_at");
    QCOMPARE(world.show(world.leadDevice, "Another's words").verdict(), wire::VERDICT_CLASS_QUARANTINED);
}

void TestServerSharing::anothersConsentIsNotGiven()
{
    SharingWorld world;
    (void)world.propose(world.lead);
    QCOMPARE(world.set(world.mentorDevice, "teacher_agreed_at").verdict(), wire::VERDICT_CLASS_QUARANTINED);
    QVERIFY(!world.reads(world.leadDevice));
}

void TestServerSharing::whatIsHandedInReachesTheLeadAndNotTheSenderOrTheEvaluator()
{
    SharingWorld world;
    cadre::v1::SupportRequest request;
    request.set_raised_by(world.teacher.text());
    request.set_to_organization(world.school.text());
    request.set_raised_at(world.now);
    request.set_text("A second pair of eyes in fourth period");
    const auto id = world.id();
    const auto own = ServerWorld::scope(cadre::v1::SCOPE_KIND_PERSON, world.teacher);
    QCOMPARE(world.push(world.teacherDevice, world.teacherDevice.make(own, world.typeOf("SupportRequest"), id, request))
                 .verdict(),
             wire::VERDICT_CLASS_APPLIED);
    auto box = ServerWorld::scope(cadre::v1::SCOPE_KIND_INBOX, world.school);
    box.purpose = 3;
    QCOMPARE(world.stored<cadre::v1::SupportRequest>(box, "SupportRequest", id)->text(), request.text());
    QVERIFY(world.leadDevice.pull(box).pages_size() > 0);
    for (auto *other : { &world.mentorDevice, &world.teacherDevice, &world.principalDevice }) {
        QCOMPARE(other->pull(box).pages_size(), 0);
    }
    QCOMPARE(world.leadDevice.pull(own).pages_size(), 0);
}

QTEST_GUILESS_MAIN(TestServerSharing)
#include "tst_server_sharing.moc"
