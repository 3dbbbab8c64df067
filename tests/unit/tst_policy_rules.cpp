// SPDX-License-Identifier: Apache-2.0
#include "cadre/v1/plan.pb.h"
#include "src/domain/policy.h"
#include "tests/unit/academy_of_facts.h"

#include <QTest>

using namespace cadre::v1;
using domain::Policy;
using domain::WriteCode;
using record::ScopeId;
using record::Uuid;

namespace {

domain::Day day(const char *text)
{
    return *domain::parseDay(text);
}

bool reads(AcademyOfFacts &academy, const char *person, const ScopeId &scope, domain::Day on)
{
    return Policy::builtIn().mayRead(academy.id(person), scope, academy.facts, on);
}

} // namespace

class TestPolicyRules : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<AcademyOfFacts>(); }

    // Rule 1
    void whoBecomesAnEvaluatorLeavesThePairLogAtOnce()
    {
        QVERIFY(reads(*m, "SL", log(), m->today));
        auto role = m->role("SL", ROLE_SL, "schoolA");
        role.add_evaluates(m->id("BT").text());
        m->facts.add(m->id("role SL"), role);
        QVERIFY(!reads(*m, "SL", log(), m->today));
        QVERIFY(reads(*m, "SL", m->scope(SCOPE_KIND_SCHOOL_TEAM, "schoolA"), m->today));
    }

    void aPrincipalWhoLeadsTheTeamEvaluatesWithoutAList()
    {
        m->facts.add(m->id("second role"), m->role("PR", ROLE_SL, "schoolA"));
        QVERIFY(!reads(*m, "PR", log(), m->today));
        std::string why;
        QVERIFY(!Policy::builtIn().mayRead(m->id("PR"), log(), m->facts, m->today, &why));
        QVERIFY(why.find("evaluates") != std::string::npos);
        m->facts.setPrincipalsDontEvaluate(m->id("lea"));
        QVERIFY(reads(*m, "PR", log(), m->today));
    }

    void aPrincipalStaysOutWhileAnEndedPairIsStillOpen()
    {
        m->facts.add(m->id("second role"), m->role("PR", ROLE_SL, "schoolA"));
        m->facts.remove(m->id("role BT"));
        m->matchWith("MT", "BT", MATCH_STATUS_ENDED, "2025-10-31");
        QVERIFY(reads(*m, "SL", log(), m->today));
        QVERIFY(!reads(*m, "PR", log(), m->today));
    }

    void aMentorWhoEvaluatesLosesThePair()
    {
        auto role = m->role("MT", ROLE_MT, "schoolA");
        role.add_evaluates(m->id("BT").text());
        m->facts.add(m->id("role MT"), role);
        QVERIFY(!reads(*m, "MT", pair(), m->today));
        QVERIFY(!reads(*m, "MT", log(), m->today));
        QVERIFY(reads(*m, "BT", pair(), m->today));
        const auto note = this->note("MT");
        QCOMPARE(write("MT", pair(), "CheckInNote", { "body" }, &note), WriteCode::NotAMember);
    }

    void anEvaluatorCannotBeMatched()
    {
        const auto match = m->match("PR", "BT");
        auto request = requestOf("SL", team(), "MentorMatch", { "mentor", "teacher" }, &match);
        request.recordId = m->id("new match");
        QCOMPARE(codeOf(request), WriteCode::EvaluatorCannotMentor);
        const auto self = m->match("BT", "BT");
        request.after = &self;
        QCOMPARE(codeOf(request), WriteCode::EvaluatorCannotMentor);
        const auto fine = m->match("ST", "BT");
        request.after = &fine;
        QCOMPARE(codeOf(request), WriteCode::Allowed);
    }

    void aMatchNeverPassesToAnotherMentor()
    {
        const auto before = m->match("MT", "BT");
        const auto after = m->match("SL", "BT");
        auto request = requestOf("SL", team(), "MentorMatch", { "mentor" }, &after);
        request.recordId = m->id("match");
        request.isNew = false;
        request.before = &before;
        QCOMPARE(codeOf(request), WriteCode::NeverChanged);
    }

    void aMatchOfAnotherSchoolCannotBeClaimedByItsId()
    {
        m->facts.add(m->id("role SL at B"), m->role("SL", ROLE_SL, "schoolB"));
        auto match = m->match("SL", "BT");
        match.set_school(m->id("schoolB").text());
        auto request =
            requestOf("SL", m->scope(SCOPE_KIND_SCHOOL_TEAM, "schoolB"), "MentorMatch", { "mentor" }, &match);
        request.recordId = m->id("match");
        QCOMPARE(codeOf(request), WriteCode::WrongPlace);
    }

    void theLeadEndsAMatchAndItsTeamOnlyReadsIt()
    {
        auto match = m->match("MT", "BT");
        match.set_status(MATCH_STATUS_ENDED);
        auto request = requestOf("SL", team(), "MentorMatch", { "status", "to" }, &match);
        request.recordId = m->id("match");
        request.isNew = false;
        request.before = &match;
        QCOMPARE(codeOf(request), WriteCode::Allowed);
        request.person = m->id("ST");
        QCOMPARE(codeOf(request), WriteCode::NotAMember);
    }

    // Rule 10
    void thePairStaysOpenFor45DaysAfterItsEnd()
    {
        m->matchWith("MT", "BT", MATCH_STATUS_ENDED, "2025-11-03");
        for (const char *who : { "MT", "BT" }) {
            QVERIFY(reads(*m, who, pair(), day("2025-12-18")));
            QVERIFY(!reads(*m, who, pair(), day("2025-12-19")));
        }
    }

    void aProposedMatchOpensNothing()
    {
        m->matchWith("MT", "BT", MATCH_STATUS_PROPOSED, "");
        QVERIFY(!reads(*m, "MT", pair(), m->today));
        m->matchWith("MT", "BT", MATCH_STATUS_PAUSED, "");
        QVERIFY(reads(*m, "MT", pair(), m->today));
    }

    void aMatchInForceGivesItsSchool()
    {
        m->facts.remove(m->id("role MT"));
        QVERIFY(reads(*m, "MT", m->scope(SCOPE_KIND_SCHOOL, "schoolA"), m->today));
        m->matchWith("MT", "BT", MATCH_STATUS_ENDED, "2025-10-01");
        QVERIFY(!reads(*m, "MT", m->scope(SCOPE_KIND_SCHOOL, "schoolA"), m->today));
    }

    void complaintsGoPastALeadWhoIsTheMentor()
    {
        const auto request = m->scope(SCOPE_KIND_MATCH_REQUEST, "match");
        QVERIFY(reads(*m, "SL", request, m->today));
        m->matchWith("SL", "BT", MATCH_STATUS_ACTIVE, "");
        QVERIFY(!reads(*m, "SL", request, m->today));
        QVERIFY(reads(*m, "DL", request, m->today));
    }

    // Rule 11
    void lateWorkIsTakenFor45DaysAndOnlyOfDaysOfTheMatch()
    {
        m->matchWith("MT", "BT", MATCH_STATUS_ENDED, "2025-11-03");
        const auto checkIn = this->checkIn("MT");
        const auto code = [&](const char *on, const char *handedIn) {
            auto request = requestOf("MT", log(), "CheckIn", { "minutes" }, &checkIn);
            request.recordDay = day(on);
            return Policy::builtIn().mayWrite(request, m->facts, day(on), day(handedIn)).code;
        };
        QCOMPARE(code("2025-11-03", "2025-12-18"), WriteCode::Allowed);
        QCOMPARE(code("2025-11-03", "2025-12-19"), WriteCode::TooLate);
        QCOMPARE(code("2025-11-04", "2025-11-05"), WriteCode::OutsideTheMatch);
    }

    // Rule 12
    void aSharedCopyClosesAfter14DaysWithoutContact()
    {
        const int lease = static_cast<int>(Policy::builtIn().rule(SCOPE_KIND_SHARE)->read_lease_days());
        QCOMPARE(lease, 14);
        QVERIFY(domain::isLeaseOpen(lease, day("2025-11-03"), day("2025-11-17")));
        QVERIFY(!domain::isLeaseOpen(lease, day("2025-11-03"), day("2025-11-18")));
        QVERIFY(domain::isLeaseOpen(0, day("2025-11-03"), day("2026-11-03")));
    }

    // Rule 13
    void anActionReachesAnOwnerWhoIsNoMember()
    {
        const auto meeting = m->scope(SCOPE_KIND_MEETING, "meeting");
        ActionItem action;
        action.set_owner(m->id("SL").text());
        const auto places = [&] {
            return Policy::builtIn().projectionsOf("ActionItem", m->id("action"), action, meeting, m->facts, m->today);
        };
        QCOMPARE(places(), std::vector<ScopeId>{ m->scope(SCOPE_KIND_PERSON, "SL") });
        m->facts.addSeat({ .place = meeting, .person = m->id("SL"), .seat = "participant" });
        QVERIFY(places().empty());
        QCOMPARE(write("SL", meeting, "ActionItem", { "status" }, &action), WriteCode::Allowed);
    }

    void aStepOfThePairNeverLeavesIt()
    {
        ActionItem action;
        action.set_owner(m->id("PR").text());
        QVERIFY(
            Policy::builtIn().projectionsOf("ActionItem", m->id("action"), action, pair(), m->facts, m->today).empty());
    }

    void aProjectedActionIsTheServers()
    {
        ActionItem action;
        action.set_owner(m->id("SL").text());
        auto request = requestOf("SL", m->scope(SCOPE_KIND_PERSON, "SL"), "ActionItem", { "text" }, &action);
        QCOMPARE(codeOf(request), WriteCode::Allowed);
        request.isNew = false;
        request.before = &action;
        QCOMPARE(codeOf(request), WriteCode::NotYourRecord);
    }

    void aMatchIsProjectedToThePairAndTheDistrict()
    {
        const std::vector<ScopeId> expected{ m->scope(SCOPE_KIND_DISTRICT_TEAM, "lea"), log(), pair() };
        QCOMPARE(Policy::builtIn().projectionsOf("MentorMatch", m->id("match"), m->match("MT", "BT"), team(), m->facts,
                                                 m->today),
                 expected);
    }

    void aPersonIsProjectedToWhereSheHoldsARole()
    {
        m->facts.add(m->id("second role"), m->role("MT", ROLE_MT, "schoolB"));
        Person person;
        person.set_org_id(m->id("schoolA").text());
        const auto home = m->scope(SCOPE_KIND_PEOPLE, "schoolA");
        const std::vector<ScopeId> expected{ m->scope(SCOPE_KIND_PEOPLE, "schoolB") };
        QCOMPARE(Policy::builtIn().projectionsOf("Person", m->id("MT"), person, home, m->facts, m->today), expected);
    }

    // Rule 14
    void evidenceOpensForWhoMayReadIt()
    {
        const auto open = Policy::builtIn().evidenceFor(m->id("SL"), m->id("check-in"), log(), m->facts, m->today);
        QVERIFY(open.opens);
        QCOMPARE(open.id, std::optional(m->id("check-in")));
        const auto closed = Policy::builtIn().evidenceFor(m->id("DL"), m->id("check-in"), log(), m->facts, m->today);
        QVERIFY(!closed.opens);
        QVERIFY(!closed.id);
        QCOMPARE(closed.heldBy, std::string("the pair and the school's M&I team"));
    }

    // Writing
    void aNoteIsEditedByItsAuthorAlone()
    {
        const auto mine = note("MT");
        QCOMPARE(write("MT", pair(), "CheckInNote", { "body" }, &mine), WriteCode::Allowed);
        QCOMPARE(edit("MT", pair(), "CheckInNote", { "body" }, &mine), WriteCode::Allowed);
        QCOMPARE(edit("BT", pair(), "CheckInNote", { "body" }, &mine), WriteCode::NotYourRecord);
        const auto stolen = note("BT");
        auto request = requestOf("BT", pair(), "CheckInNote", { "author" }, &stolen);
        request.isNew = false;
        request.before = &mine;
        QCOMPARE(codeOf(request), WriteCode::NotYourRecord);
        QCOMPARE(write("SL", pair(), "CheckInNote", { "body" }, &mine), WriteCode::NotAMember);
    }

    void theTeacherSaysThePulseAndTheMentorTheRest()
    {
        CheckInDetail detail;
        QCOMPARE(edit("MT", pair(), "CheckInDetail", { "focus", "standards" }, &detail), WriteCode::Allowed);
        QCOMPARE(edit("MT", pair(), "CheckInDetail", { "pulse" }, &detail), WriteCode::NotYourField);
        QCOMPARE(edit("BT", pair(), "CheckInDetail", { "pulse" }, &detail), WriteCode::Allowed);
        QCOMPARE(edit("BT", pair(), "CheckInDetail", { "focus" }, &detail), WriteCode::NotYourField);
    }

    void aTeacherChangesHerOwnStepsOnly()
    {
        ActionItem step;
        step.set_owner(m->id("BT").text());
        QCOMPARE(edit("BT", pair(), "ActionItem", { "status" }, &step), WriteCode::Allowed);
        QCOMPARE(edit("MT", pair(), "ActionItem", { "text" }, &step), WriteCode::Allowed);
        step.set_owner(m->id("MT").text());
        QCOMPARE(edit("BT", pair(), "ActionItem", { "status" }, &step), WriteCode::NotYourRecord);
    }

    void anAnswerIsTheTeachersAndNeverChanged()
    {
        Acknowledgement answer;
        answer.set_teacher(m->id("BT").text());
        QCOMPARE(write("BT", log(), "Acknowledgement", { "result" }, &answer), WriteCode::Allowed);
        QCOMPARE(edit("BT", log(), "Acknowledgement", { "result" }, &answer), WriteCode::NeverChanged);
        QCOMPARE(write("MT", log(), "Acknowledgement", { "result" }, &answer), WriteCode::NotAMember);
    }

    void aLeadRecordsTheContactThatSheHeld()
    {
        const auto hers = checkIn("SL");
        const auto others = checkIn("MT");
        QCOMPARE(write("SL", log(), "CheckIn", { "minutes" }, &hers), WriteCode::Allowed);
        QCOMPARE(write("SL", log(), "CheckIn", { "minutes" }, &others), WriteCode::NotYourRecord);
        QCOMPARE(write("BT", log(), "CheckIn", { "minutes" }, &others), WriteCode::NotAMember);
    }

    void aCheckInNamesThePairOfItsPlace()
    {
        auto elsewhere = checkIn("MT");
        elsewhere.set_match_id(m->id("other match").text());
        QCOMPARE(write("MT", log(), "CheckIn", { "match_id" }, &elsewhere), WriteCode::WrongPlace);
    }

    void planItemsAreWrittenByTheDistrictAndTheirOwners()
    {
        const auto place = m->scope(SCOPE_KIND_DISTRICT, "lea");
        Milestone milestone;
        milestone.set_owner(m->id("SL").text());
        QCOMPARE(edit("DL", place, "Milestone", { "current_due" }, &milestone), WriteCode::Allowed);
        QCOMPARE(edit("DM", place, "Milestone", { "current_due" }, &milestone), WriteCode::Allowed);
        QCOMPARE(edit("SL", place, "Milestone", { "current_due" }, &milestone), WriteCode::Allowed);
        QCOMPARE(write("SL", place, "Milestone", { "title" }, &milestone), WriteCode::NotAMember);
        QCOMPARE(edit("PR", place, "Milestone", { "current_due" }, &milestone), WriteCode::NotYourRecord);
        QCOMPARE(edit("MT", place, "Milestone", { "current_due" }, &milestone), WriteCode::NotAMember);
        QCOMPARE(edit("SE", place, "Milestone", { "current_due" }, &milestone), WriteCode::NotAMember);
        ImplementationPlan plan;
        QCOMPARE(edit("DL", place, "ImplementationPlan", { "status" }, &plan), WriteCode::Allowed);
        QCOMPARE(edit("DM", place, "ImplementationPlan", { "status" }, &plan), WriteCode::NotYourField);
        Comment comment;
        QCOMPARE(write("RC", place, "Comment", { "body" }, &comment), WriteCode::Allowed);
        QCOMPARE(edit("SE", place, "Comment", { "body" }, &comment), WriteCode::NotYourRecord);
        MilestoneRevision revision;
        QCOMPARE(edit("DL", place, "MilestoneRevision", { "reason" }, &revision), WriteCode::NeverChanged);
    }

    void theServersRecordsAreNobodyElses()
    {
        PairMonth month;
        QCOMPARE(write("DL", m->scope(SCOPE_KIND_DISTRICT_TEAM, "lea"), "PairMonth", { "minutes" }, &month),
                 WriteCode::OnlyTheServer);
        const auto match = m->match("MT", "BT");
        QCOMPARE(edit("MT", pair(), "MentorMatch", { "mentor" }, &match), WriteCode::OnlyTheServer);
        Person person;
        QCOMPARE(edit("DL", m->scope(SCOPE_KIND_PEOPLE, "lea"), "Person", { "family" }, &person),
                 WriteCode::OnlyTheServer);
        QVERIFY(Policy::builtIn().isServerWritten(pair(), "MentorMatch"));
        QVERIFY(!Policy::builtIn().isServerWritten(team(), "MentorMatch"));
    }

    void unknownPlacesTypesAndFieldsAreDenied()
    {
        const auto note = this->note("MT");
        QCOMPARE(write("MT", { .kind = 99, .key = m->id("match") }, "CheckInNote", { "body" }, &note),
                 WriteCode::UnknownPlace);
        QCOMPARE(write("MT", m->scope(SCOPE_KIND_PAIR, "nowhere"), "CheckInNote", { "body" }, &note),
                 WriteCode::UnknownPlace);
        QCOMPARE(write("MT", pair(), "Milestone", { "title" }, &note), WriteCode::UnknownType);
        QCOMPARE(write("MT", pair(), "Nonsense", {}, &note), WriteCode::UnknownType);
        QCOMPARE(write("MT", pair(), "CheckInNote", { "mood" }, &note), WriteCode::UnknownField);
        QCOMPARE(write("MT", pair(), "CheckInNote", { "body" }, nullptr), WriteCode::NotYourRecord);
    }

    void everyRefusalSaysWhy()
    {
        const auto note = this->note("MT");
        const auto answer = Policy::builtIn().mayWrite(requestOf("DL", pair(), "CheckInNote", { "body" }, &note),
                                                       m->facts, m->today, m->today);
        QVERIFY(!answer.allowed);
        QCOMPARE(answer.sentence, std::string("Note is written by the pair. What you wrote is kept on this device."));
    }

