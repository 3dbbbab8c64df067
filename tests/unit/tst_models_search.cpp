// SPDX-License-Identifier: Apache-2.0
#include "src/models/search_model.h"
#include "src/models/search_hits.h"
#include "tests/unit/tst_models_world.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <utility>

namespace {

QStringList all(const SearchModel &model, const QByteArray &role)
{
    QStringList values;
    for (int row = 0; row < model.count(); ++row)
        values.append(model.valueAt(row, role).toString());
    return values;
}

engine::Passage passage(const std::string &text, const std::string &mark)
{
    const auto at = text.find(mark);
    return { nullptr, text, { { at, at + mark.size() } } };
}

} // namespace

/// What the search page shows.
class TestModelsSearch : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_small = std::make_unique<SmallAcademy>();
        m_academy = m_small->open(SmallAcademy::Mentor);
    }
    void cleanup()
    {
        m_academy.reset();
        m_small.reset();
    }

    void findsPeopleAndOpensHerTeacher()
    {
        SearchModel model;
        const QAbstractItemModelTester tester(&model);
        search(model, "rivera");
        QCOMPARE(all(model, "title"), QStringList { "Elena Rivera" });
        QCOMPARE(all(model, "heading"), QStringList { "People" });
        QCOMPARE(all(model, "route"), QStringList { "teacher" });
        QCOMPARE(all(model, "target"), QStringList { m_small->matchId() });
        // A colleague has no page.
        search(model, "reyes");
        QCOMPARE(all(model, "title"), QStringList { "Dana Reyes" });
        QCOMPARE(all(model, "route"), QStringList { "" });
    }

    void opensTheMilestoneThatHasTheWord()
    {
        SearchModel model;
        search(model, "applic");
        QCOMPARE(all(model, "target"), QStringList { QString::fromStdString(m_small->applications.text()) });
        QCOMPARE(all(model, "route"), QStringList { "milestone" });
        // The title says it already.
        QCOMPARE(all(model, "title"), QStringList { "Mentor applications reviewed" });
        QCOMPARE(all(model, "passage"), QStringList { "" });
    }

    void showsTheWordsThatMatch()
    {
        SearchModel model;
        search(model, "exit tick");
        QCOMPARE(all(model, "title"), QStringList { "With Ms Rivera" });
        QCOMPARE(all(model, "passage"), QStringList { "Try the <b>exit</b> <b>ticket</b>" });
        QCOMPARE(all(model, "plainPassage"), QStringList { "Try the exit ticket" });
    }

    void whatWasAddedOpensItsCheckIn()
    {
        m_academy->save(
            this,
            [small = m_small.get()](engine::Device &device) {
                auto form = device.openNew("Addendum", small->pair());
                auto added = std::make_shared<v1::Addendum>();
                added->set_check_in(small->checkIn.text());
                added->set_author(small->persons[SmallAcademy::Mentor].text());
                added->set_body("Kingfishers nest there");
                added->set_at(device.now());
                auto before = device.openNew("Amendment", small->pair());
                auto amendment = std::make_shared<v1::Amendment>();
                amendment->set_check_in(small->checkIn.text());
                amendment->set_author(small->persons[SmallAcademy::Mentor].text());
                amendment->set_at(device.now());
                amendment->set_part("works");
                amendment->set_before("Kingfishers sing");
                device.save({ { &form, added }, { &before, amendment } });
            },
            {}, [](const QString &sentence) { QFAIL(qPrintable(sentence)); });
        SearchModel model;
        // What a correction took away is not found.
        search(model, "kingfishers");
        QCOMPARE(all(model, "plainPassage"), QStringList { "Kingfishers nest there" });
        QCOMPARE(all(model, "title"), QStringList { "With Ms Rivera" });
        QCOMPARE(all(model, "route"), QStringList { "held" });
        QCOMPARE(all(model, "target"), QStringList { QString::fromStdString(m_small->checkIn.text()) });
    }

    void nothingIsAskedWithoutWords()
    {
        SearchModel model;
        search(model, "applic");
        QVERIFY(model.count() > 0 && model.answered());
        search(model, " ");
        QCOMPARE(model.count(), 0);
        QVERIFY(!model.answered());
        search(model, "zzz");
        QCOMPARE(model.count(), 0);
        QVERIFY(model.answered());
    }

    void theLastWordsCount()
    {
        SearchModel model;
        model.setAcademy(m_academy.get());
        for (const char *typed : { "a", "ap", "rivera", "re", "reyes" }) {
            model.setText(typed);
            QCoreApplication::processEvents();
        }
        SmallAcademy::settle(*m_academy);
        QCOMPARE(all(model, "title"), QStringList { "Dana Reyes" });
    }

    void idsAreNotShown()
    {
        SearchModel model;
        search(model, "a");
        QVERIFY(model.count() > 0);
        for (const char *role : { "heading", "title", "passage", "plainPassage", "day" }) {
            for (const auto &value : all(model, role))
                QVERIFY2(!value.contains("-7000-"), qPrintable(value));
        }
    }

    void whatWasJustSavedIsFound()
    {
        SearchModel model;
        search(model, "kingfisher");
        QCOMPARE(model.count(), 0);
        m_academy->save(
            this,
            [place = m_small->district()](engine::Device &device) {
                auto form = device.openNew("Organization", { .kind = v1::SCOPE_KIND_PEOPLE, .key = place.key });
                auto school = std::make_shared<v1::Organization>();
                school->set_kind(v1::ORGANIZATION_KIND_SCHOOL);
                school->set_name("Kingfisher School");
                device.save({ { &form, school } });
            },
            {}, [](const QString &sentence) { QFAIL(qPrintable(sentence)); });
        SmallAcademy::settle(*m_academy);
        QCOMPARE(all(model, "title").size(), 1);
    }

    void showsMoreWhenAsked()
    {
        m_academy->save(
            this,
            [place = m_small->district()](engine::Device &device) {
                for (int i = 0; i < 9; ++i) {
                    auto form = device.openNew("ImplementationPlan", place);
                    auto plan = std::make_shared<v1::ImplementationPlan>();
                    plan->set_org(place.key.text());
                    plan->set_title("Kingfisher " + std::to_string(i));
                    plan->set_status(v1::PLAN_STATUS_ACTIVE);
                    device.save({ { &form, plan } });
                }
            },
            {}, [](const QString &sentence) { QFAIL(qPrintable(sentence)); });
        SearchModel model;
        search(model, "kingfisher");
        QCOMPARE(model.count(), 6);
        QVERIFY(model.hasMore());
        model.showMore();
        SmallAcademy::settle(*m_academy);
        QCOMPARE(model.count(), 9);
        QVERIFY(!model.hasMore());
    }

    void aPassageIsCutAroundItsWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("styled");
        QTest::newRow("short") << "She <asks> more"
                               << "She &lt;<b>asks</b>&gt; more";
        QTest::newRow("letters of two bytes") << "Añadió años, asks"
                                              << "Añadió años, <b>asks</b>";
        const QString long40 = QString("words ").repeated(40);
        QTest::newRow("in the middle") << long40 + "asks " + long40
                                       << "… " + QString("words ").repeated(5) + "<b>asks</b> "
                + QString("words ").repeated(12).trimmed() + " …";
    }

    void aPassageIsCutAroundItsWord()
    {
        QFETCH(QString, text);
        QFETCH(QString, styled);
        QCOMPARE(models::styledPassage(passage(text.toStdString(), "asks")), styled);
        QCOMPARE(models::plainPassage(passage(text.toStdString(), "asks")),
                 QString(styled).remove("<b>").remove("</b>").replace("&lt;", "<").replace("&gt;", ">"));
    }

private:
    void search(SearchModel &model, const QString &text)
    {
        model.setAcademy(m_academy.get());
        model.setText(text);
        SmallAcademy::settle(*m_academy);
    }

    std::unique_ptr<SmallAcademy> m_small;
    std::unique_ptr<Academy> m_academy;
};

QTEST_GUILESS_MAIN(TestModelsSearch)
#include "tst_models_search.moc"
