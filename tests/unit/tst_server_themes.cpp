// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_server_world.h"

#include "sync/server/themes.h"
#include "cadre/v1/theme.pb.h"

#include <QTest>

namespace {

/// The small academy with a second school: twelve teachers in one and seven in the other, each with a mentor.
class ThemedWorld : public ServerWorld {
public:
    record::Uuid second = id();
    std::vector<std::pair<record::Uuid, record::Uuid>> pairs; ///< School and match.
    /// The world stands in November, more than 45 days after the end of September.
    server::Themes themes { academy };

    ThemedWorld()
    {
        server::Work work(academy);
        organization(second, cadre::v1::ORGANIZATION_KIND_SCHOOL, district);
        for (int i = 0; i < 19; ++i) {
            const auto at = i < 12 ? school : second;
            cadre::v1::MentorMatch pair;
            pair.set_mentor(mentor.text());
            pair.set_teacher(id().text());
            pair.set_school(at.text());
            pair.set_from("2026-08-01");
            pair.set_status(cadre::v1::MATCH_STATUS_ACTIVE);
            pairs.emplace_back(at, id());
            academy.author().write(scope(cadre::v1::SCOPE_KIND_SCHOOL_TEAM, at), "MentorMatch", pairs.back().second,
                                   pair, lead, now);
        }
        work.commit();
    }

    void publishClosed()
    {
        while (themes.publishNext()) { }
    }

    /// The pairs from one to another met in September, and worked on planning.
    void met(std::size_t from, std::size_t to, const char *on = "2026-09-14")
    {
        server::Work work(academy);
        for (auto i = from; i < to; ++i) {
            cadre::v1::CheckIn held;
            held.set_match_id(pairs[i].second.text());
            held.set_mentor(mentor.text());
            held.set_on(on);
            held.set_minutes(30);
            held.set_status(cadre::v1::CHECK_IN_STATUS_RECORDED);
            held.add_activities(cadre::v1::ACTIVITY_PLANNING);
            academy.author().write(scope(cadre::v1::SCOPE_KIND_PAIR_LOG, pairs[i].second), "CheckIn", id(), held,
                                   mentor, now);
        }
        work.commit();
    }

    [[nodiscard]] std::vector<cadre::v1::ThemeCount> published(const record::Uuid &organization)
    {
        store::Query query;
        query.type = "ThemeCount";
        query.scope = districtPlace();
        query.where.push_back({ "org", organization.text() });
        std::vector<cadre::v1::ThemeCount> counts;
        for (const auto &record : academy.records().list(query)) {
            counts.push_back(static_cast<const cadre::v1::ThemeCount &>(*record.message));
        }
        return counts;
    }
};

} // namespace

class TestServerThemes : public QObject {
    Q_OBJECT

private slots:
    void aMonthIsPublishedOnceNoMoreWorkOfItIsTaken()
    {
        ThemedWorld world;
        world.met(0, 4);
        world.met(12, 16);
        world.publishClosed();
        const auto all = world.published(world.district);
        QCOMPARE(all.size(), std::size_t { 1 });
        QCOMPARE(all.front().month(), std::string("2026-09"));
        QCOMPARE(all.front().theme(), std::string("ACTIVITY_PLANNING"));
        QCOMPARE(all.front().shown(), cadre::v1::THEME_SHOWN_EXACTLY);
        QCOMPARE(all.front().count(), 8);
        QCOMPARE(all.front().teachers(), 20); // With the teacher of the small academy.
        QCOMPARE(world.published(world.school).front().count(), 4);
        QCOMPARE(world.published(world.second).front().count(), 4);
    }

    void aSchoolWithFewIsNotTold()
    {
        ThemedWorld world;
        world.met(0, 6);
        world.met(12, 13);
        world.publishClosed();
        QCOMPARE(world.published(world.district).front().count(), 7);
        QVERIFY(world.published(world.school).empty());
        QVERIFY(world.published(world.second).empty());
    }

    void whatWasPublishedStays()
    {
        ThemedWorld world;
        world.met(0, 4);
        world.met(12, 16);
        world.publishClosed();
        world.met(4, 8);
        world.publishClosed();
        QCOMPARE(world.published(world.district).front().count(), 8);
    }

    void aMonthThatIsStillOpenIsNotTold()
    {
        ThemedWorld world;
        world.met(0, 8, "2026-10-12");
        world.publishClosed();
        QVERIFY(world.published(world.district).empty());
    }
};

QTEST_GUILESS_MAIN(TestServerThemes)
#include "tst_server_themes.moc"
