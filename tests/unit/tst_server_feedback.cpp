// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/feedback_world.h"
#include "sync/server/feedback_service.h"
#include "sync/server/holds.h"
#include "sync/server/schema.h"
#include "tests/unit/tst_server_world.h"

#include <QTest>

using namespace asking;

class TestServerFeedback : public QObject {
    Q_OBJECT

private slots:
    void fiveAnswersAreToldAsMeans();
    void fourAnswersAreNotTold();
    void oneTokenForOnePerson();
    void whoAsksGetsNoToken();
    void anotherRoundsTokenIsNotTaken();
    void aTokenCountsOnce();
    void anAnswerWithANameIsNotTaken();
    void afterTheLastDayNothingIsTaken();
    void nothingOfTheAnswersIsLeftOnceTheyAreTold();
    void nothingThatWasHandedInIsWhatWasAskedWith();
    void nobodyAsksInAnothersName();
};

void TestServerFeedback::fiveAnswersAreToldAsMeans()
{
    Asked asked;
    std::uint32_t answer = 1;
    for (const char *login : { "two", "three", "four", "five", "six" }) {
        QCOMPARE(asked.handIn(asked.tokenFor(login, answer++)).status, 200);
    }
    QVERIFY(!asked.total());
    asked.close();
    const auto total = asked.total();
    QVERIFY(total.has_value());
    QCOMPARE(total->answers(), 5);
    QCOMPARE(total->relevance(), 30);
    QCOMPARE(total->quality(), 50);
    QCOMPARE(total->met_needs(), 10);
}

void TestServerFeedback::fourAnswersAreNotTold()
{
    Asked asked;
    for (const char *login : { "two", "three", "four", "five" }) {
        QCOMPARE(asked.handIn(asked.tokenFor(login, 2)).status, 200);
    }
    asked.close();
    const auto total = asked.total();
    QVERIFY(total.has_value());
    QVERIFY(!total->has_answers());
    QVERIFY(!total->has_relevance());
}

void TestServerFeedback::oneTokenForOnePerson()
{
    Asked asked;
    const RawDevice device(asked.world, "two");
    const auto blinded = blind::blinded("one", asked.world.academy.entropy());
    const auto first = asked.ask(device, *blinded);
    QCOMPARE(first.status, 200);
    v1alpha::IssueTokenResponse one;
    v1alpha::IssueTokenResponse again;
    (void)one.ParseFromString(first.body);
    (void)again.ParseFromString(asked.ask(device, *blinded).body);
    QCOMPARE(again.evaluated_element(), one.evaluated_element());
    const RawDevice second(asked.world, "two");
    QCOMPARE(asked.ask(second, *blind::blinded("two", asked.world.academy.entropy())).status, 400);
    QCOMPARE(asked.rowsOf("server_feedback_token"), 1);
}

void TestServerFeedback::whoAsksGetsNoToken()
{
    Asked asked;
    const RawDevice host(asked.world, "host");
    QCOMPARE(asked.ask(host, *blind::blinded("one", asked.world.academy.entropy())).status, 403);
    const auto stranger = asked.world.id();
    server::Work work(asked.world.academy);
    const auto other = asked.world.id();
    asked.world.organization(other, cadre::v1::ORGANIZATION_KIND_LEA, asked.world.state);
    asked.world.person(stranger, "stranger", other, cadre::v1::ROLE_DM);
    work.commit();
    QCOMPARE(
        asked.ask(RawDevice(asked.world, "stranger"), *blind::blinded("one", asked.world.academy.entropy())).status,
        404);
}

void TestServerFeedback::anotherRoundsTokenIsNotTaken()
{
    Asked asked;
    auto request = asked.tokenFor("two", 3);
    const auto other = asked.world.id();
    server::Work work(asked.world.academy);
    asked.world.academy.author().write(asked.world.districtPlace(), "FeedbackRound", other, asked.roundRecord(),
                                       asked.host, asked.world.now);
    work.commit();
    request.set_round(other.raw());
    QCOMPARE(asked.handIn(request).status, 403);
    auto forged = asked.tokenFor("three", 3);
    forged.mutable_token()->back() = static_cast<char>(forged.token().back() ^ 1);
    QCOMPARE(asked.handIn(forged).status, 403);
    QCOMPARE(asked.rowsOf("server_feedback_answer"), 0);
}

