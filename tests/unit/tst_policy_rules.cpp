// SPDX-License-Identifier: Apache-2.0
#include "src/domain/policy.h"
#include "tests/unit/asked_policy.h"

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

} // namespace

class TestPolicyRules : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<AskedPolicy>(); }

    void aLeadInvitesBelowHerselfOnly()
    {
        const auto roles = [&](const char *person, const char *organization) {
            return Policy::builtIn().rolesToInvite(m->id(person), m->id(organization), m->facts, m->today);
        };
        using Roles = std::set<Role>;
        QVERIFY(roles("SL", "schoolA") == Roles({ ROLE_MT, ROLE_BT, ROLE_ST }));
        QVERIFY(roles("DL", "schoolA") == Roles({ ROLE_MT, ROLE_BT, ROLE_SL, ROLE_ST, ROLE_PR }));
        QVERIFY(roles("DL", "lea") == Roles({ ROLE_DM }));
        QVERIFY(roles("SL", "lea").empty() && roles("DL", "sea").empty());
        for (const char *other : { "MT", "BT", "ST", "PR", "DM", "SE", "RC", "AD" }) {
            QVERIFY2(roles(other, "schoolA").empty() && roles(other, "lea").empty(), other);
        }
    }

    // Rule 1
    void whoBecomesAnEvaluatorLeavesThePairLogAtOnce()
    {
        QVERIFY(m->reads("SL", m->log(), m->today));
        auto role = m->role("SL", ROLE_SL, "schoolA");
        role.add_evaluates(m->id("BT").text());
        m->facts.add(m->id("role SL"), role);
        QVERIFY(!m->reads("SL", m->log(), m->today));
        QVERIFY(m->reads("SL", m->scope(SCOPE_KIND_SCHOOL_TEAM, "schoolA"), m->today));
    }

    void aPrincipalWhoLeadsTheTeamEvaluatesWithoutAList()
    {
        m->facts.add(m->id("second role"), m->role("PR", ROLE_SL, "schoolA"));
        QVERIFY(!m->reads("PR", m->log(), m->today));
        std::string why;
        QVERIFY(!Policy::builtIn().mayRead(m->id("PR"), m->log(), m->facts, m->today, &why));
        QVERIFY(why.find("evaluates") != std::string::npos);
        m->facts.setPrincipalsDontEvaluate(m->id("lea"));
        QVERIFY(m->reads("PR", m->log(), m->today));
    }

    void aPrincipalStaysOutWhileAnEndedPairIsStillOpen()
    {
        m->facts.add(m->id("second role"), m->role("PR", ROLE_SL, "schoolA"));
        m->facts.remove("RoleAssignment", m->id("role BT"));
        m->matchWith("MT", "BT", MATCH_STATUS_ENDED, "2025-10-31");
        QVERIFY(m->reads("SL", m->log(), m->today));
        QVERIFY(!m->reads("PR", m->log(), m->today));
    }

    void aMentorWhoEvaluatesLosesThePair()
    {
        auto role = m->role("MT", ROLE_MT, "schoolA");
        role.add_evaluates(m->id("BT").text());
        m->facts.add(m->id("role MT"), role);
        QVERIFY(!m->reads("MT", m->pair(), m->today));
        QVERIFY(!m->reads("MT", m->log(), m->today));
        QVERIFY(m->reads("BT", m->pair(), m->today));
        const auto note = m->note("MT");
        QCOMPARE(m->write("MT", m->pair(), "CheckInNote", { "body" }, &note), WriteCode::NotAMember);
    }

    void anEvaluatorCannotBeMatched()
    {
        const auto match = m->match("PR", "BT");
        auto request = m->requestOf("SL", m->team(), "MentorMatch", { "mentor", "teacher" }, &match);
        request.recordId = m->id("new match");
        QCOMPARE(m->codeOf(request), WriteCode::EvaluatorCannotMentor);
        const auto self = m->match("BT", "BT");
        request.after = &self;
        QCOMPARE(m->codeOf(request), WriteCode::EvaluatorCannotMentor);
        const auto fine = m->match("ST", "BT");
        request.after = &fine;
        QCOMPARE(m->codeOf(request), WriteCode::Allowed);
    }

    void aMatchNeverPassesToAnotherMentor()
    {
        const auto before = m->match("MT", "BT");
        const auto after = m->match("SL", "BT");
        auto request = m->requestOf("SL", m->team(), "MentorMatch", { "mentor" }, &after);
        request.recordId = m->id("match");
        request.isNew = false;
        request.before = &before;
        QCOMPARE(m->codeOf(request), WriteCode::NeverChanged);
    }

    void aMatchOfAnotherSchoolCannotBeClaimedByItsId()
    {
        m->facts.add(m->id("role SL at B"), m->role("SL", ROLE_SL, "schoolB"));
        auto match = m->match("SL", "BT");
        match.set_school(m->id("schoolB").text());
        auto request =
            m->requestOf("SL", m->scope(SCOPE_KIND_SCHOOL_TEAM, "schoolB"), "MentorMatch", { "mentor" }, &match);
        request.recordId = m->id("match");
        QCOMPARE(m->codeOf(request), WriteCode::WrongPlace);
        request.recordId = m->id("role SL");
        QCOMPARE(m->codeOf(request), WriteCode::WrongPlace);
        request.recordId = m->id("new match");
        QCOMPARE(m->codeOf(request), WriteCode::Allowed);
    }

    void theLeadEndsAMatchAndItsTeamOnlyReadsIt()
    {
        auto match = m->match("MT", "BT");
        match.set_status(MATCH_STATUS_ENDED);
        auto request = m->requestOf("SL", m->team(), "MentorMatch", { "status", "to" }, &match);
        request.recordId = m->id("match");
        request.isNew = false;
        request.before = &match;
        QCOMPARE(m->codeOf(request), WriteCode::Allowed);
        request.person = m->id("ST");
        QCOMPARE(m->codeOf(request), WriteCode::NotAMember);
    }

    // Rule 10
    void thePairStaysOpenFor45DaysAfterItsEnd()
    {
        m->matchWith("MT", "BT", MATCH_STATUS_ENDED, "2025-11-03");
        for (const char *who : { "MT", "BT" }) {
            QVERIFY(m->reads(who, m->pair(), day("2025-12-18")));
            QVERIFY(!m->reads(who, m->pair(), day("2025-12-19")));
        }
    }

    void aProposedMatchOpensNothing()
    {
        m->matchWith("MT", "BT", MATCH_STATUS_PROPOSED, "");
        QVERIFY(!m->reads("MT", m->pair(), m->today));
        m->matchWith("MT", "BT", MATCH_STATUS_PAUSED, "");
        QVERIFY(m->reads("MT", m->pair(), m->today));
    }

    void aMatchInForceGivesItsSchool()
    {
        m->facts.remove("RoleAssignment", m->id("role MT"));
        QVERIFY(m->reads("MT", m->scope(SCOPE_KIND_SCHOOL, "schoolA"), m->today));
        m->matchWith("MT", "BT", MATCH_STATUS_ENDED, "2025-10-01");
        QVERIFY(!m->reads("MT", m->scope(SCOPE_KIND_SCHOOL, "schoolA"), m->today));
    }

    void complaintsGoPastALeadWhoIsTheMentor()
    {
        const auto request = m->scope(SCOPE_KIND_MATCH_REQUEST, "match");
        QVERIFY(m->reads("SL", request, m->today));
        m->matchWith("SL", "BT", MATCH_STATUS_ACTIVE, "");
        QVERIFY(!m->reads("SL", request, m->today));
        QVERIFY(m->reads("DL", request, m->today));
    }

    void aClosedMonthsCheckInIsNotChanged()
    {
        const auto before = m->checkIn("MT");
        const auto code = [&](const char *on, const char *handedIn, bool isNew) {
            auto kept = before;
            kept.set_on(on);
            auto request = m->requestOf("MT", m->log(), "CheckIn", { "minutes" }, &kept);
            request.recordDay = day(on);
            request.isNew = isNew;
            request.before = isNew ? nullptr : &kept;
            request.recordAuthor = m->id("MT");
            return Policy::builtIn().mayWrite(request, m->facts, day(handedIn), day(handedIn)).code;
        };
        QCOMPARE(code("2025-09-03", "2025-11-14", false), WriteCode::Allowed);
        QCOMPARE(code("2025-09-03", "2025-11-15", false), WriteCode::MonthClosed);
        // What was never recorded is the match's to judge.
        QCOMPARE(code("2025-09-03", "2025-11-15", true), WriteCode::Allowed);
    }

    // Rule 11
    void lateWorkIsTakenFor45DaysAndOnlyOfDaysOfTheMatch()
    {
        m->matchWith("MT", "BT", MATCH_STATUS_ENDED, "2025-11-03");
        const auto checkIn = m->checkIn("MT");
        const auto code = [&](const char *on, const char *handedIn) {
            auto request = m->requestOf("MT", m->log(), "CheckIn", { "minutes" }, &checkIn);
            request.recordDay = day(on);
            return Policy::builtIn().mayWrite(request, m->facts, day(on), day(handedIn)).code;
        };
        QCOMPARE(code("2025-11-03", "2025-12-18"), WriteCode::Allowed);
        QCOMPARE(code("2025-11-03", "2025-12-19"), WriteCode::TooLate);
        QCOMPARE(code("2025-11-04", "2025-11-05"), WriteCode::OutsideTheMatch);
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
        QCOMPARE(places(), std::vector<ScopeId> { m->scope(SCOPE_KIND_PERSON, "SL") });
        m->facts.addSeat({ .place = meeting, .person = m->id("SL"), .seat = "participant" });
        QVERIFY(places().empty());
        QCOMPARE(m->write("SL", meeting, "ActionItem", { "status" }, &action), WriteCode::Allowed);
    }

    void aStepOfThePairNeverLeavesIt()
    {
        ActionItem action;
        action.set_owner(m->id("PR").text());
        QVERIFY(Policy::builtIn()
                    .projectionsOf("ActionItem", m->id("action"), action, m->pair(), m->facts, m->today)
                    .empty());
    }

    void aProjectedActionIsTheServers()
    {
        ActionItem action;
        action.set_owner(m->id("SL").text());
        auto request = m->requestOf("SL", m->scope(SCOPE_KIND_PERSON, "SL"), "ActionItem", { "text" }, &action);
        QCOMPARE(m->codeOf(request), WriteCode::Allowed);
        request.isNew = false;
        request.before = &action;
        QCOMPARE(m->codeOf(request), WriteCode::NotYourRecord);
    }

    void aMatchIsProjectedToThePairAndTheDistrict()
    {
        const std::vector<ScopeId> expected { m->scope(SCOPE_KIND_DISTRICT_TEAM, "lea"), m->log(), m->pair() };
        QCOMPARE(Policy::builtIn().projectionsOf("MentorMatch", m->id("match"), m->match("MT", "BT"), m->team(),
                                                 m->facts, m->today),
                 expected);
    }

    void aPersonIsProjectedToWhereSheHoldsARole()
    {
        m->facts.add(m->id("second role"), m->role("MT", ROLE_MT, "schoolB"));
        Person person;
        person.set_org_id(m->id("schoolA").text());
        const auto home = m->scope(SCOPE_KIND_PEOPLE, "schoolA");
        const std::vector<ScopeId> expected { m->scope(SCOPE_KIND_PEOPLE, "schoolB") };
        QCOMPARE(Policy::builtIn().projectionsOf("Person", m->id("MT"), person, home, m->facts, m->today), expected);
    }

    // Rule 14
    void evidenceOpensForWhoMayReadIt()
    {
        const auto open = Policy::builtIn().evidenceFor(m->id("SL"), m->id("check-in"), m->log(), m->facts, m->today);
        QVERIFY(open.opens);
        QCOMPARE(open.id, std::optional(m->id("check-in")));
        const auto closed = Policy::builtIn().evidenceFor(m->id("DL"), m->id("check-in"), m->log(), m->facts, m->today);
        QVERIFY(!closed.opens);
        QVERIFY(!closed.id);
        QCOMPARE(closed.heldBy, std::string("the pair and the school's M&I team"));
    }

private:
    std::unique_ptr<AskedPolicy> m;
};

QTEST_GUILESS_MAIN(TestPolicyRules)
#include "tst_policy_rules.moc"
