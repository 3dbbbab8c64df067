// SPDX-License-Identifier: Apache-2.0
#include "src/roster/csv_file.h"

#include "src/roster/archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace roster {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t mostColumns = 200;

} // namespace

bool isUtf8(std::string_view text)
{
    // The smallest value that needs so many bytes after the first.
    constexpr std::array<std::uint32_t, 4> least { 0, 0x80, 0x800, 0x10000 };
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        const std::size_t more = first < 0x80 ? 0
            : first >= 0xF0 && first < 0xF8   ? 3
            : first >= 0xE0 && first < 0xF0   ? 2
            : first >= 0xC0 && first < 0xE0   ? 1
                                              : 4;
        if (more == 4 || at + more >= text.size()) {
            return false;
        }
        std::uint32_t value = more == 0 ? first : first & (0x3FU >> more);
        for (std::size_t i = 1; i <= more; ++i) {
            const auto next = static_cast<unsigned char>(text[at + i]);
            if ((next & 0xC0U) != 0x80) {
                return false;
            }
            value = (value << 6) | (next & 0x3FU);
        }
        if (value < least[more] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) {
            return false;
        }
        at += more + 1;
    }
    return true;
}

CsvFile::CsvFile(std::string name, std::string content, std::initializer_list<std::string_view> needed)
    : m_name(std::move(name))
    , m_content(std::move(content))
{
    if (!isUtf8(m_content) || m_content.find('\0') != std::string::npos) {
        throw Unreadable(fmt::format("{} is not text in UTF-8. Export the roster anew, as UTF-8.", m_name));
    }
    m_at = m_content.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    const bool hasHeader = next();
    if (hasHeader && !m_problem.empty()) {
        throw Unreadable(fmt::format("The header row of {} cannot be read: {}", m_name, m_problem));
    }
    for (const auto &cell : m_cells) {
        m_columns.push_back(textOf(cell));
    }
    if (!hasHeader || m_columns.size() > mostColumns) {
        throw Unreadable(fmt::format("{} has no header row. Export the roster anew and try again.", m_name));
    }
    for (const auto column : needed) {
        const auto count = std::count(m_columns.begin(), m_columns.end(), column);
        if (count != 1) {
            throw Unreadable(
                fmt::format("{} has {} column {}. OneRoster names it so, with these capitals; export the roster anew.",
                            m_name, count == 0 ? "no" : "more than one", column));
        }
    }
}

bool CsvFile::next()
{
    m_cells.clear();
    m_problem.clear();
    while (m_at < m_content.size() && (m_content[m_at] == '\n' || m_content[m_at] == '\r')) {
        skipLine();
    }
    if (m_at >= m_content.size()) {
        return false;
    }
    m_row = m_nextRow;
    cut();
    if (m_problem.empty() && !m_columns.empty() && m_cells.size() != m_columns.size()) {
        m_problem = fmt::format("It has {} cells, and the header has {}.", m_cells.size(), m_columns.size());
    }
    return true;
}

void CsvFile::cut()
{
    for (;;) {
        const bool isQuoted = m_at < m_content.size() && m_content[m_at] == '"';
        m_cells.push_back(isQuoted ? quotedCell() : plainCell());
        const bool isEnd = m_at >= m_content.size() || m_content[m_at] == '\n' || m_content[m_at] == '\r';
        if (isEnd || m_content[m_at] != ',') {
            if (!isEnd) {
                m_problem = "A quotation mark stands where none may be.";
            }
            skipLine();
            return;
        }
        ++m_at;
    }
}

CsvFile::Cell CsvFile::quotedCell()
{
    Cell cell { ++m_at, m_at, false };
    for (;; ++m_at) {
        if (m_at >= m_content.size() || m_content[m_at] == '\n' || m_content[m_at] == '\r') {
            // What follows could be a row as well as the rest of a cell.
            throw Unreadable(
                fmt::format("In {}, row {}, a cell goes on in the next line, which OneRoster does not have. "
                            "Take the line break out and export the roster anew.",
                            m_name, m_row));
        }
        if (m_content[m_at] != '"') {
            continue;
        }
        if (m_at + 1 < m_content.size() && m_content[m_at + 1] == '"') {
            cell.hasDoubledQuotes = true;
            ++m_at;
            continue;
        }
        cell.end = m_at++;
        return cell;
    }
}

CsvFile::Cell CsvFile::plainCell()
{
    const std::size_t begin = m_at;
    m_at = std::min(m_content.find_first_of(",\"\r\n", m_at), m_content.size());
    return { begin, m_at, false };
}

void CsvFile::skipLine()
{
    m_at = std::min(m_content.find_first_of("\r\n", m_at), m_content.size());
    if (m_at < m_content.size()) {
        m_at += m_content.compare(m_at, 2, "\r\n") == 0 ? 2 : 1;
    }
    ++m_nextRow;
}

std::string CsvFile::textOf(const Cell &cell) const
{
    std::string text = m_content.substr(cell.begin, cell.end - cell.begin);
    if (cell.hasDoubledQuotes) {
        for (auto at = text.find("\"\""); at != std::string::npos; at = text.find("\"\"", at + 1)) {
            text.erase(at, 1);
        }
    }
    const auto first = text.find_first_not_of(" \t");
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::size_t CsvFile::columnOf(std::string_view column) const
{
    return static_cast<std::size_t>(std::find(m_columns.begin(), m_columns.end(), column) - m_columns.begin());
}

std::string CsvFile::text(std::string_view column) const
{
    const auto index = columnOf(column);
    return index < m_cells.size() ? textOf(m_cells[index]) : std::string();
}

} // namespace roster
