// SPDX-License-Identifier: Apache-2.0
#include "sync/server/access_changes.h"

#include "sync/server/audit.h"
#include "cadre/v1/enrollment.pb.h"
#include "cadre/v1/mentoring.pb.h"
#include "cadre/v1/organization.pb.h"
#include "cadre/v1/person.pb.h"
#include "cadre/v1/sharing.pb.h"

namespace server {

namespace {

namespace v1 = cadre::v1;

/// Where such a record is made; elsewhere stand copies.
bool isAtHome(const std::string &type, std::uint32_t kind)
{
    return ((type == "RoleAssignment" || type == "OrgService") && kind == v1::SCOPE_KIND_PEOPLE)
        || ((type == "MentorMatch" || type == "TeacherEnrollment") && kind == v1::SCOPE_KIND_SCHOOL_TEAM)
        || (type == "NoteShare" && kind == v1::SCOPE_KIND_PAIR);
}

struct About {
    std::string person; ///< Whom it is about; empty for nobody in particular.
    const char *reason = "given";
};

const char *givenUntil(const std::string &to, const std::string &today)
{
    return !to.empty() && to < today ? "ended" : "given";
}

About aboutOf(const record::Message &message, const domain::Facts &facts, const std::string &today)
{
    if (const auto *role = dynamic_cast<const v1::RoleAssignment *>(&message)) {
        return { role->person(), givenUntil(role->to(), today) };
    }
    if (const auto *service = dynamic_cast<const v1::OrgService *>(&message)) {
        return { {}, givenUntil(service->to(), today) };
    }
    if (const auto *enrollment = dynamic_cast<const v1::TeacherEnrollment *>(&message)) {
        return { enrollment->teacher(), givenUntil(enrollment->to(), today) };
    }
    if (const auto *match = dynamic_cast<const v1::MentorMatch *>(&message)) {
        const bool isOver = match->status() == v1::MATCH_STATUS_ENDED;
        return { match->teacher(), isOver ? "ended" : givenUntil(match->to(), today) };
    }
    if (const auto *share = dynamic_cast<const v1::NoteShare *>(&message)) {
        const bool isAgreed = share->mentor_agreed_at() != 0 && share->teacher_agreed_at() != 0;
        const auto id = record::Uuid::parse(share->match_id());
        const auto *pair = id ? facts.match(*id) : nullptr;
        return { pair == nullptr ? std::string() : pair->teacher.text(),
                 share->ended_at() != 0 ? "ended"
                     : isAgreed         ? "given"
                                        : "proposed" };
    }
    return {};
}

} // namespace

std::vector<cadre::sync::v1alpha::AuditEntry> accessChanges(const merge::Change &change,
                                                            const store::RecordStore &records,
                                                            const domain::Facts &facts, domain::Day today)
{
    std::vector<cadre::sync::v1alpha::AuditEntry> entries;
    for (const auto &edit : change.edits) {
        const auto *type = records.catalogue().byNumber(edit.type());
        const auto id = record::Uuid::fromRaw(edit.record());
        if (type == nullptr || !id || !isAtHome(type->name(), change.scope.kind)) {
            continue;
        }
        auto entry = Audit::entry(cadre::sync::v1alpha::AUDIT_KIND_ACCESS_CHANGED, { change.author, change.dot.site });
        *entry.mutable_scope() = merge::toProto(change.scope);
        entry.set_record_type(edit.type());
        entry.set_record(edit.record());
        if (const auto found = records.get(store::RecordKey { edit.type(), *id, change.scope })) {
            const auto about = aboutOf(*found->message, facts, domain::dayText(today));
            if (const auto person = record::Uuid::parse(about.person)) {
                entry.set_person(person->raw());
            }
            entry.set_reason(found->alive ? about.reason : "ended");
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace server
