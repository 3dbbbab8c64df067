// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_server_world.h"

#include "src/domain/contact_time.h"
#include "src/domain/monthly_statement.h"
#include "sync/merge/change.h"
#include "sync/server/derived.h"
#include "src/domain/policy.h"
#include "cadre/v1/check_in.pb.h"

#include <QTest>

namespace {

/// Check-ins and answers written, changed and taken away at random; some of it rolled back.
class Meetings {
public:
    ServerWorld world;

    void step()
    {
        server::Work work(world.academy);
        const auto count = 1 + draw(3);
        for (std::uint64_t i = 0; i < count; ++i) {
            act();
        }
        if (draw(5) != 0) {
            work.commit();
        } else {
            m_ids.resize(m_kept);
        }
        m_kept = m_ids.size();
    }

    /// What the months add up to, from all that is there.
    [[nodiscard]] std::map<domain::Month, domain::ContactTotal> expected()
    {
        std::vector<std::pair<std::string, cadre::v1::CheckIn>> checkIns;
        for (const auto &one : world.academy.records().list({ .type = "CheckIn", .scope = world.pairLog() })) {
            checkIns.emplace_back(one.key.id.text(), static_cast<const cadre::v1::CheckIn &>(*one.message));
        }
        std::vector<cadre::v1::Acknowledgement> answers;
        for (const auto &one : world.academy.records().list({ .type = "Acknowledgement", .scope = world.pairLog() })) {
            answers.push_back(static_cast<const cadre::v1::Acknowledgement &>(*one.message));
        }
        return domain::monthTotals(domain::contactsOf(checkIns, answers));
    }

    /// What the server wrote of a month: minutes and meetings.
    [[nodiscard]] std::pair<int, int> written(const domain::Month &month)
    {
        const auto total = world.stored<cadre::v1::PairMonth>(
            ServerWorld::scope(cadre::v1::SCOPE_KIND_DISTRICT_TEAM, world.district), "PairMonth",
            server::Derived::idOf("PairMonth", world.match, month.text()));
        return total ? std::pair { total->minutes(), total->sessions() } : std::pair { 0, 0 };
    }

private:
    std::uint64_t draw(std::uint64_t below)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return (m_state >> 33) % below;
    }

    void act()
    {
        auto &author = world.academy.author();
        const auto kind = draw(10);
        if (m_ids.empty() || kind < 4) {
            m_ids.push_back(world.id());
        }
        const auto &id = m_ids[draw(m_ids.size())];
        if (kind == 8) {
            author.remove(world.pairLog(), "CheckIn", id, world.mentor, world.now);
        } else if (kind == 9) {
            cadre::v1::Acknowledgement answer;
            answer.set_check_in(id.text());
            answer.set_result(cadre::v1::CONFIRMATION_TIME_DIFFERS);
            answer.set_minutes(static_cast<int>(draw(30)));
            answer.set_at(world.now);
            author.write(world.pairLog(), "Acknowledgement", world.id(), answer, world.teacher, world.now);
        } else {
            auto checkIn = world.checkIn(static_cast<int>(10 + draw(60)));
            checkIn.set_on("2026-" + std::string(draw(2) == 0 ? "10" : "11") + "-1" + std::to_string(draw(10)));
            checkIn.set_status(draw(4) == 0 ? cadre::v1::CHECK_IN_STATUS_VOID : cadre::v1::CHECK_IN_STATUS_RECORDED);
            author.write(world.pairLog(), "CheckIn", id, checkIn, world.mentor, world.now);
        }
        ++world.now;
    }

    std::uint64_t m_state = 7;
    std::vector<record::Uuid> m_ids;
    std::size_t m_kept = 0;
};

} // namespace

class TestServerTotals : public QObject {
    Q_OBJECT

private slots:
    void areThoseOfAllCheckIns();
    void ofAMonthThatBothHaveSignedAreTheSchools();
};

void TestServerTotals::areThoseOfAllCheckIns()
{
    Meetings meetings;
    for (int step = 0; step < 60; ++step) {
        meetings.step();
        const auto expected = meetings.expected();
        for (const auto &month : { domain::Month { 2026, 10 }, domain::Month { 2026, 11 } }) {
            const auto found = expected.find(month);
            const auto sum = found == expected.end() ? std::pair { 0, 0 }
                                                     : std::pair { found->second.minutes, found->second.sessions };
            QVERIFY2(meetings.written(month) == sum, ("step " + std::to_string(step)).c_str());
        }
    }
}

void TestServerTotals::ofAMonthThatBothHaveSignedAreTheSchools()
{
    ServerWorld world;
    const domain::StatementPair pair { world.match.text(), world.mentor.text(), world.teacher.text() };
    domain::ContactTotal total;
    total.minutes = 75;
    total.sessions = 2;
    const auto sign = [&](const record::Uuid &person) {
        server::Work work(world.academy);
        world.academy.author().write(world.pairLog(), "StatementSignature", world.id(),
                                     domain::signatureOf(pair, { 2026, 11 }, total, person.text(), world.now), person,
                                     world.now);
        work.commit();
    };
    const auto statement = [&] {
        return world.stored<cadre::v1::MonthlyStatement>(
            ServerWorld::scope(cadre::v1::SCOPE_KIND_SCHOOL_ADMIN, world.school), "MonthlyStatement",
            server::Derived::idOf("MonthlyStatement", world.match, "2026-11"));
    };
    sign(world.mentor);
    QVERIFY(!statement());
    sign(world.teacher);
    QVERIFY(statement());
    QCOMPARE(statement()->minutes(), 75);
    QCOMPARE(statement()->teacher(), world.teacher.text());
}

QTEST_GUILESS_MAIN(TestServerTotals)
#include "tst_server_totals.moc"
