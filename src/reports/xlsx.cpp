// SPDX-License-Identifier: Apache-2.0
#include "src/reports/words.h"
#include "src/reports/write.h"

#include <xlsxwriter.h>

#include <filesystem>
#include <memory>
#include <stdexcept>

namespace reports {

namespace {

/// The first sheet's cells as numbers, days and texts: a text is never a formula here.
class Workbook {
public:
    explicit Workbook(const std::string &path)
        : m_folder(std::filesystem::absolute(path).parent_path().string())
    {
        lxw_workbook_options options {};
        options.tmpdir = m_folder.data();
        m_book = workbook_new_opt(path.c_str(), &options);
        if (m_book == nullptr) {
            throw std::runtime_error("There is no room for a workbook.");
        }
        m_head = wrapped();
        format_set_bold(m_head);
        m_text = wrapped();
        m_day = wrapped();
        format_set_num_format(m_day, "yyyy-mm-dd");
        m_percent = wrapped();
        format_set_num_format(m_percent, "0%");
    }

    void say(const Document &document)
    {
        auto title = document.title.toStdString();
        auto author = document.madeBy;
        lxw_doc_properties properties {};
        properties.title = title.data();
        properties.author = author.data();
        properties.created = static_cast<time_t>(document.madeAt / 1000);
        workbook_set_properties(m_book, &properties);
        for (const auto &table : document.tables) {
            add(table);
        }
        addAbout(document);
    }

    void close()
    {
        const auto error = workbook_close(m_book);
        if (error != LXW_NO_ERROR) {
            throw std::runtime_error(lxw_strerror(error));
        }
    }

private:
    lxw_format *wrapped()
    {
        auto *format = workbook_add_format(m_book);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        return format;
    }

    /// Headings of a report differ from one another in their first 31 characters, which are all that a sheet may have.
    lxw_worksheet *sheet(const QString &heading)
    {
        auto name = heading;
        for (const auto c : QStringLiteral("[]:*?/\\'")) {
            name.remove(c);
        }
        return workbook_add_worksheet(m_book, name.left(LXW_SHEETNAME_MAX).toStdString().c_str());
    }

    static void text(lxw_worksheet *sheet, std::size_t row, std::size_t column, const QString &words,
                     lxw_format *format)
    {
        if (!words.isEmpty()) {
            (void)worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                         words.toStdString().c_str(), format);
        }
    }

    void put(lxw_worksheet *sheet, std::size_t row, std::size_t column, const Cell &cell)
    {
        const auto at = [&](auto write, auto value, lxw_format *format) {
            (void)write(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), value, format);
        };
        if (const auto *count = std::get_if<Count>(&cell)) {
            at(worksheet_write_number, static_cast<double>(count->value), m_text);
        } else if (const auto *percent = std::get_if<Percent>(&cell)) {
            at(worksheet_write_number, percent->value / 100.0, m_percent);
        } else if (const auto *day = std::get_if<domain::Day>(&cell)) {
            const std::chrono::year_month_day date(*day);
            lxw_datetime value { .year = static_cast<int>(date.year()),
                                 .month = static_cast<int>(static_cast<unsigned>(date.month())),
                                 .day = static_cast<int>(static_cast<unsigned>(date.day())) };
            at(worksheet_write_datetime, &value, m_day);
        } else if (!std::holds_alternative<Unknown>(cell)) {
            text(sheet, row, column, cellWords(cell, {}), m_text);
        }
    }

    void add(const Table &table)
    {
        constexpr double narrow = 14;
        auto *sheet = this->sheet(table.heading);
        const auto last = static_cast<lxw_col_t>(table.columns.size() - 1);
        worksheet_set_column(sheet, 0, last, narrow, nullptr);
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            text(sheet, 0, i, table.columns[i].title, m_head);
        }
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            for (std::size_t i = 0; i < table.rows[row].size(); ++i) {
                put(sheet, row + 1, i, table.rows[row][i]);
            }
        }
        worksheet_freeze_panes(sheet, 1, 0);
        worksheet_repeat_rows(sheet, 0, 0);
        worksheet_set_landscape(sheet);
        worksheet_fit_to_pages(sheet, 1, 0);
    }

    void addAbout(const Document &document)
    {
        constexpr double wide = 100;
        constexpr double names = 24;
        auto *about = sheet(Reports::tr("About"));
        worksheet_set_column(about, 0, 0, names, nullptr);
        worksheet_set_column(about, 1, 1, wide, nullptr);
        std::size_t row = 0;
        text(about, row, 0, document.title, m_head);
        text(about, row++, 1, document.subtitle, m_text);
        for (const auto &detail : document.details) {
            text(about, row, 0, detail.name, m_head);
            text(about, row++, 1, detail.value, m_text);
        }
        for (const auto &note : document.notes) {
            text(about, row++, 1, note, m_text);
        }
        text(about, row, 0, Reports::tr("SHA-256 of the CSV twin"), m_head);
        text(about, row, 1, QString::fromStdString(checksumOf(document)), m_text);
    }

    std::string m_folder;
    lxw_workbook *m_book = nullptr;
    lxw_format *m_head = nullptr;
    lxw_format *m_text = nullptr;
    lxw_format *m_day = nullptr;
    lxw_format *m_percent = nullptr;
};

} // namespace

void writeXlsx(const Document &document, const std::string &path)
{
    Workbook workbook(path);
    workbook.say(document);
    workbook.close();
}

} // namespace reports
