// SPDX-License-Identifier: Apache-2.0
#include "src/roster/reading.h"

#include <algorithm>
#include <array>

namespace roster {

namespace {

namespace v1 = cadre::v1;

constexpr int deepest = 20;
constexpr std::array types { "department", "school", "district", "local", "state", "national" };

v1::OrganizationKind kindOf(const std::string &type)
{
    return type == "school"  ? v1::ORGANIZATION_KIND_SCHOOL
        : type == "district" ? v1::ORGANIZATION_KIND_LEA
                             : v1::ORGANIZATION_KIND_UNSPECIFIED;
}

/// What the file says of an organization, to climb from a department to its school.
struct Node {
    bool isPlace = false;
    std::string parent;
};

} // namespace

PlaceOf readOrganizations(Reading &reading)
{
    std::map<std::string, Node> nodes;
    auto file = reading.open("orgs", { "sourcedId", "status", "name", "type", "identifier", "parentSourcedId" });
    const auto mode = reading.roster.manifest.mode("orgs");
    while (file && file->next()) {
        if (!file->problem().empty()) {
            reading.note(*file, file->problem());
            continue;
        }
        const auto id = reading.sourcedId(*file);
        const auto leaves = reading.leaves(*file, mode);
        if (id.empty() || !leaves) {
            continue;
        }
        const auto type = file->text("type");
        const auto name = file->text("name");
        if (std::find(types.begin(), types.end(), type) == types.end() || name.empty()) {
            reading.note(*file,
                         name.empty() ? "The organization has no name."
                                      : "Its type is not one that OneRoster has, such as school or district.");
            continue;
        }
        const auto kind = kindOf(type);
        const bool isPlace = kind != v1::ORGANIZATION_KIND_UNSPECIFIED;
        if (!nodes.emplace(id, Node { isPlace, file->text("parentSourcedId") }).second) {
            reading.note(*file, "An earlier row has the same sourcedId.");
            continue;
        }
        if (isPlace) {
            reading.roster.organizations.push_back(
                { file->row(), id, name, kind, file->text("identifier"), file->text("parentSourcedId"), *leaves });
        }
    }
    return [nodes = std::move(nodes)](const std::string &sourcedId) {
        auto id = sourcedId;
        for (int i = 0; i < deepest; ++i) {
            const auto found = nodes.find(id);
            if (found == nodes.end() || found->second.isPlace) {
                return id;
            }
            id = found->second.parent;
        }
        return std::string();
    };
}

} // namespace roster
