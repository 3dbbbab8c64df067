// SPDX-License-Identifier: Apache-2.0
#include "sync/server/feedback_service.h"
#include "sync/server/holds.h"
#include "sync/server/schema.h"
#include "tests/unit/tst_server_world.h"

#include <QTest>

namespace {

namespace v1alpha = cadre::sync::v1alpha;

/// A district whose regional center asks how a meeting was, and six people who took part in it.
struct Asked {
    ServerWorld world;
    server::FeedbackService service { world.academy };
    server::Feedback feedback { world.academy };
    record::Uuid center = world.id();
    record::Uuid host = world.id();
    record::Uuid round = world.id();

    Asked()
    {
        service.addTo(world.table);
        server::Work work(world.academy);
        world.organization(center, cadre::v1::ORGANIZATION_KIND_RCC, {});
        cadre::v1::OrgService serving;
        serving.set_rcc_id(center.text());
        serving.set_sea_id(world.state.text());
        serving.set_from("2026-01-01");
        world.academy.author().write(ServerWorld::scope(cadre::v1::SCOPE_KIND_PEOPLE, center), "OrgService", world.id(),
                                     serving, {}, world.now);
        world.person(host, "host", center, cadre::v1::ROLE_RC);
        for (const char *login : { "two", "three", "four", "five", "six" }) {
            world.person(world.id(), login, world.district, cadre::v1::ROLE_DM);
        }
        world.academy.author().write(world.districtPlace(), "FeedbackRound", round, roundRecord(), host, world.now);
        work.commit();
    }

    [[nodiscard]] cadre::v1::FeedbackRound roundRecord() const
    {
        cadre::v1::FeedbackRound record;
        record.set_org(center.text());
        record.set_title("Regional meeting");
        record.set_on("2026-11-17");
        record.set_closes("2026-11-30");
        return record;
    }

    server::RpcReply ask(const RawDevice &device, const blind::Blinded &blinded)
    {
        v1alpha::IssueTokenRequest request;
        *request.mutable_scope() = merge::toProto(world.districtPlace());
        request.set_round(round.raw());
        request.set_blinded_element(blinded.element);
        return world.send("/cadre.sync.v1alpha.FeedbackService/IssueToken", request, device.token);
    }

    /// What that person hands in, with her token.
    v1alpha::HandInRequest tokenFor(const std::string &login, std::uint32_t answer)
    {
        const RawDevice device(world, login);
        std::string input(32, '\0');
        world.fill(reinterpret_cast<std::uint8_t *>(input.data()), input.size());
        const auto blinded = blind::blinded(input, world.academy.entropy());
        const auto reply = ask(device, *blinded);
        v1alpha::IssueTokenResponse response;
        if (reply.status != 200 || !response.ParseFromString(reply.body)) {
            throw std::runtime_error(reply.body);
        }
        const auto token = blind::finalized(input, *blinded, { response.evaluated_element(), response.proof() },
                                            response.public_key());
        v1alpha::HandInRequest request;
        *request.mutable_scope() = merge::toProto(world.districtPlace());
        request.set_round(round.raw());
        request.set_input(input);
        request.set_token(token.value());
        request.mutable_answer()->set_relevance(answer);
        request.mutable_answer()->set_usefulness(answer);
        request.mutable_answer()->set_quality(5);
        request.mutable_answer()->set_met_needs(1);
        return request;
    }

    server::RpcReply handIn(const v1alpha::HandInRequest &request, const std::string &token = {})
    {
        return world.send("/cadre.sync.v1alpha.FeedbackService/HandIn", request, token);
    }

    void deleteRound()
    {
        server::Work work(world.academy);
        world.academy.author().remove(world.districtPlace(), "FeedbackRound", round, host, world.now);
        work.commit();
    }

    void close()
    {
        world.now += 30LL * 24 * 60 * 60 * 1000;
        while (feedback.tellNext()) { }
    }

    std::optional<cadre::v1::FeedbackTotal> total()
    {
        store::Query query;
        query.type = "FeedbackTotal";
        const auto found = world.academy.records().list(query);
        if (found.empty() || found[0].key.scope != record::ScopeId { cadre::v1::SCOPE_KIND_INBOX, center, 4 }) {
            return {};
        }
        return static_cast<const cadre::v1::FeedbackTotal &>(*found[0].message);
    }

    std::int64_t rowsOf(const std::string &table)
    {
        store::Statement count(world.database, "SELECT count(*) FROM " + table);
        (void)count.step();
        return count.integer(0);
    }
};

} // namespace

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
    void aRoundOfTheSameIdElsewhereIsAnother();
    void aDeletedRoundTakesItsAnswersAway();
    void whatWasToldOutlivesItsRoundUntilThatIsErased();
    void aHoldKeepsTheAnswersOfADeletedRound();
    void anOlderStoreFindsThePlacesOfItsRounds();
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

void TestServerFeedback::aRoundOfTheSameIdElsewhereIsAnother()
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

void TestServerFeedback::aDeletedRoundTakesItsAnswersAway()
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

void TestServerFeedback::whatWasToldOutlivesItsRoundUntilThatIsErased()
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

void TestServerFeedback::aHoldKeepsTheAnswersOfADeletedRound()
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

void TestServerFeedback::anOlderStoreFindsThePlacesOfItsRounds()
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

QTEST_GUILESS_MAIN(TestServerFeedback)
#include "tst_server_feedback.moc"
