// SPDX-License-Identifier: Apache-2.0
#include "src/reports/paper.h"
#include "src/reports/words.h"
#include "src/reports/write.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace reports {

namespace {

constexpr Face titleFace { .points = 20, .isBold = true };
constexpr Face headingFace { .points = 13, .isBold = true };
constexpr Face bodyFace { .points = 10 };
constexpr Face quietFace { .points = 10, .isQuiet = true };
constexpr double gap = 12;
constexpr double smallGap = 4;
/// A heading stands on one page with its table's head and first row.
constexpr double roomBelowHeading = 90;
constexpr std::size_t columnsUpright = 6;

void addTable(Paper &paper, const Table &table, const QString &language)
{
    paper.addSpace(gap);
    paper.add("H2", table.heading, headingFace, roomBelowHeading);
    if (table.rows.empty()) {
        paper.add("P", Reports::tr("Nothing was recorded in this period."), quietFace);
        return;
    }
    paper.add("P", table.caption, quietFace);
    const double points = table.columns.size() > columnsUpright ? 8 : 9;
    std::vector<bool> isRight(table.columns.size());
    for (const auto &row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            isRight[i] = isRight[i] || isNumber(row[i]);
        }
    }
    std::vector<PaperCell> head;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        head.push_back({ table.columns[i].title, { points, true, false, isRight[i] }, "TH" });
    }
    std::vector<std::vector<PaperCell>> rows;
    for (const auto &row : table.rows) {
        std::vector<PaperCell> cells;
        for (std::size_t i = 0; i < row.size(); ++i) {
            cells.push_back({ cellWords(row[i], language),
                              { points, false, false, isRight[i] },
                              i == table.rowHeader ? "TH" : "TD" });
        }
        rows.push_back(std::move(cells));
    }
    paper.addTable(head, rows);
}

} // namespace

std::string pdfOf(const Document &document)
{
    const bool isWide = std::any_of(document.tables.begin(), document.tables.end(),
                                    [](const Table &table) { return table.columns.size() > columnsUpright; });
    Paper paper(isWide, document.language, document.title);
    paper.describe(document.title, plain(document.madeBy),
                   QDateTime::fromMSecsSinceEpoch(document.madeAt, Qt::UTC).toString(Qt::ISODate).toStdString());
    paper.add("H1", document.title, titleFace);
    paper.add("P", document.subtitle, quietFace);
    paper.addSpace(smallGap);
    for (const auto &detail : document.details) {
        paper.add("P", Reports::tr("%1: %2", "name and value").arg(detail.name, detail.value), bodyFace);
    }
    for (const auto &table : document.tables) {
        addTable(paper, table, document.language);
    }
    paper.addSpace(gap);
    paper.add("H2", Reports::tr("How to read it"), headingFace, gap);
    for (const auto &note : document.notes) {
        paper.add("P", note, bodyFace);
        paper.addSpace(smallGap);
    }
    paper.add("P",
              Reports::tr("%1: %2", "name and value")
                  .arg(Reports::tr("SHA-256 of the CSV twin"), QString::fromStdString(checksumOf(document))),
              quietFace);
    return paper.finish();
}

} // namespace reports
