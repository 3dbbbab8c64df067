// SPDX-License-Identifier: Apache-2.0
#include "src/domain/pairing_rules.h"
#include "tests/unit/academy_of_facts.h"
#include "tests/unit/check_ins.h"

#include <QTest>

using namespace cadre::v1;
using domain::Finding;
using domain::FindingCode;
using domain::FindingLevel;

namespace {

MentorMatch match(const char *mentor, const char *teacher, const char *from, const char *to, bool isPrimary,
                  MatchStatus status = MATCH_STATUS_ACTIVE)
{
    MentorMatch match;
    match.set_mentor(mentor);
    match.set_teacher(teacher);
    match.set_from(from);
    if (*to != '\0') {
        match.set_to(to);
    }
    match.set_primary(isPrimary);
    match.set_status(status);
    return match;
}

/// A mentor m becomes the primary mentor of a teacher t for the school year.
const auto mine = match("m", "t", "2025-08-15", "2026-06-15", true);

std::vector<FindingCode> codesOf(const std::vector<Finding> &findings)
{
    std::vector<FindingCode> codes;
    for (const auto &finding : findings) {
        codes.push_back(finding.code);
    }
    return codes;
}

} // namespace

class TestPairingRules : public QObject {
    Q_OBJECT

private slots:
    void aTeacherHasOnePrimaryMentorAndAMentorHerCapacity_data();
    void aTeacherHasOnePrimaryMentorAndAMentorHerCapacity();
    void secondPrimariesKeepAProposalAndCapacityWarns();
    void evaluatorsAreNotAmongTheReadersToChooseFrom();
    void nobodyReadsBeforeTheTeacherHasAgreed();
    void theMentorsConsentIsNotTheTeachers();
    void whatIsOptionalNeverKeepsADraft();
};

void TestPairingRules::aTeacherHasOnePrimaryMentorAndAMentorHerCapacity_data()
{
    QTest::addColumn<MentorMatch>("other");
    QTest::addColumn<int>("capacity");
    QTest::addColumn<bool>("isSecondPrimary");
    QTest::addColumn<bool>("isOverCapacity");
    const auto row = [](const char *name, const MentorMatch &other, int capacity, bool isSecond, bool isOver) {
        QTest::newRow(name) << other << capacity << isSecond << isOver;
    };
    row("another primary mentor", match("n", "t", "2025-09-01", "", true), 2, true, false);
    row("until the day on which this one begins", match("n", "t", "2024-08-15", "2025-08-15", true), 2, true, false);
    row("until the day before", match("n", "t", "2024-08-15", "2025-08-14", true), 2, false, false);
    row("from the day after its end", match("n", "t", "2026-06-16", "", true), 2, false, false);
    row("another mentor who is not primary", match("n", "t", "2025-09-01", "", false), 2, false, false);
    row("paused", match("n", "t", "2025-09-01", "", true, MATCH_STATUS_PAUSED), 2, false, false);
    row("proposed", match("n", "t", "2025-09-01", "", true, MATCH_STATUS_PROPOSED), 2, false, false);
    row("another teacher, room for two", match("m", "u", "2025-08-01", "", true), 2, false, false);
    row("another teacher, room for one", match("m", "u", "2025-08-01", "", true), 1, false, true);
    row("another teacher, ended the day before", match("m", "u", "2024-08-01", "2025-08-14", true), 1, false, false);
    row("another teacher, begins later", match("m", "u", "2025-08-16", "", true), 1, false, false);
    row("both", match("m", "t", "2025-08-01", "", true), 1, true, true);
    row("room for none", match("n", "u", "2025-08-01", "", true), 0, false, true);
}

void TestPairingRules::aTeacherHasOnePrimaryMentorAndAMentorHerCapacity()
{
    QFETCH(MentorMatch, other);
    QFETCH(int, capacity);
    QFETCH(bool, isSecondPrimary);
    QFETCH(bool, isOverCapacity);
    std::vector<FindingCode> expected;
    if (isSecondPrimary) {
        expected.push_back(FindingCode::SecondPrimary);
    }
    if (isOverCapacity) {
        expected.push_back(FindingCode::OverCapacity);
    }
    // The match itself is among them, as it is when it changes.
    QCOMPARE(codesOf(domain::findingsForActiveMatch("mine", mine, { { "mine", mine }, { "other", other } }, capacity)),
             expected);
}

