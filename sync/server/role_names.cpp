// SPDX-License-Identifier: Apache-2.0
#include "sync/server/role_names.h"

#include "sync/server/problem.h"
#include "cadre/v1/options.pb.h"

namespace server {

std::string codeOf(cadre::v1::Role role)
{
    const std::string name = cadre::v1::Role_Name(role);
    return name.size() > 5 ? name.substr(5) : name;
}

cadre::v1::Role roleNamed(const std::string &code)
{
    cadre::v1::Role role = cadre::v1::ROLE_UNSPECIFIED;
    if (!cadre::v1::Role_Parse("ROLE_" + code, &role) || role == cadre::v1::ROLE_UNSPECIFIED) {
        throw Problem(Code::InvalidArgument,
                      "There is no role " + code + ". Roles are MT BT SL ST PR DL DM SE SM RC NP OR AD.");
    }
    return role;
}

void endBefore(cadre::v1::RoleAssignment &assignment, domain::Day day)
{
    const auto last = day - std::chrono::days(1);
    const auto from = domain::parseDay(assignment.from());
    // One that begins on that day was never in force for a whole day.
    assignment.set_from(domain::dayText(from && *from < last ? *from : last));
    assignment.set_to(domain::dayText(last));
}

record::ScopeId peopleOf(const record::Uuid &organization)
{
    return { cadre::v1::SCOPE_KIND_PEOPLE, organization, 0 };
}

} // namespace server
