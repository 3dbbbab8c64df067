// SPDX-License-Identifier: Apache-2.0
#include "src/domain/sanctioned_time_record.h"

#include <QTest>

using domain::promiseOf;

namespace {

cadre::v1::SanctionedTimePolicy record(cadre::v1::TimeUnit unit, int minutes)
{
    cadre::v1::SanctionedTimePolicy policy;
    policy.set_unit(unit);
    policy.set_minutes(minutes);
    return policy;
}

} // namespace

class TestSanctionedTimeRecord : public QObject {
    Q_OBJECT

private slots:
    void eachUnitIsReadAsItself()
    {
        using domain::PolicyUnit;
        const std::vector<std::pair<cadre::v1::TimeUnit, PolicyUnit>> units {
            { cadre::v1::TIME_UNIT_WEEK, PolicyUnit::Week },
            { cadre::v1::TIME_UNIT_MONTH, PolicyUnit::Month },
            { cadre::v1::TIME_UNIT_YEAR, PolicyUnit::Year },
            { cadre::v1::TIME_UNIT_TOTAL, PolicyUnit::Total },
        };
        for (const auto &[unit, expected] : units) {
            const auto promise = promiseOf(record(unit, 60));
            QVERIFY(promise);
            QCOMPARE(promise->unit, expected);
            QCOMPARE(promise->minutes, 60);
        }
    }

    void anIncompleteOrUnknownPromiseCountsForNothing()
    {
        cadre::v1::SanctionedTimePolicy incomplete;
        incomplete.set_unit(cadre::v1::TIME_UNIT_WEEK);
        QVERIFY(!promiseOf(incomplete));
        QVERIFY(!promiseOf(record(cadre::v1::TIME_UNIT_UNSPECIFIED, 60)));
        QVERIFY(!promiseOf(record(static_cast<cadre::v1::TimeUnit>(99), 60)));
    }

    void aPromiseOfNoMinutesIsStillAPromise()
    {
        const auto promise = promiseOf(record(cadre::v1::TIME_UNIT_WEEK, 0));
        QVERIFY(promise);
        QCOMPARE(promise->minutes, 0);
    }

    void aPhaseAtTheStartNeedsItsWeeksAndItsMinutes()
    {
        auto policy = record(cadre::v1::TIME_UNIT_WEEK, 60);
        policy.set_phase_weeks(4);
        QVERIFY(!promiseOf(policy)->phaseWeeks);
        policy.set_phase_minutes(120);
        QCOMPARE(promiseOf(policy)->phaseWeeks, std::optional(4));
        QCOMPARE(promiseOf(policy)->phaseMinutes, std::optional(120));
    }

    void whatThePairAgreedComesBeforeThePolicyInForce()
    {
        const auto day = *domain::parseDay("2026-11-30");
        const auto from = [](int minutes, const char *first, const char *last = "") {
            auto policy = record(cadre::v1::TIME_UNIT_WEEK, minutes);
            policy.set_from(first);
            policy.set_to(last);
            return policy;
        };
        const std::vector policies { from(60, "2026-08-01"), from(90, "2026-11-30"), from(120, "2026-12-01"),
                                     from(150, "2026-11-30", "2026-11-29") };
        QVERIFY(!domain::promiseFor(0, {}, day));
        QVERIFY(!domain::promiseFor(0, { policies[2] }, day));
        QCOMPARE(domain::promiseFor(0, policies, day)->minutes, 90);
        QCOMPARE(domain::promiseFor(180, policies, day)->minutes, 180);
        QCOMPARE(domain::promiseFor(180, policies, day)->unit, domain::PolicyUnit::Month);
    }

    void whatLimitsAPromiseIsCarriedOver()
    {
        auto policy = record(cadre::v1::TIME_UNIT_YEAR, 2400);
        QVERIFY(!promiseOf(policy)->weeks && !promiseOf(policy)->prorate && !promiseOf(policy)->protectedOnly);
        policy.set_weeks(30);
        policy.set_prorate(true);
        policy.set_protected_only(true);
        policy.add_counts(cadre::v1::ACTIVITY_OBSERVING);
        const auto promise = promiseOf(policy);
        QCOMPARE(promise->weeks, std::optional(30));
        QVERIFY(promise->prorate && promise->protectedOnly);
        QVERIFY(promise->counts == std::set { cadre::v1::ACTIVITY_OBSERVING });
    }
};

QTEST_GUILESS_MAIN(TestSanctionedTimeRecord)
#include "tst_sanctioned_time_record.moc"