void TestServerFeedback::aTokenCountsOnce()
{
    Asked asked;
    auto request = asked.tokenFor("two", 3);
    QCOMPARE(asked.handIn(request).status, 200);
    QCOMPARE(asked.handIn(request).status, 200);
    QCOMPARE(asked.rowsOf("server_feedback_answer"), 1);
    request.mutable_answer()->set_relevance(5);
    QCOMPARE(asked.handIn(request).status, 403);
    QCOMPARE(asked.rowsOf("server_feedback_answer"), 1);
    auto wrong = asked.tokenFor("three", 6);
    QCOMPARE(asked.handIn(wrong).status, 400);
    wrong.mutable_answer()->set_relevance(5);
    wrong.mutable_answer()->set_usefulness(5);
    QCOMPARE(asked.handIn(wrong).status, 200);
}

void TestServerFeedback::anAnswerWithANameIsNotTaken()
{
    Asked asked;
    const auto request = asked.tokenFor("two", 3);
    const RawDevice device(asked.world, "two");
    QCOMPARE(asked.handIn(request, device.token).status, 400);
    QCOMPARE(asked.rowsOf("server_feedback_answer"), 0);
    QCOMPARE(asked.handIn(request).status, 200);
}

void TestServerFeedback::afterTheLastDayNothingIsTaken()
{
    Asked asked;
    const auto request = asked.tokenFor("two", 3);
    asked.close();
    QCOMPARE(asked.handIn(request).status, 400);
    QCOMPARE(asked.ask(RawDevice(asked.world, "three"), *blind::blinded("x", asked.world.academy.entropy())).status,
             400);
    // Nor where its last day is moved once it has been told.
    auto longer = asked.roundRecord();
    longer.set_closes("2027-11-30");
    server::Work work(asked.world.academy);
    asked.world.academy.author().write(asked.world.districtPlace(), "FeedbackRound", asked.round, longer, asked.host,
                                       asked.world.now);
    work.commit();
    QCOMPARE(asked.handIn(request).status, 400);
}

void TestServerFeedback::nothingOfTheAnswersIsLeftOnceTheyAreTold()
{
    Asked asked;
    QCOMPARE(asked.handIn(asked.tokenFor("two", 3)).status, 200);
    asked.close();
    for (const char *table : { "server_feedback_answer", "server_feedback_spent", "server_feedback_token" }) {
        QCOMPARE(asked.rowsOf(table), 0);
    }
}

void TestServerFeedback::nothingThatWasHandedInIsWhatWasAskedWith()
{
    Asked asked;
    const auto request = asked.tokenFor("two", 3);
    QCOMPARE(asked.handIn(request).status, 200);
    store::Statement token(asked.world.database, "SELECT element FROM server_feedback_token");
    QVERIFY(token.step());
    QVERIFY(token.blob(0) != request.input());
    QVERIFY(request.token().find(token.blob(0)) == std::string::npos);
    // The place got the key, and no site but the server's wrote there.
    store::Query query;
    query.type = "FeedbackKey";
    QCOMPARE(asked.world.academy.records().list(query).size(), 1U);
    QCOMPARE(asked.world.academy.log().heads(asked.world.districtPlace()).size(), 1U);
}

void TestServerFeedback::nobodyAsksInAnothersName()
{
    Asked asked;
    auto record = asked.roundRecord();
    record.set_org(asked.world.district.text());
    const auto other = asked.world.id();
    server::Work work(asked.world.academy);
    asked.world.academy.author().write(asked.world.districtPlace(), "FeedbackRound", other, record, asked.host,
                                       asked.world.now);
    work.commit();
    asked.close();
    store::Query query;
    query.type = "FeedbackTotal";
    for (const auto &found : asked.world.academy.records().list(query)) {
        QVERIFY(found.key.scope.key != asked.world.district);
    }
}

QTEST_GUILESS_MAIN(TestServerFeedback)
#include "tst_server_feedback.moc"
