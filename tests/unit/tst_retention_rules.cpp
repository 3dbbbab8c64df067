// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_server_world.h"

#include "src/domain/retention.h"
#include "sync/server/membership.h"
#include "cadre/v1/enrollment.pb.h"
#include "cadre/v1/sharing.pb.h"

#include <QTest>

/// How long what is confidential is kept: the rules of the file, by themselves.
class TestRetentionRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRuleThatSaysNotFromWhenIsRefused();
    void whatIsConfidentialIsNotKeptForEver();
    void whatWasSharedGoesBeforeWhatThePairKeeps();
    void whySupportWasGivenGoesAfterTheEnrollment();
};

void TestRetentionRules::aRuleThatSaysNotFromWhenIsRefused()
{
    QVERIFY_EXCEPTION_THROWN(domain::Retention::fromText("rules { kind: SCOPE_KIND_PAIR types: \"CheckIn\" days: 9 }"),
                             std::invalid_argument);
    QVERIFY(!domain::Retention::builtIn().content().rules().empty());
    // Every rule names types that live where it says.
    const auto catalogue = record::Catalogue::ofAcademy();
    for (const auto &rule : domain::Retention::builtIn().content().rules()) {
        for (const auto &name : rule.types()) {
            const auto *type = catalogue.byName(name);
            QVERIFY2(type != nullptr && type->livesIn(static_cast<std::uint32_t>(rule.kind())), name.c_str());
        }
    }
}

void TestRetentionRules::whatIsConfidentialIsNotKeptForEver()
{
    const auto &retention = domain::Retention::builtIn();
    int asked = 0;
    for (const auto &place : domain::Policy::builtIn().content().scopes()) {
        if (place.confidentiality() < cadre::policy::v1::CONFIDENTIALITY_P3) {
            continue;
        }
        for (const auto &type : place.types()) {
            // The server's copies go with what they are copies of; a total of five people's answers is nobody's.
            if (type == "MentorMatch" || type == "RoleAssignment" || type == "FeedbackTotal") {
                continue;
            }
            QVERIFY2(retention.rule(static_cast<std::uint32_t>(place.kind()), type) != nullptr,
                     (type + " in " + place.name()).c_str());
            ++asked;
        }
    }
    QVERIFY(asked > 15);
}

void TestRetentionRules::whatWasSharedGoesBeforeWhatThePairKeeps()
{
    const auto &retention = domain::Retention::builtIn();
    const auto *rule = retention.rule(cadre::v1::SCOPE_KIND_SHARE, "SharedPart");
    const auto dueWith = [&](const char *until, std::int64_t endedAt, const char *parted) {
        ServerWorld world;
        auto facts = world.academy.membership().facts();
        cadre::v1::MentorMatch match;
        match.set_mentor(world.mentor.text());
        match.set_teacher(world.teacher.text());
        match.set_school(world.school.text());
        match.set_from("2026-08-01");
        match.set_to(parted);
        match.set_status(*parted == 0 ? cadre::v1::MATCH_STATUS_ACTIVE : cadre::v1::MATCH_STATUS_ENDED);
        facts.add(world.match, match);
        cadre::v1::NoteShare share;
        share.set_match_id(world.match.text());
        share.set_until(until);
        share.set_ended_at(endedAt);
        facts.add(world.id(), share);
        const auto places = domain::Retention::placesOf(*rule, facts);
        return places.size() == 1 ? domain::dayText(places.front().second) : std::string();
    };
    QCOMPARE(dueWith("2027-01-31", 0, ""), "2027-03-02");
    QCOMPARE(dueWith("2027-01-31", 1'795'000'000'000, ""), "2026-12-18"); // Ended on 18 November 2026.
    QCOMPARE(dueWith("2027-01-31", 0, "2026-12-31"), "2027-01-30");
}

void TestRetentionRules::whySupportWasGivenGoesAfterTheEnrollment()
{
    ServerWorld world;
    auto facts = world.academy.membership().facts();
    const auto &rule = *domain::Retention::builtIn().rule(cadre::v1::SCOPE_KIND_REASON, "SupportReason");
    cadre::v1::TeacherEnrollment enrollment;
    enrollment.set_teacher(world.teacher.text());
    enrollment.set_school(world.school.text());
    enrollment.set_from("2026-08-01");
    const auto id = world.id();
    facts.add(id, enrollment);
    QVERIFY(domain::Retention::placesOf(rule, facts).empty());
    enrollment.set_to("2027-06-30");
    facts.add(id, enrollment);
    const auto places = domain::Retention::placesOf(rule, facts);
    QCOMPARE(places.size(), std::size_t { 1 });
    QCOMPARE(places.front().first.key, id);
    QCOMPARE(domain::dayText(places.front().second), "2027-09-28");
}

QTEST_GUILESS_MAIN(TestRetentionRules)
#include "tst_retention_rules.moc"