void TestPairingRules::secondPrimariesKeepAProposalAndCapacityWarns()
{
    const auto findings = domain::findingsForActiveMatch("mine", mine, { { "other", mine } }, 1);
    QCOMPARE(findings.size(), std::size_t { 2 });
    QCOMPARE(findings[0].level, FindingLevel::Draft);
    QCOMPARE(findings[0].arguments, (std::vector<std::string> { "t", "other" }));
    QCOMPARE(findings[1].level, FindingLevel::Warning);
    QCOMPARE(findings[1].arguments, (std::vector<std::string> { "2", "1" }));
    QCOMPARE(domain::findingsForActiveMatch("mine", mine, { { "other", mine } }, std::nullopt).size(),
             std::size_t { 1 });
    QVERIFY(domain::findingsForActiveMatch("mine", match("m", "t", "", "", true), { { "other", mine } }, 1).empty());
}

void TestPairingRules::evaluatorsAreNotAmongTheReadersToChooseFrom()
{
    AcademyOfFacts academy;
    const auto *pair = academy.facts.match(academy.id("match"));
    const std::vector people { academy.id("PR"), academy.id("SL"), academy.id("MT"), academy.id("BT"),
                               academy.id("DL") };
    QCOMPARE(domain::readersToChooseFrom(people, *pair, academy.facts, academy.today),
             (std::vector { academy.id("SL"), academy.id("DL") }));
}

void TestPairingRules::nobodyReadsBeforeTheTeacherHasAgreed()
{
    AcademyOfFacts academy;
    const auto *pair = academy.facts.match(academy.id("match"));
    NoteShare share;
    share.add_readers(academy.id("SL").text());
    const auto findings = [&] { return domain::findingsFor(share, *pair, academy.facts, academy.today); };
    QCOMPARE(codesOf(findings()), std::vector { FindingCode::ConsentMissing });
    QCOMPARE(findings()[0].level, FindingLevel::Draft);
    share.set_teacher_agreed_at(aMonday);
    QVERIFY(findings().empty());
    share.add_readers(academy.id("PR").text());
    QCOMPARE(codesOf(findings()), std::vector { FindingCode::EvaluatorReads });
    QCOMPARE(findings()[0].level, FindingLevel::Stop);
    QCOMPARE(findings()[0].arguments, std::vector { academy.id("PR").text() });
}

void TestPairingRules::theMentorsConsentIsNotTheTeachers()
{
    AcademyOfFacts academy;
    NoteShare share;
    share.set_mentor_agreed_at(aMonday);
    QCOMPARE(
        codesOf(domain::findingsFor(share, *academy.facts.match(academy.id("match")), academy.facts, academy.today)),
        std::vector { FindingCode::ConsentMissing });
}

void TestPairingRules::whatIsOptionalNeverKeepsADraft()
{
    const auto today = day("2025-11-03");
    const auto findings = [&](const CheckIn &checkIn) { return domain::findingsFor(checkIn, nullptr, today); };
    QVERIFY(domain::isComplete(findings(checkIn("2025-11-03", 30)))); // Pair, day and minutes alone.
    QVERIFY(domain::isComplete(findings(checkIn("2025-08-03", 300)))); // Two warnings.
    for (const char *missing : { "match_id", "on", "minutes" }) {
        auto one = checkIn("2025-11-03", 30);
        one.GetReflection()->ClearField(&one, one.GetDescriptor()->FindFieldByName(missing));
        QVERIFY2(!domain::isComplete(findings(one)), missing);
        for (const auto &finding : findings(one)) {
            QVERIFY2(finding.level != FindingLevel::Stop, missing); // What is there is saved, as a draft.
        }
    }
    QVERIFY(!domain::isComplete({ { .code = FindingCode::Evaluator, .level = FindingLevel::Stop } }));
}

QTEST_GUILESS_MAIN(TestPairingRules)
#include "tst_pairing_rules.moc"
