// SPDX-License-Identifier: Apache-2.0
#include "cadre/v1/plan.pb.h"
#include "cadre/v1/sanctioned_time.pb.h"
#include "cadre/v1/statement.pb.h"
#include "src/domain/policy.h"
#include "tests/unit/asked_policy.h"

#include <QTest>

using namespace cadre::v1;
using domain::Policy;
using domain::WriteCode;

class TestPolicyWrites : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<AskedPolicy>(); }

    void aNoteIsEditedByItsAuthorAlone()
    {
        const auto mine = m->note("MT");
        QCOMPARE(m->write("MT", m->pair(), "CheckInNote", { "body" }, &mine), WriteCode::Allowed);
        QCOMPARE(m->edit("MT", m->pair(), "CheckInNote", { "body" }, &mine), WriteCode::Allowed);
        QCOMPARE(m->edit("BT", m->pair(), "CheckInNote", { "body" }, &mine), WriteCode::NotYourRecord);
        const auto stolen = m->note("BT");
        auto request = m->requestOf("BT", m->pair(), "CheckInNote", { "author" }, &stolen);
        request.isNew = false;
        request.before = &mine;
        QCOMPARE(m->codeOf(request), WriteCode::NotYourRecord);
        QCOMPARE(m->write("SL", m->pair(), "CheckInNote", { "body" }, &mine), WriteCode::NotAMember);
    }

    void theTeacherSaysThePulseAndTheMentorTheRest()
    {
        CheckInDetail detail;
        QCOMPARE(m->edit("MT", m->pair(), "CheckInDetail", { "focus", "standards" }, &detail), WriteCode::Allowed);
        QCOMPARE(m->edit("MT", m->pair(), "CheckInDetail", { "pulse" }, &detail), WriteCode::NotYourField);
        QCOMPARE(m->edit("BT", m->pair(), "CheckInDetail", { "pulse" }, &detail), WriteCode::Allowed);
        QCOMPARE(m->edit("BT", m->pair(), "CheckInDetail", { "focus" }, &detail), WriteCode::NotYourField);
    }

    void aPulseGivenInPersonSaysOnWhoseDevice()
    {
        CheckInDetail detail;
        detail.set_pulse(4);
        const std::vector<std::string> fields { "pulse", "pulse_given_to" };
        QCOMPARE(m->write("MT", m->pair(), "CheckInDetail", { "pulse" }, &detail), WriteCode::NotYourField);
        QCOMPARE(m->write("BT", m->pair(), "CheckInDetail", { "pulse" }, &detail), WriteCode::Allowed);
        detail.set_pulse_given_to(m->id("BT").text());
        QCOMPARE(m->write("MT", m->pair(), "CheckInDetail", fields, &detail), WriteCode::NotYourField);
        detail.set_pulse_given_to(m->id("MT").text());
        QCOMPARE(m->write("MT", m->pair(), "CheckInDetail", fields, &detail), WriteCode::Allowed);
        QCOMPARE(m->edit("MT", m->pair(), "CheckInDetail", { "focus" }, &detail), WriteCode::Allowed);
        QCOMPARE(m->edit("MT", m->pair(), "CheckInDetail", { "pulse" }, &detail), WriteCode::NotYourField);
        QCOMPARE(m->edit("BT", m->pair(), "CheckInDetail", fields, &detail), WriteCode::NotYourField);
        QCOMPARE(m->write("SL", m->pair(), "CheckInDetail", fields, &detail), WriteCode::NotAMember);
    }

    void aTeacherChangesHerOwnStepsOnly()
    {
        ActionItem step;
        step.set_owner(m->id("BT").text());
        QCOMPARE(m->edit("BT", m->pair(), "ActionItem", { "status" }, &step), WriteCode::Allowed);
        QCOMPARE(m->edit("MT", m->pair(), "ActionItem", { "text" }, &step), WriteCode::Allowed);
        step.set_owner(m->id("MT").text());
        QCOMPARE(m->edit("BT", m->pair(), "ActionItem", { "status" }, &step), WriteCode::NotYourRecord);
    }

    void anAnswerIsTheTeachersAndNeverChanged()
    {
        Acknowledgement answer;
        answer.set_teacher(m->id("BT").text());
        QCOMPARE(m->write("BT", m->log(), "Acknowledgement", { "result" }, &answer), WriteCode::Allowed);
        QCOMPARE(m->edit("BT", m->log(), "Acknowledgement", { "result" }, &answer), WriteCode::NeverChanged);
        QCOMPARE(m->write("MT", m->log(), "Acknowledgement", { "result" }, &answer), WriteCode::NotYourRecord);
    }

    void anAnswerGivenInPersonStandsUnderTheMentorsName()
    {
        Acknowledgement answer;
        answer.set_teacher(m->id("BT").text());
        answer.set_given_to(m->id("MT").text());
        answer.set_result(cadre::v1::CONFIRMATION_CONFIRMED);
        QCOMPARE(m->write("MT", m->log(), "Acknowledgement", { "result" }, &answer), WriteCode::Allowed);
        QCOMPARE(m->edit("MT", m->log(), "Acknowledgement", { "result" }, &answer), WriteCode::NeverChanged);
        QCOMPARE(m->write("SL", m->log(), "Acknowledgement", { "result" }, &answer), WriteCode::NotAMember);
        answer.set_given_to(m->id("SL").text());
        QCOMPARE(m->write("MT", m->log(), "Acknowledgement", { "result" }, &answer), WriteCode::NotYourRecord);
    }

    void aLeadRecordsTheContactThatSheHeld()
    {
        const auto hers = m->checkIn("SL");
        const auto others = m->checkIn("MT");
        QCOMPARE(m->write("SL", m->log(), "CheckIn", { "minutes" }, &hers), WriteCode::Allowed);
        QCOMPARE(m->write("SL", m->log(), "CheckIn", { "minutes" }, &others), WriteCode::NotYourRecord);
        QCOMPARE(m->write("BT", m->log(), "CheckIn", { "minutes" }, &others), WriteCode::NotAMember);
    }

    void aLeadEntersForTheMentorInHerOwnName()
    {
        auto entered = m->checkIn("MT");
        const std::vector<std::string> fields { "mentor", "entered_by", "minutes" };
        entered.set_entered_by(m->id("SL").text());
        QCOMPARE(m->write("SL", m->log(), "CheckIn", fields, &entered), WriteCode::Allowed);
        QCOMPARE(m->edit("SL", m->log(), "CheckIn", { "minutes" }, &entered), WriteCode::NotYourRecord);
        QCOMPARE(m->edit("MT", m->log(), "CheckIn", { "minutes" }, &entered), WriteCode::Allowed);
        QCOMPARE(m->edit("MT", m->log(), "CheckIn", { "entered_by" }, &entered), WriteCode::NeverChanged);
        QCOMPARE(m->write("MT", m->log(), "CheckIn", fields, &entered), WriteCode::NotYourRecord);
        QCOMPARE(m->write("ST", m->log(), "CheckIn", fields, &entered), WriteCode::NotYourRecord);
        entered.set_entered_by(m->id("ST").text());
        QCOMPARE(m->write("ST", m->log(), "CheckIn", fields, &entered), WriteCode::NotYourRecord);
        entered = m->checkIn("ST");
        entered.set_entered_by(m->id("SL").text());
        QCOMPARE(m->write("SL", m->log(), "CheckIn", fields, &entered), WriteCode::NotYourRecord);
        entered = m->checkIn("PR");
        entered.set_entered_by(m->id("PR").text());
        QCOMPARE(m->write("PR", m->log(), "CheckIn", fields, &entered), WriteCode::NotAMember);
    }

    void enteringForAMentorOpensNoWords()
    {
        QVERIFY(m->reads("SL", m->log(), m->today));
        QVERIFY(!m->reads("SL", m->pair(), m->today));
        const auto note = m->note("SL");
        QCOMPARE(m->write("SL", m->pair(), "CheckInNote", { "body" }, &note), WriteCode::NotAMember);
    }

    void aCheckInNamesThePairOfItsPlace()
    {
        auto elsewhere = m->checkIn("MT");
        elsewhere.set_match_id(m->id("other match").text());
        QCOMPARE(m->write("MT", m->log(), "CheckIn", { "match_id" }, &elsewhere), WriteCode::WrongPlace);
    }

    void planItemsAreWrittenByTheDistrictAndTheirOwners()
    {
        const auto place = m->scope(SCOPE_KIND_DISTRICT, "lea");
        Milestone milestone;
        milestone.set_owner(m->id("SL").text());
        QCOMPARE(m->edit("DL", place, "Milestone", { "current_due" }, &milestone), WriteCode::Allowed);
        QCOMPARE(m->edit("DM", place, "Milestone", { "current_due" }, &milestone), WriteCode::Allowed);
        QCOMPARE(m->edit("SL", place, "Milestone", { "current_due" }, &milestone), WriteCode::Allowed);
        QCOMPARE(m->write("SL", place, "Milestone", { "title" }, &milestone), WriteCode::NotAMember);
        QCOMPARE(m->edit("PR", place, "Milestone", { "current_due" }, &milestone), WriteCode::NotYourRecord);
        QCOMPARE(m->edit("MT", place, "Milestone", { "current_due" }, &milestone), WriteCode::NotAMember);
        QCOMPARE(m->edit("SE", place, "Milestone", { "current_due" }, &milestone), WriteCode::NotAMember);
        ImplementationPlan plan;
        QCOMPARE(m->edit("DL", place, "ImplementationPlan", { "status" }, &plan), WriteCode::Allowed);
        QCOMPARE(m->edit("DM", place, "ImplementationPlan", { "status" }, &plan), WriteCode::NotYourField);
        Comment comment;
        QCOMPARE(m->write("RC", place, "Comment", { "body" }, &comment), WriteCode::Allowed);
        QCOMPARE(m->edit("SE", place, "Comment", { "body" }, &comment), WriteCode::NotYourRecord);
        MilestoneRevision revision;
        QCOMPARE(m->edit("DL", place, "MilestoneRevision", { "reason" }, &revision), WriteCode::NeverChanged);
    }

    void timeIsPromisedByTheDistrictsLeadAlone()
    {
        const auto place = m->scope(SCOPE_KIND_DISTRICT, "lea");
        const SanctionedTimePolicy policy;
        QCOMPARE(m->write("DL", place, "SanctionedTimePolicy", { "minutes" }, &policy), WriteCode::Allowed);
        for (const char *role : { "DM", "SL", "PR", "MT", "BT", "SE", "RC" }) {
            QCOMPARE(m->write(role, place, "SanctionedTimePolicy", { "minutes" }, &policy), WriteCode::NotAMember);
        }
    }

    void slotsAreWrittenByTheSchoolsLeadAndPrincipalAndStayWithTheirPair()
    {
        const auto place = m->scope(SCOPE_KIND_SCHOOL_ADMIN, "schoolA");
        SanctionedSlot slot;
        slot.set_match_id(m->id("match").text());
        for (const char *role : { "SL", "PR" }) {
            QCOMPARE(m->write(role, place, "SanctionedSlot", { "match_id", "weekday" }, &slot), WriteCode::Allowed);
            QCOMPARE(m->edit(role, place, "SanctionedSlot", { "start" }, &slot), WriteCode::Allowed);
            QVERIFY(m->edit(role, place, "SanctionedSlot", { "match_id" }, &slot) != WriteCode::Allowed);
        }
        for (const char *role : { "MT", "BT", "ST", "DL" }) {
            QCOMPARE(m->write(role, place, "SanctionedSlot", { "start" }, &slot), WriteCode::NotAMember);
        }
    }

    void aSlotIsOfAPairOfTheSchool()
    {
        SanctionedSlot slot;
        slot.set_match_id(m->id("another match").text());
        QCOMPARE(m->write("SL", m->scope(SCOPE_KIND_SCHOOL_ADMIN, "schoolA"), "SanctionedSlot", { "match_id" }, &slot),
                 WriteCode::WrongPlace);
    }

    void aSlotIsShownToItsPair()
    {
        SanctionedSlot slot;
        const auto home = m->scope(SCOPE_KIND_SCHOOL_ADMIN, "schoolA");
        const auto places = [&] {
            return domain::Policy::builtIn().projectionsOf("SanctionedSlot", m->id("slot"), slot, home, m->facts,
                                                           m->today);
        };
        slot.set_match_id(m->id("match").text());
        QVERIFY(places() == std::vector { m->log() });
        slot.set_match_id(m->id("another match").text());
        QVERIFY(places().empty());
    }

    void eachSignsAMonthForHerselfAndForGood()
    {
        StatementSignature signature;
        signature.set_match_id(m->id("match").text());
        for (const char *role : { "MT", "BT" }) {
            signature.set_signer(m->id(role).text());
            QCOMPARE(m->write(role, m->log(), "StatementSignature", { "minutes" }, &signature), WriteCode::Allowed);
            QCOMPARE(m->edit(role, m->log(), "StatementSignature", { "minutes" }, &signature), WriteCode::NeverChanged);
        }
        QCOMPARE(m->write("MT", m->log(), "StatementSignature", { "minutes" }, &signature), WriteCode::NotYourRecord);
        for (const char *role : { "SL", "ST", "PR", "DL" }) {
            signature.set_signer(m->id(role).text());
            QCOMPARE(m->write(role, m->log(), "StatementSignature", { "minutes" }, &signature), WriteCode::NotAMember);
        }
    }

    void aPrincipalSaysThatSheHasSeenTheTotals()
    {
        const auto place = m->scope(SCOPE_KIND_SCHOOL_ADMIN, "schoolA");
        StatementSignature seen;
        seen.set_match_id(m->id("match").text());
        for (const char *role : { "PR", "SL" }) {
            seen.set_signer(m->id(role).text());
            QCOMPARE(m->write(role, place, "StatementSignature", { "minutes" }, &seen), WriteCode::Allowed);
        }
        for (const char *role : { "MT", "BT", "ST", "DL" }) {
            seen.set_signer(m->id(role).text());
            QCOMPARE(m->write(role, place, "StatementSignature", { "minutes" }, &seen), WriteCode::NotAMember);
        }
        seen.set_signer(m->id("SL").text());
        QCOMPARE(m->write("PR", place, "StatementSignature", { "minutes" }, &seen), WriteCode::NotYourRecord);
        const MonthlyStatement statement;
        QCOMPARE(m->write("PR", place, "MonthlyStatement", { "minutes" }, &statement), WriteCode::OnlyTheServer);
    }

    void theServersRecordsAreNobodyElses()
    {
        PairMonth month;
        QCOMPARE(m->write("DL", m->scope(SCOPE_KIND_DISTRICT_TEAM, "lea"), "PairMonth", { "minutes" }, &month),
                 WriteCode::OnlyTheServer);
        const auto match = m->match("MT", "BT");
        QCOMPARE(m->edit("MT", m->pair(), "MentorMatch", { "mentor" }, &match), WriteCode::OnlyTheServer);
        Person person;
        QCOMPARE(m->edit("DL", m->scope(SCOPE_KIND_PEOPLE, "lea"), "Person", { "family" }, &person),
                 WriteCode::OnlyTheServer);
        QVERIFY(Policy::builtIn().isServerWritten(m->pair(), "MentorMatch"));
        QVERIFY(!Policy::builtIn().isServerWritten(m->team(), "MentorMatch"));
    }

    void unknownPlacesTypesAndFieldsAreDenied()
    {
        const auto note = m->note("MT");
        QCOMPARE(m->write("MT", { .kind = 99, .key = m->id("match") }, "CheckInNote", { "body" }, &note),
                 WriteCode::UnknownPlace);
        QCOMPARE(m->write("MT", m->scope(SCOPE_KIND_PAIR, "nowhere"), "CheckInNote", { "body" }, &note),
                 WriteCode::UnknownPlace);
        QCOMPARE(m->write("MT", m->pair(), "Milestone", { "title" }, &note), WriteCode::UnknownType);
        QCOMPARE(m->write("MT", m->pair(), "Nonsense", {}, &note), WriteCode::UnknownType);
        QCOMPARE(m->write("MT", m->pair(), "CheckInNote", { "mood" }, &note), WriteCode::UnknownField);
        QCOMPARE(m->write("MT", m->pair(), "CheckInNote", { "body" }, nullptr), WriteCode::NotYourRecord);
    }

    void everyRefusalSaysWhy()
    {
        const auto note = m->note("MT");
        const auto answer = Policy::builtIn().mayWrite(m->requestOf("DL", m->pair(), "CheckInNote", { "body" }, &note),
                                                       m->facts, m->today, m->today);
        QVERIFY(!answer.allowed);
        QCOMPARE(answer.sentence, std::string("Note is written by the pair. What you wrote is kept on this device."));
    }

private:
    std::unique_ptr<AskedPolicy> m;
};

QTEST_GUILESS_MAIN(TestPolicyWrites)
#include "tst_policy_writes.moc"
