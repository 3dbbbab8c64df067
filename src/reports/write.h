// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/reports/document.h"

#include <optional>
#include <string>
#include <string_view>

/// A document as a file. The same document gives the same bytes.
namespace reports {

enum class Format { Pdf, Html, Csv, Xlsx, Ics };
/// `pdf`, `html`, `csv`, `xlsx`, `ics`; nothing on any other text.
[[nodiscard]] std::optional<Format> formatNamed(std::string_view name);

/// The first table by RFC 4180: UTF-8, a row of names, ISO days, no cell that a spreadsheet would run (V24).
[[nodiscard]] std::string csvOf(const Document &document);
/// SHA-256 of the CSV file, in hexadecimal: what is printed below a report to hold it against its twin.
[[nodiscard]] std::string checksumOf(const Document &document);
/// One page without scripts and without anything from elsewhere, for eyes, keyboards and screen readers.
[[nodiscard]] std::string htmlOf(const Document &document);
/// PDF on letter paper, lying where the tables are wide, with the structure of its headings and tables; its text comes
/// in reading order. Needs a font on the machine and no display. Throws std::runtime_error with a sentence when there
/// is none.
[[nodiscard]] std::string pdfOf(const Document &document);
/// The appointments by RFC 5545.
[[nodiscard]] std::string icsOf(const Document &document);
/// A sheet for each table, one for what is said beside them. Whatever it needs on the way lies in the same folder.
/// Throws std::runtime_error with a sentence when it cannot be written.
void writeXlsx(const Document &document, const std::string &path);

/// Writes the file whole, in place of one that was there, or leaves everything as it was and throws std::runtime_error
/// with a sentence.
void write(const Document &document, Format format, const std::string &path);

} // namespace reports
