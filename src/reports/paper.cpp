// SPDX-License-Identifier: Apache-2.0
#include "src/reports/paper.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace reports {

namespace {

// In points, 72 to the inch.
constexpr double letterWidth = 612;
constexpr double letterHeight = 792;
constexpr double margin = 40;
constexpr double footerHeight = 18;
constexpr double cellPadding = 4;
constexpr double lineSpacing = 1.3;
constexpr double unbounded = -1;

cairo_status_t append(void *bytes, const unsigned char *data, unsigned int length)
{
    static_cast<std::string *>(bytes)->append(reinterpret_cast<const char *>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

double lineHeightOf(const Face &face)
{
    return face.points * lineSpacing;
}

double widthOf(PangoLayout *layout)
{
    int width = 0;
    pango_layout_get_size(layout, &width, nullptr);
    return std::ceil(pango_units_to_double(width)) + 1;
}

} // namespace

Paper::Paper(bool isLandscape, const QString &language, const QString &footer)
    : m_width(isLandscape ? letterHeight : letterWidth)
    , m_height(isLandscape ? letterWidth : letterHeight)
    , m_y(margin)
    , m_language(language.toStdString())
    , m_footer(footer)
{
    PangoFontFamily **families = nullptr;
    int count = 0;
    pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count);
    g_free(families);
    if (count == 0) {
        throw std::runtime_error(
            "This machine has no font, so no PDF can be made; install one, such as fonts-inter, or "
            "take --format html.");
    }
    m_surface = cairo_pdf_surface_create_for_stream(append, &m_bytes, m_width, m_height);
    m_cairo = cairo_create(m_surface);
}

Paper::~Paper()
{
    cairo_destroy(m_cairo);
    cairo_surface_destroy(m_surface);
}

void Paper::describe(const QString &title, const QString &author, const std::string &madeAt)
{
    const auto say = [&](cairo_pdf_metadata_t what, const std::string &words) {
        cairo_pdf_surface_set_metadata(m_surface, what, words.c_str());
    };
    say(CAIRO_PDF_METADATA_TITLE, title.toStdString());
    say(CAIRO_PDF_METADATA_AUTHOR, author.toStdString());
    say(CAIRO_PDF_METADATA_CREATOR, "Cadre");
    say(CAIRO_PDF_METADATA_CREATE_DATE, madeAt);
    say(CAIRO_PDF_METADATA_MOD_DATE, madeAt);
}

double Paper::bottom() const
{
    return m_height - margin - footerHeight;
}

Paper::Layout Paper::layoutOf(const QString &words, const Face &face, double width) const
{
    Layout layout(pango_cairo_create_layout(m_cairo));
    auto *description = pango_font_description_from_string("Inter, Sans");
    pango_font_description_set_absolute_size(description, face.points * PANGO_SCALE);
    pango_font_description_set_weight(description, face.isBold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), description);
    pango_font_description_free(description);
    pango_context_set_language(pango_layout_get_context(layout.get()), pango_language_from_string(m_language.c_str()));
    pango_layout_set_wrap(layout.get(), width > 0 ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
    pango_layout_set_alignment(layout.get(), face.isRight ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    pango_layout_set_width(layout.get(), width < 0 ? -1 : pango_units_from_double(width));
    const auto text = words.toStdString();
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

void Paper::drawLine(PangoLayout *layout, int line, double x, const Face &face)
{
    // Black and the quiet grey of the interface, both above 7:1 on white.
    const double shade = face.isQuiet ? 0.3 : 0;
    cairo_set_source_rgb(m_cairo, shade, shade, shade);
    auto *shown = pango_layout_get_line_readonly(layout, line);
    PangoRectangle extents;
    pango_layout_line_get_extents(shown, nullptr, &extents);
    const double room = pango_units_to_double(pango_layout_get_width(layout) - extents.width);
    cairo_move_to(m_cairo, x + (face.isRight ? room : 0), m_y + face.points);
    pango_cairo_show_layout_line(m_cairo, shown);
}

void Paper::add(const char *tag, const QString &words, const Face &face, double room)
{
    const auto layout = layoutOf(words, face, m_width - 2 * margin);
    const int lines = pango_layout_get_line_count(layout.get());
    if (m_y + lines * lineHeightOf(face) + room > bottom() && m_y > margin) {
        endPage();
    }
    int line = 0;
    while (line < lines) {
        cairo_tag_begin(m_cairo, tag, "");
        for (; line < lines && m_y + lineHeightOf(face) <= bottom(); ++line) {
            drawLine(layout.get(), line, margin, face);
            m_y += lineHeightOf(face);
        }
        cairo_tag_end(m_cairo, tag);
        if (line < lines) {
            endPage();
        }
    }
}

void Paper::addSpace(double points)
{
    m_y += points;
}

void Paper::endPage()
{
    const Face face { .points = 8, .isQuiet = true };
    const auto layout =
        layoutOf(m_footer + QStringLiteral(" · ") + QString::number(m_page++), face, m_width - 2 * margin);
    m_y = m_height - margin - lineHeightOf(face) + face.points / 2;
    drawLine(layout.get(), 0, margin, face);
    cairo_show_page(m_cairo);
    m_y = margin;
}

/// As wide as its longest line where there is room, and what is left goes to columns that people fill in by hand; else
/// each column as its longest word, and the rest by need.
std::vector<double> Paper::widthsOf(const Row &head, const std::vector<Row> &rows) const
{
    const double room = m_width - 2 * margin - 2 * cellPadding * static_cast<double>(head.size());
    std::vector<double> whole(head.size(), 0);
    std::vector<double> least(head.size(), 0);
    const auto measure = [&](const Row &row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            whole[i] =
                std::max(whole[i], std::min(room, widthOf(layoutOf(row[i].words, row[i].face, unbounded).get())));
            least[i] = std::max(least[i], widthOf(layoutOf(row[i].words, row[i].face, 0).get()));
        }
    };
    measure(head);
    std::for_each(rows.begin(), rows.end(), measure);
    const double wholeSum = std::accumulate(whole.begin(), whole.end(), 0.0);
    const double leastSum = std::accumulate(least.begin(), least.end(), 0.0);
    std::vector<std::size_t> blank;
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (std::all_of(rows.begin(), rows.end(), [&](const Row &row) { return row[i].words.isEmpty(); })) {
            blank.push_back(i);
        }
    }
    std::vector<double> widths(head.size());
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (wholeSum <= room) {
            const bool isBlank = std::find(blank.begin(), blank.end(), i) != blank.end();
            widths[i] = whole[i] + (isBlank ? (room - wholeSum) / static_cast<double>(blank.size()) : 0);
        } else if (leastSum <= room) {
            const double needs = std::max(0.0, whole[i] - least[i]) / std::max(1.0, wholeSum - leastSum);
            widths[i] = least[i] + needs * (room - leastSum);
        } else {
            widths[i] = least[i] * room / leastSum;
        }
    }
    return widths;
}

