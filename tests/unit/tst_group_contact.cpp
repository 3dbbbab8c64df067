// SPDX-License-Identifier: Apache-2.0
#include "src/domain/group_contact.h"
#include "tests/unit/academy_of_facts.h"
#include "tests/unit/check_ins.h"

#include <QTest>

using namespace cadre::v1;

namespace {

record::Uuid number(std::uint8_t n)
{
    record::Uuid id;
    id.bytes[0] = n;
    return id;
}

domain::MatchFact match(std::uint8_t mentor, std::uint8_t teacher, const char *from = "2025-08-25",
                        const char *to = nullptr, MatchStatus status = MATCH_STATUS_ACTIVE)
{
    domain::MatchFact fact { .id = number(100), .mentor = number(mentor), .teacher = number(teacher) };
    fact.status = status;
    fact.from = day(from);
    if (to != nullptr)
        fact.to = day(to);
    return fact;
}

domain::Contact inSession(const char *id, int minutes, const char *session)
{
    auto held = checkIn("2025-11-03", minutes);
    held.set_session_id(session);
    return contact(id, held);
}

domain::Contact confirmedAt(CheckIn held, int minutes)
{
    Acknowledgement answer;
    answer.set_result(CONFIRMATION_CONFIRMED);
    answer.set_minutes(minutes);
    return { "a", std::move(held), answer };
}

} // namespace

Q_DECLARE_METATYPE(domain::MatchFact)
Q_DECLARE_METATYPE(domain::Contact)

/// A contact with several teachers: who can be in it, what it counts for, what may be done to each part.
class TestGroupContact : public QObject {
    Q_OBJECT

private slots:
    void whoCanBeTakenIn_data()
    {
        QTest::addColumn<domain::MatchFact>("other");
        QTest::addColumn<bool>("may");
        QTest::newRow("another teacher of the same mentor") << match(1, 3) << true;
        QTest::newRow("the same teacher") << match(1, 2) << false;
        QTest::newRow("another mentor's teacher") << match(9, 3) << false;
        QTest::newRow("matched from the next day") << match(1, 3, "2025-11-04") << false;
        QTest::newRow("matched that day") << match(1, 3, "2025-11-03") << true;
        QTest::newRow("matched until that day") << match(1, 3, "2025-08-25", "2025-11-03") << true;
        QTest::newRow("matched until the day before") << match(1, 3, "2025-08-25", "2025-11-02") << false;
        QTest::newRow("paused") << match(1, 3, "2025-08-25", nullptr, MATCH_STATUS_PAUSED) << false;
        QTest::newRow("only proposed") << match(1, 3, "2025-08-25", nullptr, MATCH_STATUS_PROPOSED) << false;
    }

    void whoCanBeTakenIn()
    {
        QFETCH(domain::MatchFact, other);
        QTEST(domain::mayJoin(match(1, 2), other, day("2025-11-03")), "may");
        QTEST(domain::mayJoin(other, match(1, 2), day("2025-11-03")), "may");
    }

    void whoCanBeTheThird_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<int>("third");
        for (const auto *person : { "SL", "ST", "DL", "DM" })
            QTest::newRow(person) << person << int(domain::Third::Yes);
        QTest::newRow("the principal, who evaluates her") << "PR" << int(domain::Third::Evaluates);
        for (const auto *person : { "MT", "BT", "SE", "RC", "AD" })
            QTest::newRow(person) << person << int(domain::Third::No);
    }

    void whoCanBeTheThird()
    {
        QFETCH(QString, person);
        AcademyOfFacts academy;
        const auto *match = academy.facts.match(academy.id("match"));
        QVERIFY(match);
        QTEST(int(domain::thirdOf(academy.id(person.toStdString()), *match, academy.facts, day("2025-11-03"))),
              "third");
    }

    void whereThePrincipalDoesNotEvaluateSheCanBeTheThird()
    {
        AcademyOfFacts academy;
        academy.facts.setPrincipalsDontEvaluate(academy.id("lea"));
        const auto *match = academy.facts.match(academy.id("match"));
        QCOMPARE(domain::thirdOf(academy.id("PR"), *match, academy.facts, day("2025-11-03")), domain::Third::Yes);
    }

    void aSessionCountsOnceForItsMentor()
    {
        const auto once = domain::onceASession(
            { inSession("a", 45, "s"), inSession("b", 60, "s"), inSession("c", 30, ""), inSession("d", 20, "") });
        QCOMPARE(once.size(), std::size_t { 3 });
        QCOMPARE(once.front().id, std::string("b"));
        QCOMPARE(domain::contactTotal(once, day("2025-11-01"), day("2025-11-30")).minutes, 110);
    }

    void aWithdrawnOneOfASessionDoesNotHideTheOthers()
    {
        auto gone = inSession("a", 90, "s");
        gone.checkIn.set_status(CHECK_IN_STATUS_VOID);
        const auto once = domain::onceASession({ gone, inSession("b", 45, "s") });
        QCOMPARE(once.size(), std::size_t { 1 });
        QCOMPARE(once.front().id, std::string("b"));
    }

    void whatMayBeDoneToIt_data()
    {
        QTest::addColumn<domain::Contact>("held");
        QTest::addColumn<bool>("correct");
        QTest::addColumn<bool>("withdraw");
        const auto recorded = checkIn("2025-11-03", 45);
        QTest::newRow("recorded") << contact("a", recorded) << true << true;
        QTest::newRow("confirmed") << confirmedAt(recorded, 45) << true << false;
        QTest::newRow("confirmed, then corrected") << confirmedAt(recorded, 30) << true << true;
        QTest::newRow("withdrawn") << contact("a", withStatus(recorded, CHECK_IN_STATUS_VOID)) << false << false;
        QTest::newRow("of a closed month") << contact("a", checkIn("2025-09-03", 45)) << false << false;
    }

    void whatMayBeDoneToIt()
    {
        QFETCH(domain::Contact, held);
        QTEST(domain::mayCorrect(held, day("2025-12-01")), "correct");
        QTEST(domain::mayWithdraw(held, day("2025-12-01")), "withdraw");
    }
};

QTEST_GUILESS_MAIN(TestGroupContact)
#include "tst_group_contact.moc"
