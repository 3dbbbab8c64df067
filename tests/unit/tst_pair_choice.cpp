// SPDX-License-Identifier: Apache-2.0
#include "src/domain/pair_choice.h"
#include "tests/unit/academy_of_facts.h"

#include <QTest>

using namespace cadre::v1;

/// Whom a school's lead may bring together, worked out by hand.
class TestPairChoice : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<AcademyOfFacts>(); }

    void whoHasNoMentorComesFirst()
    {
        m->person("new", ROLE_BT, "schoolA");
        m->person("elsewhere", ROLE_BT, "schoolB");
        const auto teachers = domain::teachersToPair(m->id("schoolA"), m->facts, m->today);
        QCOMPARE(teachers.size(), std::size_t { 2 });
        QCOMPARE(teachers[0].teacher, m->id("new"));
        QVERIFY(!teachers[0].match);
        QCOMPARE(teachers[1].teacher, m->id("BT"));
        QCOMPARE(m->facts.match(*teachers[1].match)->mentor, m->id("MT"));
    }

    void whoMentorsFewestComesFirst()
    {
        m->person("fresh", ROLE_MT, "schoolA");
        m->person("ofTheDistrict", ROLE_MT, "lea");
        m->person("elsewhere", ROLE_MT, "schoolB");
        m->person("new", ROLE_BT, "schoolA");
        const auto mentors = domain::mentorsToChooseFrom(m->id("new"), m->id("schoolA"), m->facts, m->today);
        QCOMPARE(mentors.size(), std::size_t { 3 });
        QCOMPARE(mentors[0].pairs, 0);
        QCOMPARE(mentors[1].pairs, 0);
        QCOMPARE(mentors[2].mentor, m->id("MT"));
        QCOMPARE(mentors[2].pairs, 1);
    }

    void whoEvaluatesHerIsNotOfferedAndIsNamed()
    {
        RoleAssignment coach;
        coach.set_person(m->id("PR").text());
        coach.set_role(ROLE_MT);
        coach.set_scope_org(m->id("schoolA").text());
        coach.set_from("2025-08-01");
        m->facts.add(m->id("coach"), coach);
        const auto teacher = m->id("BT");
        for (const auto &mentor : domain::mentorsToChooseFrom(teacher, m->id("schoolA"), m->facts, m->today))
            QVERIFY(mentor.mentor != m->id("PR"));
        QCOMPARE(domain::mentorsWhoEvaluate(teacher, m->id("schoolA"), m->facts, m->today),
                 std::vector<record::Uuid> { m->id("PR") });
    }

    void whoMentorsHerAlreadyIsNotOfferedAgain()
    {
        m->person("fresh", ROLE_MT, "schoolA");
        const auto mentors = domain::mentorsToChooseFrom(m->id("BT"), m->id("schoolA"), m->facts, m->today);
        QCOMPARE(mentors.size(), std::size_t { 1 });
        QCOMPARE(mentors.front().mentor, m->id("fresh"));
    }

    void nobodyMentorsHerself()
    {
        m->person("BT", ROLE_MT, "schoolA");
        for (const auto &mentor : domain::mentorsToChooseFrom(m->id("BT"), m->id("schoolA"), m->facts, m->today))
            QVERIFY(mentor.mentor != m->id("BT"));
    }

    void aLeadKnowsHerSchool()
    {
        QCOMPARE(domain::schoolLedBy(m->id("SL"), m->facts, m->today), std::optional(m->id("schoolA")));
        QVERIFY(!domain::schoolLedBy(m->id("ST"), m->facts, m->today));
    }

private:
    std::unique_ptr<AcademyOfFacts> m;
};

QTEST_GUILESS_MAIN(TestPairChoice)
#include "tst_pair_choice.moc"
