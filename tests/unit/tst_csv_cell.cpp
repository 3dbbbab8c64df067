// SPDX-License-Identifier: Apache-2.0
#include "src/domain/csv_cell.h"

#include <QTest>

class TestCsvCell : public QObject {
    Q_OBJECT

private slots:
    void aCellIsNoFormula_data();
    void aCellIsNoFormula();
    void aRowEndsWithALineBreak();
};

void TestCsvCell::aCellIsNoFormula_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("cell");
    const auto row = [](const char *name, const char *text, const char *cell) {
        QTest::newRow(name) << std::string(text) << std::string(cell);
    };
    row("words", "Ms Rivera", R"("Ms Rivera")");
    row("nothing", "", R"("")");
    row("equals", "=1+1", R"("'=1+1")");
    row("plus", "+1", R"("'+1")");
    row("minus", "-5", R"("'-5")");
    row("at", "@SUM(A1)", "\"'@SUM(A1)\"");
    row("tab", "\t=1", "\"'\t=1\"");
    row("carriage return", "\r=1", "\"'\r=1\"");
    row("line feed", "\n=1", "\"'\n=1\"");
    row("in the middle", "a=b", R"("a=b")");
    row("an apostrophe stays", "'tis", R"("'tis")");
    row("quotes are doubled", "say \"yes\"", R"("say ""yes""")");
    row("a formula in quotes", "=\"a\"", R"("'=""a""")");
    row("a comma and a line break", "a,b\r\nc", "\"a,b\r\nc\"");
    row("accents", "Núñez", R"("Núñez")");
}

void TestCsvCell::aCellIsNoFormula()
{
    QFETCH(std::string, text);
    QFETCH(std::string, cell);
    QCOMPARE(domain::csvCell(text), cell);
}

void TestCsvCell::aRowEndsWithALineBreak()
{
    QCOMPARE(domain::csvRow({ "a", "", "=b" }), std::string("\"a\",\"\",\"'=b\"\r\n"));
    QCOMPARE(domain::csvRow({ "", "a" }), std::string("\"\",\"a\"\r\n"));
    QCOMPARE(domain::csvRow({}), std::string("\r\n"));
}

QTEST_GUILESS_MAIN(TestCsvCell)
#include "tst_csv_cell.moc"
