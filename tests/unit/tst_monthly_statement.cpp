// SPDX-License-Identifier: Apache-2.0
#include "src/domain/monthly_statement.h"

#include <QTest>

using namespace domain;

namespace {

const StatementPair pair { .match = "match", .mentor = "mentor", .teacher = "teacher" };
constexpr Month november { 2026, 11 };

ContactTotal total(int minutes, int sessions = 2, int sanctioned = 30, int ownTime = 15)
{
    ContactTotal held;
    held.minutes = minutes;
    held.sessions = sessions;
    held.sanctionedMinutes = sanctioned;
    held.ownTimeMinutes = ownTime;
    return held;
}

auto by(const char *signer, std::int64_t at, const ContactTotal &held = total(75), Month month = november)
{
    return signatureOf(pair, month, held, signer, at);
}

using Signatures = std::vector<cadre::v1::StatementSignature>;

} // namespace

class TestMonthlyStatement : public QObject {
    Q_OBJECT

private slots:
    void standsAsItWasSigned_data()
    {
        QTest::addColumn<Signatures>("signatures");
        QTest::addColumn<StatementStatus>("status");
        const auto row = [](const char *name, const Signatures &signatures, StatementStatus status) {
            QTest::newRow(name) << signatures << status;
        };
        row("nobody", {}, StatementStatus::Open);
        row("the mentor", { by("mentor", 1) }, StatementStatus::SignedByMentor);
        row("the teacher", { by("teacher", 1) }, StatementStatus::SignedByTeacher);
        row("both", { by("teacher", 1), by("mentor", 2) }, StatementStatus::SignedByBoth);
        row("both, and seen", { by("teacher", 1), by("mentor", 2), by("principal", 3) }, StatementStatus::Received);
        row("seen before both signed", { by("teacher", 1), by("principal", 3) }, StatementStatus::SignedByTeacher);
        row("seen with other minutes", { by("teacher", 1), by("mentor", 2), by("principal", 3, total(60)) },
            StatementStatus::SignedByBoth);
        row("other minutes since", { by("teacher", 1, total(60)), by("mentor", 2) }, StatementStatus::Reopened);
        row("as many minutes in another kind of time", { by("teacher", 1, total(75, 2, 75, 0)), by("mentor", 2) },
            StatementStatus::Reopened);
        row("signed again", { by("teacher", 1, total(60)), by("mentor", 2), by("teacher", 3) },
            StatementStatus::SignedByBoth);
        row("the order they came in is nothing", { by("teacher", 3), by("teacher", 1, total(60)), by("mentor", 2) },
            StatementStatus::SignedByBoth);
        row("another month", { by("teacher", 1, total(75), { 2026, 10 }), by("mentor", 2) },
            StatementStatus::SignedByMentor);
    }

    void standsAsItWasSigned()
    {
        QFETCH(Signatures, signatures);
        QFETCH(StatementStatus, status);
        QCOMPARE(statementStanding(pair, november, total(75), signatures).status, status);
    }

    void aLaterChangeShowsWhoSignedBeforeIt()
    {
        const auto standing = statementStanding(pair, november, total(90), { by("mentor", 7), by("teacher", 8) });
        QCOMPARE(standing.mentor.standing, Signed::BeforeThisChanged);
        QCOMPARE(standing.mentor.at, std::int64_t { 7 });
        QCOMPARE(standing.teacher.standing, Signed::BeforeThisChanged);
        QCOMPARE(standing.seen.standing, Signed::No);
        QCOMPARE(standing.seen.at, std::int64_t { 0 });
    }

    void anotherPairsSignatureIsNotTheirs()
    {
        auto others = by("mentor", 1);
        others.set_match_id("another");
        QCOMPARE(statementStanding(pair, november, total(75), { others }).mentor.standing, Signed::No);
    }

    void theSchoolGetsTotalsOnceBothSignedTheSame()
    {
        QVERIFY(!statementFor(pair, november, { by("mentor", 1) }));
        QVERIFY(!statementFor(pair, november, { by("mentor", 1), by("teacher", 2, total(60)) }));
        const auto statement = statementFor(pair, november, { by("mentor", 1), by("teacher", 2) });
        QVERIFY(statement);
        QCOMPARE(statement->minutes(), 75);
        QCOMPARE(statement->sessions(), 2);
        QCOMPARE(statement->sanctioned_minutes(), 30);
        QCOMPARE(statement->own_time_minutes(), 15);
        QCOMPARE(statement->mentor_signed_at(), std::int64_t { 1 });
        QCOMPARE(statement->teacher_signed_at(), std::int64_t { 2 });
        QCOMPARE(statement->month(), std::string("2026-11"));
    }
};

QTEST_GUILESS_MAIN(TestMonthlyStatement)
#include "tst_monthly_statement.moc"
