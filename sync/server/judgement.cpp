// SPDX-License-Identifier: Apache-2.0
#include "sync/server/judgement.h"

#include "sync/record/validation.h"
#include "sync/server/academy.h"
#include "sync/server/membership.h"
#include "sync/server/ops.h"

#include <algorithm>

namespace server {

namespace {

namespace wire = cadre::sync::v1;

constexpr auto invalidReason = "invalid";

const char *reasonOf(domain::WriteCode code)
{
    switch (code) {
    case domain::WriteCode::Allowed:
        break;
    case domain::WriteCode::UnknownPlace:
        return "unknown_place";
    case domain::WriteCode::UnknownType:
        return "unknown_type";
    case domain::WriteCode::UnknownField:
        return "unknown_field";
    case domain::WriteCode::NotAMember:
        return "not_a_member";
    case domain::WriteCode::NotYourRecord:
        return "not_your_record";
    case domain::WriteCode::NotYourField:
        return "not_your_field";
    case domain::WriteCode::OnlyTheServer:
        return "only_the_server";
    case domain::WriteCode::WrongPlace:
        return "wrong_place";
    case domain::WriteCode::NeverChanged:
        return "never_changed";
    case domain::WriteCode::MonthClosed:
        return "month_closed";
    case domain::WriteCode::TooLate:
        return "too_late";
    case domain::WriteCode::OutsideTheMatch:
        return "outside_the_match";
    case domain::WriteCode::EvaluatorCannotMentor:
        return "evaluator_cannot_mentor";
    }
    return "not_allowed";
}

std::optional<domain::Day> dayOf(const record::Message &message)
{
    const auto *field = message.GetDescriptor()->FindFieldByName("on");
    if (field == nullptr || field->cpp_type() != record::FieldDescriptor::CPPTYPE_STRING || field->is_repeated()) {
        return {};
    }
    return domain::parseDay(message.GetReflection()->GetString(message, field));
}

/// By its author's device, and not later than now.
domain::Day madeOn(const Academy &academy, const merge::Change &change)
{
    return domain::dayOfMilliseconds(std::min(merge::millisecondsOf(change.header.hybrid_time()), academy.now()));
}

/// What one edit wants to be true, beside the record as it stands.
struct Wanted {
    std::unique_ptr<record::Message> after;
    std::vector<std::string> fields;
    bool removes = false;
};

/// `isNew` when the record holds nothing yet.
Refusal read(const wire::RecordEdit &edit, const record::RecordType &type, bool isNew, Wanted &wanted)
{
    const bool isMade = isNew && makeOf(edit, type, *wanted.after);
    for (const auto &op : edit.ops()) {
        if (op.field() == 0) {
            wanted.removes = wanted.removes || isDelete(op);
            continue;
        }
        const auto *field = type.descriptor().FindFieldByNumber(static_cast<int>(op.field()));
        if (field == nullptr) {
            return { "unknown_field",
                     "This server does not know a part of this " + type.label()
                         + " yet. The change is kept; it can be released once the server has been updated." };
        }
        if (!isMade && !applyOp(op, *field, *wanted.after)) {
            return {
                invalidReason,
                record::labelOf(*field)
                    + " holds something that cannot be read. The change is kept; open the record and save it again."
            };
        }
        if (std::find(wanted.fields.begin(), wanted.fields.end(), field->name()) == wanted.fields.end()) {
            wanted.fields.push_back(field->name());
        }
    }
    return {};
}

Refusal validate(const Wanted &wanted, bool isNew)
{
    for (const auto &problem : record::validate(*wanted.after)) {
        // What others left as it is, is not this author's to mend.
        const bool touched =
            std::find(wanted.fields.begin(), wanted.fields.end(), problem.field) != wanted.fields.end();
        if (isNew || touched) {
            return { invalidReason, problem.sentence };
        }
    }
    return {};
}

/// `handedInOn` is the day on which it counts as handed in; nothing for today.
Refusal judgeEdit(Academy &academy, const merge::Change &change, const wire::RecordEdit &edit,
                  const std::optional<domain::Day> &handedInOn)
{
    const auto *type = academy.catalogue().byNumber(edit.type());
    const auto id = record::Uuid::fromRaw(edit.record());
    if (type == nullptr || !id) {
        return { "unknown_type",
                 "This server does not know this kind of record yet. The change is kept; it can be released "
                 "once the server has been updated." };
    }
    const auto before = academy.records().get(store::RecordKey { edit.type(), *id, change.scope });
    Wanted wanted { type->make(), {}, false };
    if (before) {
        wanted.after->CopyFrom(*before->message);
    }
    if (Refusal refusal = read(edit, *type, !before, wanted); !refusal.empty()) {
        return refusal;
    }

    if (!before && domain::opensAPlace(type->name())
        && academy.makers().knowsElsewhere({ edit.type(), *id, change.scope })) {
        // Also where that one is gone: what was written in its place is its people's.
        return { "wrong_place", "This belongs to another place. Make a new one here." };
    }
    auto &membership = academy.membership();
    domain::WriteRequest request;
    request.person = change.author;
    request.scope = change.scope;
    request.typeName = type->name();
    request.recordId = *id;
    request.changedFields = wanted.fields;
    request.isNew = !before;
    request.isDelete = wanted.removes;
    request.recordAuthor = before ? academy.makers().of(before->key) : std::optional<record::Uuid> {};
    request.before = before ? before->message.get() : nullptr;
    request.after = wanted.after.get();
    request.recordDay = dayOf(*wanted.after);
    const auto answer = membership.policy().mayWrite(request, membership.standings(), madeOn(academy, change),
                                                     handedInOn.value_or(membership.today()));
    if (!answer.allowed) {
        return { reasonOf(answer.code), answer.sentence };
    }
    return wanted.removes ? Refusal {} : validate(wanted, !before);
}

Refusal judgeAll(Academy &academy, const merge::Change &change, const std::optional<domain::Day> &handedInOn)
{
    if (change.edits.empty()) {
        return { invalidReason,
                 "This change holds nothing that can be read. It is kept; open the record and save it again." };
    }
    for (const auto &edit : change.edits) {
        if (Refusal refusal = judgeEdit(academy, change, edit, handedInOn); !refusal.empty()) {
            return refusal;
        }
    }
    return {};
}

} // namespace

Refusal judge(Academy &academy, const merge::Change &change)
{
    return judgeAll(academy, change, {});
}

bool isOfJudgement(std::string_view reason)
{
    constexpr auto last = static_cast<int>(domain::WriteCode::EvaluatorCannotMentor);
    for (int code = static_cast<int>(domain::WriteCode::Allowed) + 1; code <= last; ++code) {
        if (reason == reasonOf(static_cast<domain::WriteCode>(code))) {
            return true;
        }
    }
    return reason == invalidReason;
}

Refusal judgeAsMade(Academy &academy, const merge::Change &change)
{
    return judgeAll(academy, change, madeOn(academy, change));
}

} // namespace server
