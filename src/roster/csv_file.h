// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace roster {

/// A CSV file (RFC 4180) with a header row, as OneRoster has it: UTF-8, with or without a byte order mark, no line
/// breaks in cells. A row is only cut into cells; the text of one is made when it is asked for, and of no other.
class CsvFile {
public:
    /// `name` is the file's, for sentences. Throws Unreadable where there is no header row, a column of `needed` is
    /// missing, or two columns have the same name. Other columns are allowed.
    CsvFile(std::string name, std::string content, std::initializer_list<std::string_view> needed);

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] bool has(std::string_view column) const { return columnOf(column) < m_columns.size(); }

    /// Goes to the next row; empty lines are passed over. False at the end.
    [[nodiscard]] bool next();
    /// The line within the file, from 1, which is the header.
    [[nodiscard]] std::uint32_t row() const { return m_row; }
    /// A sentence that says what is wrong with the row; empty when it can be read.
    [[nodiscard]] const std::string &problem() const { return m_problem; }
    /// The cell without its quotes and the spaces around it; empty when the file has no such column.
    [[nodiscard]] std::string text(std::string_view column) const;

private:
    struct Cell {
        std::size_t begin = 0;
        std::size_t end = 0; ///< Both within the content, without the quotes.
        bool hasDoubledQuotes = false;
    };
    void cut();
    [[nodiscard]] Cell quotedCell();
    [[nodiscard]] Cell plainCell();
    void skipLine();
    [[nodiscard]] std::string textOf(const Cell &cell) const;
    [[nodiscard]] std::size_t columnOf(std::string_view column) const;

    std::string m_name;
    std::string m_content;
    std::vector<std::string> m_columns;
    std::vector<Cell> m_cells;
    std::size_t m_at = 0;
    std::uint32_t m_row = 0;
    std::uint32_t m_nextRow = 1;
    std::string m_problem;
};

/// True for well-formed UTF-8.
[[nodiscard]] bool isUtf8(std::string_view text);

} // namespace roster
