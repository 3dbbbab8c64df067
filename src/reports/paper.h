// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <vector>

namespace reports {

/// How a text is set.
struct Face {
    double points = 9;
    bool isBold = false;
    bool isQuiet = false;
    bool isRight = false;
};

struct PaperCell {
    QString words;
    Face face;
    const char *tag = "TD"; ///< `TH` where it names its row or column.
};

/// Letter pages that are filled from the top, each text tagged with what it is. One thread.
class Paper {
public:
    /// Throws std::runtime_error with a sentence when the machine has no font.
    Paper(bool isLandscape, const QString &language, const QString &footer);
    ~Paper();
    Paper(const Paper &) = delete;
    Paper &operator=(const Paper &) = delete;

    /// What the file says of itself; the moment is ISO 8601.
    void describe(const QString &title, const QString &author, const std::string &madeAt);
    /// `tag` is a standard structure type of PDF: H1, H2, P. With `room` it stays on one page with so much below it.
    void add(const char *tag, const QString &words, const Face &face, double room = 0);
    void addSpace(double points);
    /// Rows under a head that is repeated on each page. A row that is longer than a page goes on on the next.
    void addTable(const std::vector<PaperCell> &head, const std::vector<std::vector<PaperCell>> &rows);

    /// Ends the last page and gives the file. Nothing may be added afterwards.
    [[nodiscard]] std::string finish();

private:
    struct Unref {
        void operator()(PangoLayout *layout) const { g_object_unref(layout); }
    };
    using Layout = std::unique_ptr<PangoLayout, Unref>;
    using Row = std::vector<PaperCell>;

    [[nodiscard]] Layout layoutOf(const QString &words, const Face &face, double width) const;
    [[nodiscard]] std::vector<double> widthsOf(const Row &head, const std::vector<Row> &rows) const;
    [[nodiscard]] double bottom() const;
    void drawLine(PangoLayout *layout, int line, double x, const Face &face);
    void drawRow(const Row &row, const std::vector<double> &widths, const Row *head);
    void drawRule();
    void beginTable(const Row &head, const std::vector<double> &widths);
    void endPage();

    std::string m_bytes;
    double m_width;
    double m_height;
    double m_y;
    int m_page = 1;
    std::string m_language;
    QString m_footer;
    cairo_surface_t *m_surface = nullptr;
    cairo_t *m_cairo = nullptr;
};

} // namespace reports
