// SPDX-License-Identifier: Apache-2.0
#include "src/reports/write.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace reports {

namespace {

void writeBytes(const std::string &bytes, const std::string &path)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << bytes;
    file.close();
    if (!file) {
        throw std::runtime_error("the bytes could not be written");
    }
}

/// Nothing for a format whose library writes files alone.
std::optional<std::string> bytesOf(const Document &document, Format format)
{
    switch (format) {
    case Format::Pdf:
        return pdfOf(document);
    case Format::Html:
        return htmlOf(document);
    case Format::Csv:
        return csvOf(document);
    case Format::Ics:
        return icsOf(document);
    case Format::Xlsx:
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<Format> formatNamed(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, Format>, 5> names { { { "pdf", Format::Pdf },
                                                                           { "html", Format::Html },
                                                                           { "csv", Format::Csv },
                                                                           { "xlsx", Format::Xlsx },
                                                                           { "ics", Format::Ics } } };
    for (const auto &[known, format] : names) {
        if (known == name) {
            return format;
        }
    }
    return std::nullopt;
}

void write(const Document &document, Format format, const std::string &path)
{
    const auto bytes = bytesOf(document, format);
    // Beside it, so that the last step is one that happens or does not.
    const auto part = path + ".part";
    std::error_code error;
    try {
        // Also where a library writes it: of a folder that takes no file that one complains on standard error.
        writeBytes(bytes.value_or(std::string()), part);
        if (!bytes) {
            writeXlsx(document, part);
        }
        std::filesystem::rename(part, path);
    } catch (const std::exception &) {
        std::filesystem::remove(part, error);
        throw std::runtime_error(fmt::format("The file {} could not be written, and nothing there was changed; look at "
                                             "the folder's rights and at the room left.",
                                             path));
    }
}

} // namespace reports
