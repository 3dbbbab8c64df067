// SPDX-License-Identifier: Apache-2.0
#include "sync/server/feedback_service.h"
#include "tests/unit/feedback_world.h"

#include <QTest>

using namespace asking;

/// A round of feedback as a record: where it stands, and what goes with it.
class TestFeedbackRounds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRoundOfTheSameIdElsewhereIsAnother();
    void aDeletedRoundTakesItsAnswersAway();
    void whatWasToldOutlivesItsRoundUntilThatIsErased();
    void aHoldKeepsTheAnswersOfADeletedRound();
    void anOlderStoreFindsThePlacesOfItsRounds();
};

void TestFeedbackRounds::aRoundOfTheSameIdElsewhereIsAnother()
{
    Asked asked;
    const record::ScopeId statePlace { cadre::v1::SCOPE_KIND_STATE, asked.world.state, 0 };
    auto ended = asked.roundRecord();
    ended.set_closes("2026-01-01");
    server::Work work(asked.world.academy);
    asked.world.academy.author().write(statePlace, "FeedbackRound", asked.round, ended, asked.host, asked.world.now);
    work.commit();
    const auto request = asked.tokenFor("two", 3);
    QCOMPARE(asked.handIn(request).status, 200);
    while (asked.feedback.tellNext()) { }
    QCOMPARE(asked.rowsOf("server_feedback_told"), 1);
    QCOMPARE(asked.rowsOf("server_feedback_answer"), 1);
    QCOMPARE(asked.handIn(asked.tokenFor("three", 3)).status, 200);
    auto elsewhere = asked.tokenFor("four", 3);
    *elsewhere.mutable_scope() = merge::toProto(statePlace);
    QCOMPARE(asked.handIn(elsewhere).status, 400);
    asked.close();
    store::Query query;
    query.type = "FeedbackTotal";
    QCOMPARE(asked.world.academy.records().list(query).size(), 2U);
}

void TestFeedbackRounds::aDeletedRoundTakesItsAnswersAway()
{
    Asked asked;
    const auto request = asked.tokenFor("two", 3);
    QCOMPARE(asked.handIn(asked.tokenFor("three", 3)).status, 200);
    asked.deleteRound();
    for (const char *table : { "server_feedback_answer", "server_feedback_spent", "server_feedback_token" }) {
        QCOMPARE(asked.rowsOf(table), 0);
    }
    QCOMPARE(asked.handIn(request).status, 404);
    asked.close();
    QVERIFY(!asked.total());
}

void TestFeedbackRounds::whatWasToldOutlivesItsRoundUntilThatIsErased()
{
    Asked asked;
    for (const char *login : { "two", "three", "four", "five", "six" }) {
        QCOMPARE(asked.handIn(asked.tokenFor(login, 4)).status, 200);
    }
    asked.close();
    asked.deleteRound();
    QCOMPARE(asked.total().value().answers(), 5);
    const store::RecordKey round { asked.world.academy.catalogue().byName("FeedbackRound")->number(), asked.round,
                                   asked.world.districtPlace() };
    {
        server::Work work(asked.world.academy);
        QVERIFY(asked.world.academy.host().erase(round, "request").has_value());
        work.commit();
    }
    for (const char *type : { "FeedbackTotal", "FeedbackKey" }) {
        store::Query query;
        query.type = type;
        const auto left = asked.world.academy.records().list(query);
        QVERIFY(std::none_of(left.begin(), left.end(), [](const auto &record) { return record.alive; }));
    }
}

void TestFeedbackRounds::aHoldKeepsTheAnswersOfADeletedRound()
{
    Asked asked;
    QCOMPARE(asked.handIn(asked.tokenFor("two", 3)).status, 200);
    server::Holds holds(asked.world.academy);
    (void)holds.add(asked.world.districtPlace().text());
    asked.deleteRound();
    asked.close();
    QCOMPARE(asked.rowsOf("server_feedback_answer"), 1);
    (void)holds.remove(asked.world.districtPlace().text());
    asked.close();
    QCOMPARE(asked.rowsOf("server_feedback_answer"), 0);
    QVERIFY(!asked.total());
}

void TestFeedbackRounds::anOlderStoreFindsThePlacesOfItsRounds()
{
    Asked asked;
    auto &database = asked.world.database;
    const auto request = asked.tokenFor("two", 3);
    const auto another = asked.tokenFor("three", 4);
    QCOMPARE(asked.handIn(request).status, 200);
    // As the first version kept them.
    database.run("CREATE TABLE t(round BLOB NOT NULL, person BLOB NOT NULL, element BLOB NOT NULL,"
                 " PRIMARY KEY(round, person)) WITHOUT ROWID;"
                 "INSERT INTO t SELECT round, person, element FROM server_feedback_token;"
                 "DROP TABLE server_feedback_token; ALTER TABLE t RENAME TO server_feedback_token;"
                 "CREATE TABLE t(round BLOB NOT NULL, input BLOB NOT NULL, answer BLOB NOT NULL,"
                 " PRIMARY KEY(round, input)) WITHOUT ROWID;"
                 "INSERT INTO t SELECT round, input, answer FROM server_feedback_spent;"
                 "DROP TABLE server_feedback_spent; ALTER TABLE t RENAME TO server_feedback_spent;"
                 "CREATE TABLE t(id BLOB PRIMARY KEY, round BLOB NOT NULL, relevance INTEGER NOT NULL,"
                 " usefulness INTEGER NOT NULL, quality INTEGER NOT NULL, met_needs INTEGER NOT NULL) WITHOUT ROWID;"
                 "INSERT INTO t SELECT id, round, relevance, usefulness, quality, met_needs"
                 " FROM server_feedback_answer;"
                 "DROP TABLE server_feedback_answer; ALTER TABLE t RENAME TO server_feedback_answer;"
                 "CREATE TABLE t(round BLOB PRIMARY KEY) WITHOUT ROWID;"
                 "DROP TABLE server_feedback_told; ALTER TABLE t RENAME TO server_feedback_told;"
                 "INSERT INTO server_feedback_told VALUES(zeroblob(16)); PRAGMA user_version = 1");
    server::makeServerTables(database);
    QCOMPARE(asked.rowsOf("server_feedback_token"), 2);
    QCOMPARE(asked.rowsOf("server_feedback_told"), 0);
    QCOMPARE(asked.handIn(request).status, 200);
    QCOMPARE(asked.rowsOf("server_feedback_answer"), 1);
    QCOMPARE(asked.handIn(another).status, 200);
    asked.close();
    QCOMPARE(asked.rowsOf("server_feedback_answer"), 0);
    QVERIFY(asked.total().has_value());
}

QTEST_GUILESS_MAIN(TestFeedbackRounds)
#include "tst_feedback_rounds.moc"
