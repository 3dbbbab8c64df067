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

record::ScopeId peopleOf(const record::Uuid &organization)
{
    return { cadre::v1::SCOPE_KIND_PEOPLE, organization, 0 };
}

} // namespace server
