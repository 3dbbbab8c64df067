// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/search.h"
#include "sync/host/host.h"
#include "sync/store/database.h"
#include "cadre/v1/plan.pb.h"
#include "tests/sync/milestones.h"
#include "tests/sync/world.h"

#include <QFile>
#include <QTest>

namespace {

using Titles = std::vector<std::string>;

/// A device that holds milestones, and what it finds among them.
struct Office {
    World world;

    Office()
    {
        for (std::size_t device : { 0, 1 }) {
            world.addDevice();
            // Debian's SQLite overwrites what it frees, others do not.
            world.database(device).run("PRAGMA secure_delete = OFF");
        }
    }

    store::RecordKey add(const std::string &title, std::size_t device = 0)
    {
        world.now += 2000;
        auto form = world.device(device).openNew("Milestone", world.district);
        world.device(device).save({ { &form, milestone(title) } });
        return form.key;
    }

    void edit(const store::RecordKey &key, const std::string &title)
    {
        world.now += 2000;
        auto form = world.device(0).open(key);
        world.device(0).save({ { &form, milestone(title) } });
    }

    void remove(const store::RecordKey &key)
    {
        auto form = world.device(0).open(key);
        world.device(0).save({ { &form, form.opened, true } });
    }

    void sync()
    {
        for (int i = 0; i < 4; ++i) {
            QVERIFY(world.sync(0).complete);
            QVERIFY(world.sync(1).complete);
        }
    }

    [[nodiscard]] Titles find(const std::string &text, std::size_t device = 0, int limit = -1)
    {
        engine::Search search(world.device(device));
        (void)search.follow();
        Titles titles;
        for (const auto &found : search.find(*world.device(device).catalogue().byName("Milestone"), text, limit)) {
            titles.push_back(dynamic_cast<const cadre::v1::Milestone &>(*found.message).title());
        }
        return titles;
    }

    /// A word as the index has it stands in the device's files.
    [[nodiscard]] bool isIndexed(const std::string &folded, std::size_t device)
    {
        for (const char *end : { "", "-wal" }) {
            QFile file(QString::fromStdString(world.path(device) + end));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(QByteArray::fromStdString(folded))) {
                return true;
            }
        }
        return false;
    }
};

// No table but the index holds it without its capitals.
constexpr auto mark = "QUETZALCOATLUS";
constexpr auto foldedMark = "quetzalcoatlus";

} // namespace

class TestSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsByWords()
    {
        Office office;
        office.add("Evaluación del primer año");
        for (const char *typed : { "evaluacion", "EVALUACIÓN", "evaluación", "eval", "e", "ano evaluacion",
                                   "  primer a", "evaluación,", "(primer) año", "\"primer\"", "evaluacio\xCC\x81n" }) {
            QVERIFY2(office.find(typed).size() == 1, typed);
        }
        for (const char *typed : { "valuacion", "evaluacion x", "eval primer", "", "  ", "*", "\"", "-", "AND",
                                   "evaluacion NOT primer", "title:primer", "\xFF" }) {
            QVERIFY2(office.find(typed).empty(), typed);
        }
    }

    void theLatestChangeComesFirst()
    {
        Office office;
        const auto first = office.add("plan one");
        office.add("plan two");
        office.add("plan three");
        QCOMPARE(office.find("plan"), (Titles { "plan three", "plan two", "plan one" }));
        office.edit(first, "plan one again");
        QCOMPARE(office.find("plan"), (Titles { "plan one again", "plan three", "plan two" }));
        QCOMPARE(office.find("plan", 0, 2), (Titles { "plan one again", "plan three" }));
    }

    void whatIsNotThereAnyMoreIsNotFound()
    {
        Office office;
        const auto edited = office.add("first words");
        const auto deleted = office.add("other words");
        QCOMPARE(office.find("words").size(), std::size_t(2));
        office.edit(edited, "later");
        office.remove(deleted);
        QVERIFY(office.find("words").empty());
        QCOMPARE(office.find("later"), Titles { "later" });
    }

    void marksTheWordsThatMatch()
    {
        Office office;
        office.add("Año nuevo, años viejos");
        engine::Search search(office.world.device(0));
        (void)search.follow();
        const auto found = search.find(*office.world.device(0).catalogue().byName("Milestone"), "nuevo an", 1);
        QCOMPARE(found.size(), std::size_t(1));
        const auto passage = search.passageOf(found.front(), "nuevo an");
        QCOMPARE(passage.field->name(), std::string("title"));
        Titles marked;
        for (const auto &[begin, end] : passage.marks) {
            marked.push_back(passage.text.substr(begin, end - begin));
        }
        QCOMPARE(marked, (Titles { "Año", "nuevo", "años" }));
    }

    void idsAndDaysAreNotWords()
    {
        Office office;
        const auto key = office.add("Mentors");
        QVERIFY(office.find("2026").empty());
        QVERIFY(office.find(key.id.text().substr(0, 8)).empty());
        QVERIFY(office.find("01900000").empty());
    }

    void goesOnWhereItWasKilled()
    {
        Office office;
        for (int i = 0; i < 10; ++i) {
            office.add("step " + std::to_string(i));
        }
        {
            engine::Search search(office.world.device(0));
            QVERIFY(!search.follow(4));
        }
        QCOMPARE(engine::Search(office.world.device(0))
                     .find(*office.world.device(0).catalogue().byName("Milestone"), "step", -1)
                     .size(),
                 std::size_t(4));
        {
            // What was not committed is as if it had not been begun.
            store::Rehearsal killed(office.world.database(0));
            engine::Search search(office.world.device(0));
            (void)search.follow();
        }
        office.world.reopen(0);
        QCOMPARE(office.find("step").size(), std::size_t(10));
    }

    void whatOthersWroteIsFoundAfterTheRound()
    {
        Office office;
        office.add("from elsewhere", 1);
        QVERIFY(office.find("elsewhere").empty());
        office.sync();
        QCOMPARE(office.find("elsewhere"), Titles { "from elsewhere" });
    }

    void aTwiceGivenRowIsFound()
    {
        // The server refuses the last row that the index holds, and the next record takes its number.
        Office office;
        office.add("kept");
        office.sync();
        office.world.rules.refuseNext = "Not now.";
        office.add("refused");
        QCOMPARE(office.find("refused").size(), std::size_t(1));
        QVERIFY(office.world.sync(0).complete);
        office.add("taken");
        QVERIFY(office.find("refused").empty());
        QCOMPARE(office.find("taken"), Titles { "taken" });
        QCOMPARE(office.find("kept"), Titles { "kept" });
    }

    void ofAPlaceThatWasLeftNoWordStays()
    {
        Office office;
        office.add(mark);
        office.sync();
        QCOMPARE(office.find(foldedMark, 1).size(), std::size_t(1));
        QVERIFY(office.isIndexed(foldedMark, 1));
        office.world.rules.left.insert({ office.world.person(1), office.world.district });
        QVERIFY(office.world.sync(1).complete);
        QVERIFY(office.find(foldedMark, 1).empty());
        // What the log still held is brought into the file when the last connection closes.
        office.world.reopen(1);
        QVERIFY(!office.isIndexed(foldedMark, 1));
        QCOMPARE(office.find(foldedMark, 0).size(), std::size_t(1));
    }

    void ofAnErasedRecordNoWordStays()
    {
        Office office;
        office.add("another");
        const auto key = office.add(mark);
        office.sync();
        for (std::size_t device : { 0, 1 }) {
            QCOMPARE(office.find(foldedMark, device).size(), std::size_t(1));
        }
        QVERIFY(office.world.server().erase(key, "request").has_value());
        office.sync();
        for (std::size_t device : { 0, 1 }) {
            QVERIFY(!office.isIndexed(foldedMark, device));
            QVERIFY(office.find(foldedMark, device).empty());
            QCOMPARE(office.find("another", device).size(), std::size_t(1));
            QCOMPARE(office.world.device(device).check(), std::vector<std::string>());
        }
    }

    void ofARecordThatALateEditKeepsTheErasedWordsGo()
    {
        Office office;
        const auto key = office.add(mark);
        office.sync();
        QCOMPARE(office.find(foldedMark, 1).size(), std::size_t(1));
        auto form = office.world.device(1).open(key);
        auto late = milestone(mark);
        late->set_blocker("late words");
        office.world.device(1).save({ { &form, late } });
        QVERIFY(office.world.server().erase(key, "request").has_value());
        office.sync();
        QVERIFY(!office.isIndexed(foldedMark, 1));
        QCOMPARE(office.find("late", 1).size(), std::size_t(1));
    }

    void oldWordsDoNotGatherForEver()
    {
        Office office;
        const auto key = office.add("words");
        engine::Search search(office.world.device(0));
        store::Transaction together(office.world.database(0));
        for (int i = 0; i < 1100; ++i) {
            office.edit(key, "words " + std::to_string(i));
            (void)search.follow();
        }
        together.commit();
        store::Statement taken(office.world.database(0), "SELECT max(taken) FROM search_progress");
        QVERIFY(taken.step());
        QVERIFY(taken.integer(0) < 200);
        taken.reset();
        QCOMPARE(office.find("words"), Titles { "words 1099" });
    }

    void otherFieldsAreReadAnew()
    {
        Office office;
        office.add("words");
        QCOMPARE(office.find("words").size(), std::size_t(1));
        // As an app before this one left it, which searched other fields.
        office.world.database(0).run("UPDATE search_progress SET definition = '1 of another app'");
        office.world.reopen(0);
        QCOMPARE(office.find("words").size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
