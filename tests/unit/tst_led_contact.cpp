// SPDX-License-Identifier: Apache-2.0
#include "src/domain/led_contact.h"
#include "tests/unit/academy_of_facts.h"

#include <QTest>

/// Contacts that the school's lead held or enters.
class TestLedContact : public QObject {
    Q_OBJECT

private slots:
    void whoLeadsAPair()
    {
        AcademyOfFacts academy;
        const auto leads = [&](const char *person) {
            return domain::leadsPair(academy.id(person), *academy.facts.match(academy.id("match")), academy.facts,
                                     academy.today);
        };
        QVERIFY(leads("SL"));
        for (const auto *person : { "MT", "BT", "ST", "PR", "DL", "SE" })
            QVERIFY2(!leads(person), person);
        academy.matchWith("SL", "BT", cadre::v1::MATCH_STATUS_ACTIVE, "");
        QVERIFY(!leads("SL"));
    }

    void whoMayBeNamed_data()
    {
        QTest::addColumn<QString>("writer");
        QTest::addColumn<QString>("mentor");
        QTest::addColumn<QString>("enteredBy");
        QTest::addColumn<bool>("may");
        QTest::newRow("the mentor's own") << "MT"
                                          << "MT"
                                          << "" << true;
        QTest::newRow("the lead held it") << "SL"
                                          << "SL"
                                          << "" << true;
        QTest::newRow("the lead for the mentor") << "SL"
                                                 << "MT"
                                                 << "SL" << true;
        QTest::newRow("the lead as if the mentor had") << "SL"
                                                       << "MT"
                                                       << "" << false;
        QTest::newRow("the mentor as if the lead had") << "MT"
                                                       << "MT"
                                                       << "SL" << false;
        QTest::newRow("for somebody who is not the mentor") << "SL"
                                                            << "ST"
                                                            << "SL" << false;
        QTest::newRow("she held it and entered it") << "SL"
                                                    << "SL"
                                                    << "SL" << true;
        QTest::newRow("in another's name") << "SL"
                                           << "SL"
                                           << "ST" << false;
        QTest::newRow("the mentor for herself") << "MT"
                                                << "MT"
                                                << "MT" << true;
    }

    void whoMayBeNamed()
    {
        QFETCH(QString, writer);
        QFETCH(QString, mentor);
        QFETCH(QString, enteredBy);
        AcademyOfFacts academy;
        const auto id = [&](const QString &name) { return academy.id(name.toStdString()); };
        cadre::v1::CheckIn checkIn;
        checkIn.set_mentor(id(mentor).text());
        if (!enteredBy.isEmpty())
            checkIn.set_entered_by(id(enteredBy).text());
        QTEST(domain::mayEnter(checkIn, id(writer), *academy.facts.match(academy.id("match"))), "may");
    }
};

QTEST_GUILESS_MAIN(TestLedContact)
#include "tst_led_contact.moc"
