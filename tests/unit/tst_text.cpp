// SPDX-License-Identifier: Apache-2.0
// The meta-object compiler of Qt 6.4 stops at some standard headers.
#ifndef Q_MOC_RUN
#include "sync/merge/text.h"

#include <random>
#endif

#include <QTest>

namespace {

const std::string base = "Talk about the seating plan, then look at the exit tickets together.";

std::optional<std::string> merged(const std::string &one, const std::string &other)
{
    const auto result = merge::mergeTexts(base, { one, other });
    if (result != merge::mergeTexts(base, { other, one })) {
        return "the order mattered";
    }
    return result;
}

} // namespace

class TestText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mergesWhatLiesApart()
    {
        QCOMPARE(merged("Talk about the new seating plan, then look at the exit tickets together.",
                        "Talk about the seating plan, then look at the exit tickets alone."),
                 std::optional<std::string>("Talk about the new seating plan, then look at the exit tickets alone."));
    }

    void leavesTheSameWordsToAPerson()
    {
        QVERIFY(!merged("Talk about the reading plan, then look at the exit tickets together.",
                        "Talk about the writing plan, then look at the exit tickets together."));
        QVERIFY(!merge::mergeTexts(base, { base + " On Monday.", base + " On Tuesday." }));
    }

    void leavesWordsBesideEachOtherToAPerson()
    {
        QVERIFY(!merged("Talk about the reading plan, then look at the exit tickets together.",
                        "Talk about the seating chart, then look at the exit tickets together."));
    }

    void theSameEditTwiceIsOne()
    {
        const std::string both = "Talk about the seating plan, then look at the books together.";
        QCOMPARE(merged(both, both), std::optional<std::string>(both));
        // The same words changed alike, and others apart from them.
        QCOMPARE(merged(both, "Please talk about the seating plan, then look at the books together."),
                 std::optional<std::string>("Please talk about the seating plan, then look at the books together."));
        QCOMPARE(merged(both, base), std::optional<std::string>(both));
    }

    void takesWordsAwayAndKeepsLetters()
    {
        QCOMPARE(merged("Talk, then look at the exit tickets together.",
                        "Talk about the seating plan, then look at the exit tickets — für März."),
                 std::optional<std::string>("Talk, then look at the exit tickets — für März."));
        QCOMPARE(merged("Talk about the seating plan, then the exit tickets together.",
                        "Über the seating plan, then look at the exit tickets together."),
                 std::optional<std::string>("Über the seating plan, then the exit tickets together."));
    }

    void threeTextsInAnyOrderAreOne()
    {
        std::mt19937 random(7);
        const std::vector<std::string> words { "a ", "b ", "c ", "d ", "e ", "f ", "g ", "h ", "i ", "j " };
        std::string start;
        for (const auto &word : words) {
            start += word;
        }
        int mergedOnce = 0;
        for (int trial = 0; trial < 300; ++trial) {
            std::vector<std::string> texts;
            for (int t = 0; t < 3; ++t) {
                std::string text;
                const auto place = random() % words.size();
                for (std::size_t i = 0; i < words.size(); ++i) {
                    text += i == place ? "new" + std::to_string(t) + " " : words[i];
                }
                texts.push_back(text);
            }
            const auto result = merge::mergeTexts(start, texts);
            do {
                QCOMPARE(merge::mergeTexts(start, texts), result);
            } while (std::next_permutation(texts.begin(), texts.end()));
            if (result) {
                ++mergedOnce;
                for (const auto *added : { "new0", "new1", "new2" }) {
                    QVERIFY(result->find(added) != std::string::npos);
                }
            }
        }
        QVERIFY(mergedOnce > 20);
    }

    void anEmptyTextIsAText()
    {
        QCOMPARE(merge::mergeTexts("", { "" }), std::optional<std::string>(""));
        QVERIFY(!merge::mergeTexts("", { "one", "two" }));
        QCOMPARE(merge::mergeTexts(base, { "", base }), std::optional<std::string>(""));
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
