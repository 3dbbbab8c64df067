// SPDX-License-Identifier: Apache-2.0
#include "src/roster/manifest.h"

#include "src/roster/csv_file.h"

#include <fmt/format.h>

#include <array>

namespace roster {

namespace {

/// The files that are read. Classes, results and demographics are left in the zip.
constexpr std::array read { "orgs", "users", "roles", "academicSessions" };
constexpr std::size_t longestSource = 100;

FileMode modeOf(const std::string &file, const std::string &word)
{
    if (word == "bulk") {
        return FileMode::Bulk;
    }
    if (word == "delta") {
        return FileMode::Delta;
    }
    if (word == "absent" || word.empty()) {
        return FileMode::Absent;
    }
    throw Unreadable(
        fmt::format("manifest.csv says neither bulk nor delta nor absent of {}. Export the roster anew.", file));
}

} // namespace

Manifest readManifest(Archive &archive)
{
    CsvFile csv("manifest.csv", archive.read("manifest.csv").value_or(std::string()), { "propertyName", "value" });
    std::map<std::string, std::string> properties;
    while (csv.next()) {
        if (!csv.problem().empty() || !properties.emplace(csv.text("propertyName"), csv.text("value")).second) {
            throw Unreadable(
                fmt::format("manifest.csv, row {}, cannot be read. Export the roster anew and try again.", csv.row()));
        }
    }
    const auto version = properties["oneroster.version"];
    if (version != "1.1" && version != "1.2") {
        throw Unreadable("manifest.csv names another version of OneRoster. Choose 1.1 or 1.2 in the export.");
    }
    Manifest manifest;
    manifest.isVersion12 = version == "1.2";
    for (const char *file : read) {
        const auto mode = modeOf(file, properties[std::string("file.") + file]);
        if (mode != FileMode::Absent && !archive.has(std::string(file) + ".csv")) {
            throw Unreadable(fmt::format(
                "manifest.csv speaks of {}.csv, and the zip does not hold it. Export the roster anew.", file));
        }
        manifest.files[file] = mode;
    }
    if (manifest.mode("users") == FileMode::Absent) {
        throw Unreadable("By its manifest the roster holds no users.csv, so there is nobody to take in.");
    }
    if (manifest.isVersion12 && manifest.mode("roles") == FileMode::Absent) {
        throw Unreadable(
            "By its manifest the roster holds no roles.csv, so nobody can tell who is staff. Add the roles "
            "to the export.");
    }
    for (const char *property : { "source.systemCode", "source.systemName" }) {
        const auto &value = properties[property];
        if (manifest.source.empty() && value != "absent" && value.size() <= longestSource) {
            manifest.source = value;
        }
    }
    return manifest;
}

} // namespace roster
