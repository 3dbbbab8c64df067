// SPDX-License-Identifier: Apache-2.0
#include "src/reports/words.h"
#include "src/reports/write.h"

using namespace Qt::StringLiterals;

namespace reports {

namespace {

constexpr auto style = R"css(
:root{color-scheme:light dark;--ground:#f7f5f0;--card:#fff;--line:#8a8677;--text:#1d2321;--muted:#566059;--head:#efece4;--ring:#0e5f58}
@media (prefers-color-scheme:dark){:root{--ground:#121614;--card:#1b201d;--line:#7f8a83;--text:#edf0eb;--muted:#a9b3ac;--head:#232a26;--ring:#7fcfc4}}
@media print{:root{color-scheme:light;--ground:#fff;--card:#fff;--line:#8a8677;--text:#000;--muted:#333;--head:#efece4}.wide{overflow:visible!important}table{font-size:.65rem!important}@page{size:landscape}}
body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.4 Inter,system-ui,sans-serif}
main{max-width:75rem;margin:0 auto;padding:2rem 1.25rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
p{margin:.25rem 0}.quiet,caption{color:var(--muted)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
.wide{overflow-x:auto}.wide:focus-visible{outline:2px solid var(--ring);outline-offset:2px}
table{border-collapse:collapse;font-size:.9rem;background:var(--card);min-width:100%}
caption{text-align:left;padding:.25rem 0}
th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top;white-space:pre-wrap}
thead th{background:var(--head)}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}td:empty{min-width:5rem}
)css";

QString e(const QString &text)
{
    return text.toHtmlEscaped();
}

QString cellOf(const Cell &cell, bool isRowHeader, const QString &language)
{
    const auto words = e(cellWords(cell, language));
    if (isRowHeader && !words.isEmpty() && !std::holds_alternative<Unknown>(cell)) {
        return u"<th scope=\"row\">%1</th>"_s.arg(words);
    }
    return isNumber(cell) ? u"<td class=\"n\">%1</td>"_s.arg(words) : u"<td>%1</td>"_s.arg(words);
}

QString sectionOf(const Table &table, std::size_t number, const QString &language)
{
    auto section = u"<section aria-labelledby=\"h%1\"><h2 id=\"h%1\">%2</h2>\n"_s.arg(number).arg(e(table.heading));
    if (table.rows.empty()) {
        return section + u"<p>%1</p></section>\n"_s.arg(e(Reports::tr("Nothing was recorded in this period.")));
    }
    section += u"<div class=\"wide\" role=\"region\" aria-label=\"%1\" tabindex=\"0\"><table>\n<caption>%2</caption>\n"
               "<thead><tr>"_s.arg(e(Reports::tr("%1: table", "heading").arg(table.heading)), e(table.caption));
    for (const auto &column : table.columns) {
        section += u"<th scope=\"col\">%1</th>"_s.arg(e(column.title));
    }
    section += u"</tr></thead>\n<tbody>\n"_s;
    for (const auto &row : table.rows) {
        section += u"<tr>"_s;
        for (std::size_t i = 0; i < row.size(); ++i) {
            section += cellOf(row[i], i == table.rowHeader, language);
        }
        section += u"</tr>\n"_s;
    }
    return section + u"</tbody></table></div></section>\n"_s;
}

} // namespace

std::string htmlOf(const Document &document)
{
    auto page =
        u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<title>%2</title>\n<style>"_s.arg(e(document.language), e(document.title));
    page += QString::fromUtf8(style) + u"</style></head>\n<body><main>\n"_s;
    page += u"<header><h1>%1</h1><p class=\"quiet\">%2</p>\n<dl>\n"_s.arg(e(document.title), e(document.subtitle));
    for (const auto &detail : document.details) {
        page += u"<dt>%1</dt><dd>%2</dd>\n"_s.arg(e(detail.name), e(detail.value));
    }
    page += u"</dl></header>\n"_s;
    for (std::size_t i = 0; i < document.tables.size(); ++i) {
        page += sectionOf(document.tables[i], i + 1, document.language);
    }
    page +=
        u"<section aria-labelledby=\"notes\"><h2 id=\"notes\">%1</h2><ul>\n"_s.arg(e(Reports::tr("How to read it")));
    for (const auto &note : document.notes) {
        page += u"<li>%1</li>\n"_s.arg(e(note));
    }
    page += u"</ul>\n<dl><dt>%1</dt><dd>%2</dd></dl></section>\n</main></body></html>\n"_s.arg(
        e(Reports::tr("SHA-256 of the CSV twin")), QString::fromStdString(checksumOf(document)));
    return page.toStdString();
}

} // namespace reports