private:
    ScopeId pair() { return m->scope(SCOPE_KIND_PAIR, "match"); }
    ScopeId log() { return m->scope(SCOPE_KIND_PAIR_LOG, "match"); }
    ScopeId team() { return m->scope(SCOPE_KIND_SCHOOL_TEAM, "schoolA"); }

    CheckInNote note(const char *author)
    {
        CheckInNote note;
        note.set_author(m->id(author).text());
        return note;
    }

    CheckIn checkIn(const char *mentor)
    {
        CheckIn checkIn;
        checkIn.set_match_id(m->id("match").text());
        checkIn.set_mentor(m->id(mentor).text());
        return checkIn;
    }

    domain::WriteRequest requestOf(const char *person, const ScopeId &scope, const char *type,
                                   std::vector<std::string> fields, const record::Message *after)
    {
        domain::WriteRequest request;
        request.person = m->id(person);
        request.scope = scope;
        request.typeName = type;
        request.changedFields = std::move(fields);
        request.isNew = true;
        request.after = after;
        return request;
    }

    WriteCode codeOf(const domain::WriteRequest &request)
    {
        return Policy::builtIn().mayWrite(request, m->facts, m->today, m->today).code;
    }

    WriteCode write(const char *person, const ScopeId &scope, const char *type, std::vector<std::string> fields,
                    const record::Message *after)
    {
        return codeOf(requestOf(person, scope, type, std::move(fields), after));
    }

    /// Changes a record that somebody else made.
    WriteCode edit(const char *person, const ScopeId &scope, const char *type, std::vector<std::string> fields,
                   const record::Message *now)
    {
        auto request = requestOf(person, scope, type, std::move(fields), now);
        request.isNew = false;
        request.before = now;
        return codeOf(request);
    }

    std::unique_ptr<AcademyOfFacts> m;
};

QTEST_GUILESS_MAIN(TestPolicyRules)
#include "tst_policy_rules.moc"