void Paper::drawRule()
{
    constexpr double hairline = 0.4;
    constexpr double shade = 0.55;
    cairo_set_source_rgb(m_cairo, shade, shade, shade);
    cairo_set_line_width(m_cairo, hairline);
    cairo_move_to(m_cairo, margin, m_y);
    cairo_line_to(m_cairo, m_width - margin, m_y);
    cairo_stroke(m_cairo);
}

void Paper::beginTable(const Row &head, const std::vector<double> &widths)
{
    cairo_tag_begin(m_cairo, "Table", "");
    drawRow(head, widths, nullptr);
}

/// `head` is repeated where the row goes over to another page; null for the head itself.
void Paper::drawRow(const Row &row, const std::vector<double> &widths, const Row *head)
{
    std::vector<Layout> layouts;
    int lines = 1;
    double height = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        layouts.push_back(layoutOf(row[i].words, row[i].face, widths[i]));
        lines = std::max(lines, pango_layout_get_line_count(layouts.back().get()));
        height = std::max(height, lineHeightOf(row[i].face));
    }
    const auto turn = [&] {
        cairo_tag_end(m_cairo, "Table");
        endPage();
        beginTable(*head, widths);
    };
    const auto room = [&] { return static_cast<int>((bottom() - m_y - 2 * cellPadding) / height); };
    if (head != nullptr && room() < lines && m_y > margin + bottom() / 2) {
        turn();
    }
    for (int first = 0; first < lines;) {
        if (head != nullptr && room() < 1) {
            turn();
        }
        const int last = head == nullptr ? lines : std::min(lines, first + room());
        const double top = m_y + cellPadding;
        double x = margin;
        cairo_tag_begin(m_cairo, "TR", "");
        for (std::size_t i = 0; i < row.size(); ++i) {
            cairo_tag_begin(m_cairo, row[i].tag, "");
            const int count = pango_layout_get_line_count(layouts[i].get());
            for (int line = first; line < std::min(last, count); ++line) {
                m_y = top + (line - first) * height;
                drawLine(layouts[i].get(), line, x + cellPadding, row[i].face);
            }
            cairo_tag_end(m_cairo, row[i].tag);
            x += widths[i] + 2 * cellPadding;
        }
        cairo_tag_end(m_cairo, "TR");
        m_y = top + (last - first) * height + cellPadding;
        drawRule();
        first = last;
    }
}

void Paper::addTable(const Row &head, const std::vector<Row> &rows)
{
    const auto widths = widthsOf(head, rows);
    beginTable(head, widths);
    for (const auto &row : rows) {
        drawRow(row, widths, &head);
    }
    cairo_tag_end(m_cairo, "Table");
}

std::string Paper::finish()
{
    endPage();
    cairo_surface_finish(m_surface);
    if (cairo_surface_status(m_surface) != CAIRO_STATUS_SUCCESS || cairo_status(m_cairo) != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error("The pages could not be drawn; take --format html, which prints as well.");
    }
    return m_bytes;
}

} // namespace reports
