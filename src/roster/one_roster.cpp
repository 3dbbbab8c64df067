// SPDX-License-Identifier: Apache-2.0
#include "src/roster/reading.h"

namespace roster {

namespace {

/// As much as the academy keeps of a roster's id.
constexpr std::size_t longestSourcedId = 100;

} // namespace

std::optional<CsvFile> Reading::open(const std::string &file, std::initializer_list<std::string_view> needed)
{
    if (roster.manifest.mode(file) == FileMode::Absent) {
        return {};
    }
    return CsvFile(file + ".csv", archive.read(file + ".csv").value_or(std::string()), needed);
}

void Reading::note(const CsvFile &file, std::string sentence)
{
    roster.findings.push_back({ file.name(), file.row(), std::move(sentence) });
    roster.hasGaps = roster.hasGaps || file.name() == "users.csv" || file.name() == "roles.csv";
}

std::optional<bool> Reading::leaves(const CsvFile &file, FileMode mode)
{
    const auto status = file.text("status");
    // A file that tells of all should leave it empty; many fill it in.
    if (status == "active" || (status.empty() && mode == FileMode::Bulk)) {
        return false;
    }
    if (status == "tobedeleted") {
        return true;
    }
    note(file,
         status.empty() ? "It does not say whether it is active or tobedeleted, as every row of a delta does."
                        : "Its status is neither active nor tobedeleted.");
    return {};
}

std::string Reading::sourcedId(const CsvFile &file)
{
    auto id = file.text("sourcedId");
    if (id.empty() || id.size() > longestSourcedId) {
        note(file, id.empty() ? "It has no sourcedId." : "Its sourcedId has more than 100 characters.");
        id.clear();
    }
    return id;
}

Roster readOneRoster(Archive &archive, const Manifest &manifest, const std::set<std::string> &known)
{
    Reading reading { archive, known, {} };
    reading.roster.manifest = manifest;
    const auto placeOf = readOrganizations(reading);
    readSessions(reading);
    readStaff(reading, placeOf);
    return std::move(reading.roster);
}

} // namespace roster
