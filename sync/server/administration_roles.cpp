// SPDX-License-Identifier: Apache-2.0
#include "sync/server/administration.h"
#include "sync/server/membership.h"
#include "sync/server/role_names.h"

namespace server {

namespace v1alpha = cadre::sync::v1alpha;

v1alpha::AssignRoleResponse Administration::assignRole(const v1alpha::AssignRoleRequest &request)
{
    const auto organization = record::Uuid::parse(request.organization());
    if (!organization || m_academy.membership().facts().organization(*organization) == nullptr) {
        throw Problem(Code::NotFound, "There is no organization " + request.organization() + ".");
    }
    cadre::v1::RoleAssignment assignment;
    assignment.set_person(m_academy.accounts().get(request.login()).person.text());
    assignment.set_role(roleNamed(request.role()));
    assignment.set_scope_org(organization->text());
    assignment.set_from(domain::dayText(m_academy.membership().today()));
    for (const auto &teacher : request.evaluates()) {
        assignment.add_evaluates(m_academy.accounts().get(teacher).person.text());
    }
    Work work(m_academy);
    m_academy.author().write(peopleOf(*organization), "RoleAssignment", m_academy.newId(), assignment, {},
                             m_academy.now());
    work.commit();
    v1alpha::AssignRoleResponse response;
    *response.mutable_account() = toProto(m_academy.accounts().get(request.login()));
    return response;
}

} // namespace server
