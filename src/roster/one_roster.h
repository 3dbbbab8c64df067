// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/roster/manifest.h"
#include "cadre/v1/organization.pb.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace roster {

struct Organization {
    std::uint32_t row = 0;
    std::string sourcedId;
    std::string name;
    cadre::v1::OrganizationKind kind = cadre::v1::ORGANIZATION_KIND_UNSPECIFIED; ///< A school or a district.
    std::string identifier; ///< State or NCES number.
    std::string parent; ///< A sourcedId.
    bool leaves = false; ///< `tobedeleted`.
};

struct StaffRole {
    std::string word; ///< As OneRoster names it, such as `teacher`.
    std::string organization; ///< A sourcedId.
    std::string from; ///< Days; empty where the file does not say.
    std::string to;
    bool leaves = false;
};

/// Somebody who works at a school or a district.
struct StaffMember {
    std::uint32_t row = 0; ///< Of users.csv; of roles.csv for whom it alone names.
    std::string sourcedId;
    bool isNamed = false; ///< users.csv tells of her; otherwise only her roles changed.
    std::string given;
    std::string family;
    std::string preferred;
    std::string identifier; ///< Staff number.
    std::string email;
    std::string login;
    std::vector<StaffRole> roles; ///< The first is her main one.
    bool hasAllRoles = false; ///< She has no others.
    bool leaves = false;
};

struct AcademicSession {
    std::string title;
    std::string start;
    std::string end;
};

/// What cannot be taken as it stands.
struct Finding {
    std::string file;
    std::uint32_t row = 0; ///< From 1, the header; 0 for the file as a whole.
    std::string sentence;
};

/// The part of a OneRoster file that is about staff.
struct Roster {
    Manifest manifest;
    std::vector<Organization> organizations;
    std::vector<StaffMember> staff;
    std::vector<AcademicSession> schoolYears; ///< Sessions of the type schoolYear, by their start.
    std::size_t leftUnread = 0; ///< Rows of students and their families.
    std::vector<Finding> findings;
    bool hasGaps = false; ///< Rows about users could not be read.

    /// It names all the staff there is, so that who is missing has left.
    [[nodiscard]] bool isComplete() const
    {
        const bool areAll = manifest.mode("users") == FileMode::Bulk
            && (!manifest.isVersion12 || manifest.mode("roles") == FileMode::Bulk);
        return areAll && !hasGaps;
    }
};

/// Reads the staff of the roster. Of a student, a parent, a guardian or a relative nothing is read but the role, and
/// no password of anybody. `known` are the sourcedIds of staff of earlier files: a change of 1.2 may say of a user
/// that she changed, and not who she is. Throws Unreadable.
[[nodiscard]] Roster readOneRoster(Archive &archive, const Manifest &manifest, const std::set<std::string> &known = {});

} // namespace roster
