// SPDX-License-Identifier: Apache-2.0
// The parts of readOneRoster.
#pragma once

#include "src/roster/csv_file.h"
#include "src/roster/one_roster.h"

#include <optional>

namespace roster {

/// One reading: the files, and what was found so far.
struct Reading {
    Archive &archive;
    const std::set<std::string> &known;
    Roster roster;

    /// The file, opened; nothing when the manifest says that it is absent. Throws Unreadable.
    [[nodiscard]] std::optional<CsvFile> open(const std::string &file, std::initializer_list<std::string_view> needed);
    /// Notes what is wrong with the row at which the file is.
    void note(const CsvFile &file, std::string sentence);
    /// Whether the row's thing stays or leaves; nothing, with a finding, when it does not say and must.
    [[nodiscard]] std::optional<bool> leaves(const CsvFile &file, FileMode mode);
    /// The row's own sourcedId; empty, with a finding, when it has none that can be kept.
    [[nodiscard]] std::string sourcedId(const CsvFile &file);
};

/// A school or district, for what is part of one.
using PlaceOf = std::function<std::string(const std::string &sourcedId)>;

/// Reads orgs.csv. What it gives says of which school or district an organization of the file is part; of one that the
/// file does not tell of, itself; and nothing of one above districts.
[[nodiscard]] PlaceOf readOrganizations(Reading &reading);
/// What roles.csv says of one user.
struct RolesOfUser {
    std::uint32_t row = 0; ///< The first.
    std::vector<StaffRole> roles; ///< Staff roles alone; the primary one first.
};

/// Reads roles.csv of 1.2: who is staff, by the user's sourcedId.
[[nodiscard]] std::map<std::string, RolesOfUser> readRoles(Reading &reading, const PlaceOf &placeOf);
void readSessions(Reading &reading);
void readStaff(Reading &reading, const PlaceOf &placeOf);

} // namespace roster
