// SPDX-License-Identifier: Apache-2.0
#include "sync/record/json.h"
#include "sync/record/validation.h"
#include "sync/server/seed/seed.h"

#include <QtTest>

#include <map>
#include <set>

namespace {

constexpr std::int64_t now = 1'795'190'400'000; // 2026-11-20T16:00:00Z

struct Written {
    record::ScopeId scope;
    std::string type;
    record::Uuid id;
    std::string json;
    std::int64_t at = 0;
    auto operator<=>(const Written &) const = default;
};

struct Planted {
    std::vector<seed::Account> accounts;
    std::vector<Written> records;
    std::vector<std::string> problems;
};

Planted plant(seed::Options options)
{
    options.now = options.now == 0 ? now : options.now;
    const auto catalogue = record::Catalogue::ofAcademy();
    Planted planted;
    planted.accounts = seed::plant(
        options, [&](const auto &scope, auto typeName, const auto &id, const auto &message, const auto &, auto at) {
            planted.records.push_back({ scope, std::string(typeName), id, record::toJson(message), at });
            for (const auto &problem : record::validate(message))
                planted.problems.push_back(planted.records.back().type + ": " + problem.sentence);
            const auto *type = catalogue.byName(typeName);
            if (!type || !type->livesIn(scope.kind))
                planted.problems.push_back(planted.records.back().type + " in " + scope.text());
        });
    return planted;
}

std::map<std::string, std::size_t> countsOf(const Planted &planted)
{
    std::map<std::string, std::size_t> counts;
    for (const auto &one : planted.records)
        ++counts[one.type];
    return counts;
}

} // namespace

class SeedTest : public QObject {
    Q_OBJECT

private slots:
    void isTheSameEveryTimeForASeed()
    {
        const auto first = plant({});
        QVERIFY(first.records == plant({}).records);
        QVERIFY(first.records != plant({ .seed = 2 }).records);
    }

    void holdsWhatADemoAcademyHas()
    {
        const auto planted = plant({});
        auto counts = countsOf(planted);
        QCOMPARE(counts["MentorMatch"], std::size_t(24));
        QCOMPARE(counts["Organization"], std::size_t(1 + 2 + 6 + 3));
        QCOMPARE(counts["ImplementationPlan"], std::size_t(3));
        QVERIFY(counts["Milestone"] >= 36);
        QVERIFY(counts["CheckIn"] > 200);
        for (const auto *type :
             { "CheckInDetail", "CheckInNote", "Acknowledgement", "ActionItem", "MilestoneRevision", "Comment" })
            QVERIFY2(counts[type] > 0, type);
    }

    void everyRecordIsValidInItsPlace()
    {
        for (const auto size : { seed::Size::Small, seed::Size::Medium }) {
            const auto planted = plant({ .size = size, .checkIns = 250 });
            QVERIFY2(planted.problems.empty(), planted.problems.empty() ? "" : planted.problems.front().c_str());
        }
    }

    void everyIdIsUsedOnce()
    {
        std::set<record::Uuid> ids;
        for (const auto &one : plant({ .size = seed::Size::Medium }).records)
            QVERIFY(ids.insert(one.id).second);
    }

    void nothingIsWrittenInTheFuture()
    {
        for (const auto &one : plant({ .checkIns = 300 }).records)
            QVERIFY2(one.at <= now, one.json.c_str());
    }

    void holdsOnAnyDayOfTheYear()
    {
        constexpr std::int64_t day = 24 * 3'600'000LL;
        for (int n = 0; n < 26; ++n) {
            const auto then = now + n * 15 * day;
            const auto planted = plant({ .checkIns = 120, .now = then });
            QVERIFY2(planted.problems.empty(), planted.problems.empty() ? "" : planted.problems.front().c_str());
            for (const auto &one : planted.records)
                QVERIFY2(one.at <= then, one.json.c_str());
        }
    }

    void everybodyHasAnAccountOfHerOwn()
    {
        std::set<std::string> logins;
        std::set<record::Uuid> persons;
        for (const auto &account : plant({}).accounts) {
            QVERIFY(logins.insert(account.login).second);
            QVERIFY(persons.insert(account.person).second);
            QVERIFY(!account.name.empty() && !account.role.empty());
        }
        for (const auto *login : { "mentor", "teacher", "lead", "principal", "district", "member", "state", "center",
                                   "partner", "organizer" })
            QVERIFY2(logins.contains(login), login);
    }

    void volumeIsSpreadOverPairsOfAHundred()
    {
        const auto planted = plant({ .checkIns = 1050 });
        std::map<record::ScopeId, std::size_t> places;
        for (const auto &one : planted.records)
            places[one.scope] += one.type == "CheckIn";
        QCOMPARE(std::count_if(places.begin(), places.end(), [](const auto &place) { return place.second == 100; }),
                 10);
        QCOMPARE(countsOf(planted)["CheckIn"], countsOf(plant({}))["CheckIn"] + 1050);
    }
};

QTEST_GUILESS_MAIN(SeedTest)
#include "tst_seed.moc"
