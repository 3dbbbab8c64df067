// SPDX-License-Identifier: Apache-2.0
#include "src/domain/suppression.h"

#include <QTest>

#include <map>
#include <set>

using namespace domain;
using Shown = ThemeCell::Shown;

namespace {

ThemeGroup group(const char *key, int teachers, int count)
{
    return { key, teachers, { { "feedback", count } } };
}

/// What somebody reads of one theme: groups in their order, then all.
std::vector<std::pair<int, int>> readOf(const std::vector<int> &teachers, const std::vector<int> &counts)
{
    std::vector<ThemeGroup> groups;
    for (std::size_t i = 0; i < teachers.size(); ++i) {
        groups.push_back(group(std::to_string(i).c_str(), teachers[i], counts[i]));
    }
    const auto published = publish(groups);
    std::vector<std::pair<int, int>> read;
    const auto take = [&](const PublishedGroup &one) {
        const auto cell = one.themes.find("feedback");
        read.push_back(cell == one.themes.end()
                           ? std::pair { -1, 0 }
                           : std::pair { static_cast<int>(cell->second.shown), cell->second.count });
    };
    for (const auto &one : published.groups) {
        take(one);
    }
    take(published.all);
    return read;
}

bool isExact(const std::pair<int, int> &cell)
{
    return cell.first == static_cast<int>(Shown::Exactly);
}

} // namespace

class TestSuppression : public QObject {
    Q_OBJECT

private slots:
    void oneGroupTellsWhatItsSizeAllows_data();
    void oneGroupTellsWhatItsSizeAllows();
    void aGroupThatIsTooSmallIsToldWithTheOthersAlone();
    void aSecondGroupGoesWithTheOnlyOneThatIsHidden();
    void twoSmallNumbersThatTheirSumWouldTellAreNotTold();
    void noNumberThatIsNotToldCanBeWorkedOut();
};

void TestSuppression::oneGroupTellsWhatItsSizeAllows_data()
{
    QTest::addColumn<int>("teachers");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("shown");
    const auto row = [](int teachers, int count, Shown shown) {
        QTest::addRow("%d of %d", count, teachers) << teachers << count << static_cast<int>(shown);
    };
    row(4, 2, Shown::Hidden);
    row(5, 0, Shown::FewerThanThree);
    row(5, 2, Shown::FewerThanThree);
    row(5, 3, Shown::NearlyAll); // Exact numbers start at six.
    row(6, 3, Shown::Exactly);
    row(6, 4, Shown::NearlyAll);
    row(20, 2, Shown::FewerThanThree);
    row(20, 3, Shown::Exactly);
    row(20, 17, Shown::Exactly);
    row(20, 18, Shown::NearlyAll);
    row(20, 20, Shown::NearlyAll);
}

void TestSuppression::oneGroupTellsWhatItsSizeAllows()
{
    QFETCH(int, teachers);
    QFETCH(int, count);
    QFETCH(int, shown);
    const auto published = publish({ group("school", teachers, count) });
    const auto &themes = published.all.themes;
    QCOMPARE(themes.empty() ? 0 : static_cast<int>(themes.at("feedback").shown), shown);
    QCOMPARE(themes.empty() ? 0 : themes.at("feedback").count, shown == static_cast<int>(Shown::Exactly) ? count : 0);
}

void TestSuppression::aGroupThatIsTooSmallIsToldWithTheOthersAlone()
{
    const auto published =
        publish({ group("small", 4, 2), group("little", 3, 1), group("large", 20, 8), group("larger", 30, 9) });
    QCOMPARE(published.all.teachers, 57);
    QCOMPARE(published.all.themes.at("feedback"), (ThemeCell { Shown::Exactly, 20 }));
    QCOMPARE(published.groups.at(0), (PublishedGroup { "small", 0, {} }));
    QCOMPARE(published.groups.at(1), (PublishedGroup { "little", 0, {} }));
    QCOMPARE(published.groups.at(2).themes.at("feedback"), (ThemeCell { Shown::Exactly, 8 }));
}

void TestSuppression::aSecondGroupGoesWithTheOnlyOneThatIsHidden()
{
    const auto published = publish({ group("small", 4, 2), group("large", 20, 8), group("larger", 30, 9) });
    QVERIFY(published.groups.at(0).themes.empty());
    QVERIFY(published.groups.at(1).themes.empty());
    QCOMPARE(published.groups.at(2).themes.at("feedback"), (ThemeCell { Shown::Exactly, 9 }));
}

void TestSuppression::twoSmallNumbersThatTheirSumWouldTellAreNotTold()
{
    // 9 in all, of which 5 are told: four among two who say "fewer than three" would be two each.
    const auto published = publish({ group("a", 10, 2), group("b", 10, 2), group("c", 10, 5) });
    QCOMPARE(published.groups.at(2).themes.at("feedback").shown, Shown::Hidden);
    QCOMPARE(published.all.themes.at("feedback"), (ThemeCell { Shown::Exactly, 9 }));
}

/// Every set of numbers that three schools can have, by what is read of it. Whoever knows the rules and the sizes of
/// the schools can't tell a number that is not told exactly.
void TestSuppression::noNumberThatIsNotToldCanBeWorkedOut()
{
    int told = 0;
    for (const auto &teachers :
         { std::vector { 5, 6, 7 }, { 6, 6, 6 }, { 4, 8, 8 }, { 3, 4, 9 }, { 8, 9, 10 }, { 2, 9, 9 }, { 12, 5, 5 } }) {
        std::map<std::vector<std::pair<int, int>>, std::vector<std::set<int>>> possible;
        for (int a = 0; a <= teachers[0]; ++a) {
            for (int b = 0; b <= teachers[1]; ++b) {
                for (int c = 0; c <= teachers[2]; ++c) {
                    auto &values = possible[readOf(teachers, { a, b, c })];
                    values.resize(3);
                    values[0].insert(a);
                    values[1].insert(b);
                    values[2].insert(c);
                }
            }
        }
        for (const auto &[read, values] : possible) {
            for (std::size_t i = 0; i < 3; ++i) {
                told += isExact(read[i]) ? 1 : 0;
                QVERIFY2(isExact(read[i]) == (values[i].size() == 1),
                         qPrintable(QStringLiteral("school %1 of %2, %3, %4 gives away %5; all says %6 %7")
                                        .arg(i)
                                        .arg(teachers[0])
                                        .arg(teachers[1])
                                        .arg(teachers[2])
                                        .arg(*values[i].begin())
                                        .arg(read[3].first)
                                        .arg(read[3].second)));
            }
        }
    }
    QVERIFY(told > 100);
}

QTEST_GUILESS_MAIN(TestSuppression)
#include "tst_suppression.moc"
