// SPDX-License-Identifier: Apache-2.0
#include "src/domain/policy.h"
#include "tests/unit/asked_policy.h"

#include <QTest>

using namespace cadre::v1;
using domain::Policy;
using domain::WriteCode;
using record::ScopeId;

class TestPolicySharing : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<AskedPolicy>(); }

    void readersComeInOnceBothHaveAgreedAndUntilEitherEndsIt_data()
    {
        QTest::addColumn<int>("mentorAgreed");
        QTest::addColumn<int>("teacherAgreed");
        QTest::addColumn<int>("ended");
        QTest::addColumn<QString>("until");
        QTest::addColumn<bool>("pairReads");
        QTest::addColumn<bool>("readerReads");
        QTest::newRow("nobody has agreed") << 0 << 0 << 0 << "2027-06-30" << true << false;
        QTest::newRow("the mentor alone") << 1 << 0 << 0 << "2027-06-30" << true << false;
        QTest::newRow("the teacher alone") << 0 << 1 << 0 << "2027-06-30" << true << false;
        QTest::newRow("both") << 1 << 1 << 0 << "2027-06-30" << true << true;
        QTest::newRow("ended") << 1 << 1 << 5 << "2027-06-30" << false << false;
        QTest::newRow("its last day") << 1 << 1 << 0 << "2026-11-20" << true << true;
        QTest::newRow("the day after") << 1 << 1 << 0 << "2026-11-19" << false << false;
    }
    void readersComeInOnceBothHaveAgreedAndUntilEitherEndsIt()
    {
        QFETCH(int, mentorAgreed);
        QFETCH(int, teacherAgreed);
        QFETCH(int, ended);
        QFETCH(QString, until);
        QFETCH(bool, pairReads);
        QFETCH(bool, readerReads);
        m->today = *domain::parseDay("2026-11-20");
        auto share = shareWith("ST");
        mentorAgreed != 0 ? share.set_mentor_agreed_at(mentorAgreed) : share.clear_mentor_agreed_at();
        teacherAgreed != 0 ? share.set_teacher_agreed_at(teacherAgreed) : share.clear_teacher_agreed_at();
        share.set_until(until.toStdString());
        if (ended != 0) {
            share.set_ended_at(ended);
        }
        m->facts.add(m->id("share"), share);
        QCOMPARE(reads("MT", shown()), pairReads);
        QCOMPARE(reads("BT", shown()), pairReads);
        QCOMPARE(reads("ST", shown()), readerReads);
        QVERIFY(!reads("SL", shown()));
    }

    void whoEvaluatesTheTeacherIsNeverAReader()
    {
        m->facts.add(m->id("share"), shareWith("PR"));
        QVERIFY(!reads("PR", shown()));
        m->facts.add(m->id("share"), shareWith("ST"));
        QVERIFY(reads("ST", shown()));
        auto role = m->role("ST", ROLE_ST, "schoolA");
        role.add_evaluates(m->id("BT").text());
        m->facts.add(m->id("role ST"), role);
        QVERIFY(!reads("ST", shown()));
    }

    void aReaderWhoIsNoLongerNamedLeaves()
    {
        m->facts.add(m->id("share"), shareWith("ST"));
        QVERIFY(reads("ST", shown()));
        m->facts.add(m->id("share"), shareWith("SL"));
        QVERIFY(!reads("ST", shown()));
        QVERIFY(reads("SL", shown()));
        m->facts.remove("NoteShare", m->id("share"));
        QVERIFY(!reads("SL", shown()));
        QVERIFY(!reads("BT", shown()));
    }

    void itEndsNoLaterThanThePairCanEndIt()
    {
        m->facts.add(m->id("share"), shareWith("ST"));
        m->matchWith("MT", "BT", MATCH_STATUS_ENDED, "2026-01-10");
        m->today = *domain::parseDay("2026-02-24");
        QVERIFY(reads("ST", shown()));
        m->today = *domain::parseDay("2026-02-25");
        QVERIFY(!reads("ST", shown()));
    }

    void theSameWhicheverIsKnownFirst()
    {
        m->facts.remove("MentorMatch", m->id("match"));
        m->facts.add(m->id("share"), shareWith("ST"));
        QVERIFY(!reads("ST", shown()));
        m->matchWith("MT", "BT", MATCH_STATUS_ACTIVE, "");
        QVERIFY(reads("ST", shown()));
    }

    void nobodyAgreesForTheOther()
    {
        const auto share = shareWith("ST");
        const std::vector<std::string> proposal { "match_id", "proposed_by", "readers", "parts", "mode", "until" };
        QCOMPARE(m->write("MT", m->pair(), "NoteShare", proposal, &share), WriteCode::Allowed);
        QCOMPARE(m->edit("MT", m->pair(), "NoteShare", { "mentor_agreed_at" }, &share), WriteCode::Allowed);
        QCOMPARE(m->edit("MT", m->pair(), "NoteShare", { "teacher_agreed_at" }, &share), WriteCode::NotYourField);
        QCOMPARE(m->edit("BT", m->pair(), "NoteShare", { "teacher_agreed_at" }, &share), WriteCode::Allowed);
        QCOMPARE(m->edit("BT", m->pair(), "NoteShare", { "mentor_agreed_at" }, &share), WriteCode::NotYourField);
        QCOMPARE(m->edit("BT", m->pair(), "NoteShare", { "ended_at" }, &share), WriteCode::Allowed);
        for (const auto &field : { "readers", "parts", "until" }) {
            QCOMPARE(m->edit("MT", m->pair(), "NoteShare", { field }, &share), WriteCode::NeverChanged);
        }
    }

    void aShareOfAnotherPairKeepsItsId()
    {
        auto share = shareWith("ST");
        m->facts.add(m->id("share"), share);
        auto other = m->match("SL", "second teacher");
        m->facts.add(m->id("other match"), other);
        share.set_match_id(m->id("other match").text());
        auto request = m->requestOf("SL", m->scope(SCOPE_KIND_PAIR, "other match"), "NoteShare",
                                    { "match_id", "readers" }, &share);
        request.recordId = m->id("share");
        QCOMPARE(m->codeOf(request), WriteCode::WrongPlace);
        request.recordId = m->id("another share");
        QCOMPARE(m->codeOf(request), WriteCode::Allowed);
    }

    void aMentorReadsGoalsWhileTheTeacherLetsHer()
    {
        const auto goals = m->scope(SCOPE_KIND_TEACHER, "BT");
        QVERIFY(reads("BT", goals));
        QVERIFY(!reads("MT", goals));
        GoalAccess access;
        access.set_teacher(m->id("BT").text());
        access.set_pair(m->id("match").text());
        m->facts.add(m->id("access"), access);
        QVERIFY(reads("MT", goals));
        QVERIFY(!reads("SL", goals));
        m->matchWith("MT", "BT", MATCH_STATUS_ENDED, "2025-10-01");
        m->today = *domain::parseDay("2025-10-02");
        QVERIFY(!reads("MT", goals));
        m->matchWith("MT", "BT", MATCH_STATUS_ACTIVE, "");
        access.set_ended_at(1);
        m->facts.add(m->id("access"), access);
        QVERIFY(!reads("MT", goals));
    }

    void nobodyElseLetsAMentorIn()
    {
        GoalAccess access;
        access.set_teacher(m->id("BT").text());
        access.set_pair(m->id("match").text());
        const auto goals = m->scope(SCOPE_KIND_TEACHER, "BT");
        QCOMPARE(m->write("MT", goals, "GoalAccess", { "teacher", "pair" }, &access), WriteCode::NotAMember);
        // Another's id in one's own place opens nothing.
        access.set_teacher(m->id("SL").text());
        m->facts.add(m->id("access"), access);
        QVERIFY(!reads("MT", goals));
        QVERIFY(!reads("MT", m->scope(SCOPE_KIND_TEACHER, "SL")));
    }

    void aReasonIsReadWhereTheEnrollmentIs()
    {
        m->enrolled("BT");
        const auto reason = m->scope(SCOPE_KIND_REASON, "enrolment");
        for (const char *reader : { "MT", "BT", "SL", "DL" }) {
            QVERIFY2(reads(reader, reason), reader);
        }
        for (const char *other : { "ST", "PR", "DM", "SE" }) {
            QVERIFY2(!reads(other, reason), other);
        }
        m->matchWith("MT", "BT", MATCH_STATUS_ENDED, "2025-10-01");
        m->today = *domain::parseDay("2025-10-02");
        QVERIFY(!reads("MT", reason));
        m->facts.remove("TeacherEnrollment", m->id("enrolment"));
        QVERIFY(!reads("SL", reason));
    }

    void aReasonIsReadWhileTheEnrollmentLastsAndByTheTeacherAfterwards()
    {
        m->enrolled("BT", "2025-11-10");
        const auto reason = m->scope(SCOPE_KIND_REASON, "enrolment");
        m->today = *domain::parseDay("2025-11-10");
        for (const char *reader : { "MT", "BT", "SL", "DL" }) {
            QVERIFY2(reads(reader, reason), reader);
        }
        m->today = *domain::parseDay("2025-11-11");
        for (const char *reader : { "MT", "SL", "DL" }) {
            QVERIFY2(!reads(reader, reason), reader);
        }
        QVERIFY(reads("BT", reason));
    }

    void aTeacherIsEnrolledInThePlaceOfHerSchool()
    {
        TeacherEnrollment enrollment;
        enrollment.set_teacher(m->id("BT").text());
        enrollment.set_school(m->id("schoolA").text());
        const auto team = m->scope(SCOPE_KIND_SCHOOL_TEAM, "schoolA");
        QCOMPARE(m->write("SL", team, "TeacherEnrollment", { "teacher", "school" }, &enrollment), WriteCode::Allowed);
        QCOMPARE(m->write("ST", team, "TeacherEnrollment", { "teacher", "school" }, &enrollment),
                 WriteCode::NotAMember);
        enrollment.set_school(m->id("schoolB").text());
        QCOMPARE(m->write("SL", team, "TeacherEnrollment", { "teacher", "school" }, &enrollment),
                 WriteCode::WrongPlace);
        m->facts.add(m->id("enrolment"), enrollment);
        enrollment.set_school(m->id("schoolA").text());
        auto request = m->requestOf("SL", team, "TeacherEnrollment", { "teacher", "school" }, &enrollment);
        request.recordId = m->id("enrolment");
        QCOMPARE(m->codeOf(request), WriteCode::WrongPlace);
    }

private:
    NoteShare shareWith(const char *reader)
    {
        NoteShare share;
        share.set_match_id(m->id("match").text());
        share.set_proposed_by(m->id("MT").text());
        share.add_readers(m->id(reader).text());
        share.add_parts(m->id("note").text());
        share.set_mode(SHARE_MODE_ONCE);
        share.set_until("2027-06-30");
        share.set_mentor_agreed_at(1);
        share.set_teacher_agreed_at(2);
        return share;
    }
    ScopeId shown() { return m->scope(SCOPE_KIND_SHARE, "share"); }
    bool reads(const char *person, const ScopeId &place)
    {
        const auto memberships = Policy::builtIn().membershipsOf(m->id(person), m->facts, m->today);
        const bool isMember = std::any_of(memberships.begin(), memberships.end(),
                                          [&](const auto &membership) { return membership.scope == place; });
        [&] { QCOMPARE(Policy::builtIn().mayRead(m->id(person), place, m->facts, m->today), isMember); }();
        return isMember;
    }

    std::unique_ptr<AskedPolicy> m;
};

QTEST_GUILESS_MAIN(TestPolicySharing)
#include "tst_policy_sharing.moc"
