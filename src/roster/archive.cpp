// SPDX-License-Identifier: Apache-2.0
#include "src/roster/archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <memory>

namespace roster {

namespace {

struct Discard {
    void operator()(zip_t *archive) const { zip_discard(archive); }
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};
using OpenZip = std::unique_ptr<zip_t, Discard>;
using OpenFile = std::unique_ptr<zip_file_t, Discard>;

constexpr auto notAZip = "This is not a zip file, or it is damaged. Export the roster anew and try again.";

OpenZip open(std::string_view bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    // Without ZIP_CHECKCONS, which refuses what Info-ZIP writes into a pipe. Each file that is read has its checksum.
    OpenZip archive(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive && source != nullptr) {
        zip_source_free(source);
    }
    zip_error_fini(&error);
    if (!archive) {
        throw Unreadable(notAZip);
    }
    return archive;
}

Unreadable tooLarge(const std::string &name)
{
    return Unreadable(fmt::format("{} is far larger than a roster is once it is unpacked, so it was not read. Export "
                                  "the roster anew and try again.",
                                  name));
}

} // namespace

Archive::Archive(std::string_view bytes, const ArchiveLimits &limits)
    : m_bytes(bytes)
    , m_limits(limits)
{
    const auto archive = open(bytes);
    const auto count = static_cast<std::uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive.get(), 0), 0));
    if (count > limits.entries) {
        throw Unreadable(fmt::format("The zip holds {} files; a roster has {} at most. Export the roster by itself.",
                                     count, limits.entries));
    }
    bool isInFolder = false;
    for (std::uint64_t i = 0; i < count; ++i) {
        const char *name = zip_get_name(archive.get(), i, ZIP_FL_ENC_RAW);
        const std::string_view text = name == nullptr ? "" : name;
        isInFolder = isInFolder || text.ends_with("/manifest.csv");
        // What lies in folders is no part of a roster, whatever the path says; it is never unpacked.
        if (!text.empty() && text.find_first_of("/\\") == std::string_view::npos
            && !m_entries.emplace(std::string(text), i).second) {
            throw Unreadable("The zip holds two files of the same name. Export the roster anew.");
        }
    }
    if (!has("manifest.csv")) {
        throw Unreadable(
            isInFolder ? "The files lie in a folder inside the zip. Zip the files themselves, without their folder."
                       : "The zip has no manifest.csv, so it is no OneRoster file. Choose the OneRoster CSV export and "
                         "try again.");
    }
}

std::optional<std::string> Archive::read(const std::string &name)
{
    const auto entry = m_entries.find(name);
    if (entry == m_entries.end()) {
        return {};
    }
    const auto archive = open(m_bytes);
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(archive.get(), entry->second, 0, &stat) != 0 || (stat.valid & needed) != needed) {
        throw Unreadable(notAZip);
    }
    if (stat.encryption_method != ZIP_EM_NONE) {
        throw Unreadable("The zip has a password. Export the roster without one, and keep the file to yourself.");
    }
    const auto most = std::min(m_limits.fileBytes, m_limits.totalBytes - m_read);
    if (stat.size > most || stat.size > (stat.comp_size + 64) * m_limits.ratio) {
        throw tooLarge(name);
    }
    const OpenFile file(zip_fopen_index(archive.get(), entry->second, 0));
    if (!file) {
        throw Unreadable(fmt::format("{} is packed in a way that is not known here. Zip the files anew.", name));
    }
    std::string content;
    // One byte more than it says, so that the end and with it the checksum is reached.
    content.resize(stat.size + 1);
    std::uint64_t length = 0;
    zip_int64_t got = 0;
    while (length < content.size()
           && (got = zip_fread(file.get(), content.data() + length, content.size() - length)) > 0) {
        length += static_cast<std::uint64_t>(got);
    }
    if (got < 0 || length != stat.size) {
        throw Unreadable(fmt::format("{} is damaged inside the zip. Export the roster anew and try again.", name));
    }
    content.resize(length);
    m_read += length;
    return content;
}

} // namespace roster
