// SPDX-License-Identifier: Apache-2.0
#include "src/domain/policy.h"

#include "src/domain/check_in_rules.h"
#include "src/domain/drop_box.h"
#include "src/domain/led_contact.h"
#include "src/domain/policy_standing.h"
#include "cadre/v1/check_in.pb.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace domain {

namespace pb = cadre::policy::v1;
namespace v1 = cadre::v1;

namespace {

bool names(const google::protobuf::RepeatedPtrField<std::string> &list, std::string_view name)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

std::string textOf(const record::Message &message, const std::string &fieldName)
{
    const auto *field = message.GetDescriptor()->FindFieldByName(fieldName);
    if (field == nullptr || field->is_repeated() || field->cpp_type() != record::FieldDescriptor::CPPTYPE_STRING) {
        return {};
    }
    return message.GetReflection()->GetString(message, field);
}

std::string labelOf(const WriteRequest &request)
{
    const auto *message = request.after != nullptr ? request.after : request.before;
    if (message == nullptr) {
        return request.typeName;
    }
    const auto &label = message->GetDescriptor()->options().GetExtension(v1::record).label();
    return label.empty() ? request.typeName : label;
}

WriteAnswer allowed()
{
    return { .allowed = true, .code = WriteCode::Allowed, .sentence = {}, .arguments = {} };
}

WriteAnswer refused(WriteCode code, std::string sentence, std::vector<std::string> arguments = {})
{
    return { .allowed = false, .code = code, .sentence = std::move(sentence), .arguments = std::move(arguments) };
}

/// The first of the changed fields that its type does not have.
std::string unknownField(const WriteRequest &request)
{
    const auto *message = request.after != nullptr ? request.after : request.before;
    if (message == nullptr) {
        return {};
    }
    for (const auto &name : request.changedFields) {
        if (message->GetDescriptor()->FindFieldByName(name) == nullptr) {
            return name;
        }
    }
    return {};
}

bool isOwn(const pb::WriteRule &rule, const WriteRequest &request)
{
    if (rule.own() && !request.isNew && request.recordAuthor != request.person) {
        return false;
    }
    if (rule.own_field().empty()) {
        return true;
    }
    const auto holdsWriter = [&](const record::Message *message) {
        return message == nullptr || Uuid::parse(textOf(*message, rule.own_field())) == request.person;
    };
    const bool known = request.isNew ? request.after != nullptr : request.before != nullptr;
    return known && holdsWriter(request.before) && (request.isDelete || holdsWriter(request.after));
}

bool fitsAge(const pb::WriteRule &rule, const WriteRequest &request)
{
    return request.isNew ? !rule.change_only() : !rule.append_only();
}

bool coversField(const pb::WriteRule &rule, const std::string &field, bool isNew)
{
    return (rule.fields().empty() || names(rule.fields(), field)) && (isNew || !names(rule.except_fields(), field));
}

/// Rule 11: work of the days on which the match held is taken for 45 days after its end.
WriteAnswer checkMatchDays(const MatchFact &match, const WriteRequest &request, Day handedInOn)
{
    if (match.holdsOn(handedInOn)) {
        return allowed();
    }
    if (!match.holdsWithin(handedInOn, lateWorkDays)) {
        if (match.to && handedInOn > *match.to) {
            return refused(
                WriteCode::TooLate,
                fmt::format("These two stopped working together on {}, more than {} days ago. What you wrote is "
                            "kept; ask the school's M&I lead what to do with it.",
                            dayText(*match.to), lateWorkDays),
                { dayText(*match.to) });
        }
        return refused(WriteCode::OutsideTheMatch,
                       "These two are not matched at this time. What you wrote is kept; ask the school's M&I lead.");
    }
    if (request.recordDay && !match.holdsOn(*request.recordDay)) {
        return refused(WriteCode::OutsideTheMatch,
                       fmt::format("On {} these two were not matched. Check the day.", dayText(*request.recordDay)),
                       { dayText(*request.recordDay) });
    }
    return allowed();
}

/// What a match says beyond its fields: who may be matched, and that its id is its own.
WriteAnswer checkMatch(const v1::MentorMatch &match, const WriteRequest &request, const Facts &facts, Day handedInOn)
{
    const auto school = Uuid::parse(match.school());
    const auto *known = request.recordId ? facts.match(*request.recordId) : nullptr;
    // Its id opens a pair's places, so it is neither another school's nor that of something else.
    const bool idIsOpen = request.recordId && (known == nullptr || known->school == request.scope.key)
        && !facts.isTaken(*request.recordId);
    if (school != request.scope.key || !idIsOpen) {
        return refused(WriteCode::WrongPlace,
                       "A match is made in the place of its own school. Open that school and try again.");
    }
    const bool asksAgain =
        std::find(request.changedFields.begin(), request.changedFields.end(), "status") != request.changedFields.end();
    if (!request.isNew && (!asksAgain || match.status() == v1::MATCH_STATUS_ENDED)) {
        return allowed();
    }
    const auto mentor = Uuid::parse(match.mentor());
    const auto teacher = Uuid::parse(match.teacher());
    const auto why = mentor && teacher ? whyNoMatch(*mentor, *teacher, facts, handedInOn) : std::string();
    return why.empty() ? allowed() : refused(WriteCode::EvaluatorCannotMentor, why);
}

/// The record's id opens a place of its own: it is that of no other pair's or school's record.
WriteAnswer checkIdIsItsOwn(const WriteRequest &request, const Facts &facts)
{
    if (!request.recordId || request.isDelete) {
        return allowed();
    }
    const auto *share = request.typeName == "NoteShare" ? facts.share(*request.recordId) : nullptr;
    const auto *enrollment = request.typeName == "TeacherEnrollment" ? facts.enrollment(*request.recordId) : nullptr;
    const bool isOthers = (share != nullptr && share->match != request.scope.key)
        || (enrollment != nullptr && enrollment->school != request.scope.key);
    return isOthers ? refused(WriteCode::WrongPlace, "This belongs to another place. Make a new one here.") : allowed();
}

/// What a mentor writes down for the teacher beside her is that it is right; anything else the teacher says herself.
WriteAnswer checkAnswer(const MatchFact &match, const WriteRequest &request)
{
    const auto *answer = dynamic_cast<const v1::Acknowledgement *>(request.after);
    if (answer == nullptr || request.person == match.teacher) {
        return allowed();
    }
    const bool isRight =
        Uuid::parse(answer->teacher()) == match.teacher && answer->result() == v1::CONFIRMATION_CONFIRMED;
    return isRight ? allowed()
                   : refused(WriteCode::NotYourRecord,
                             "Only the teacher herself says that it was otherwise. She can answer on her own device.");
}

/// Who held a check-in and who entered it are as they say.
WriteAnswer checkEntered(const MatchFact &match, const WriteRequest &request)
{
    const auto *checkIn = dynamic_cast<const v1::CheckIn *>(request.after);
    if (checkIn == nullptr || !request.isNew || mayEnter(*checkIn, request.person, match)) {
        return allowed();
    }
    return refused(
        WriteCode::NotYourRecord,
        "A check-in is entered by whoever held it, or for the mentor of the pair in the name of who enters it.");
}

/// Her pulse is the teacher's own; what she gave in person says on whose device.
WriteAnswer checkPulse(const MatchFact &match, const WriteRequest &request)
{
    const auto *detail = dynamic_cast<const v1::CheckInDetail *>(request.after);
    const auto isPulse = [](const std::string &field) { return field == "pulse" || field == "pulse_given_to"; };
    if (detail == nullptr || std::none_of(request.changedFields.begin(), request.changedFields.end(), isPulse)
        || mayWritePulse(*detail, request.person, match.teacher)) {
        return allowed();
    }
    return refused(WriteCode::NotYourField,
                   "Only the teacher says how confident she feels. She can do so on her own device, or in person.",
                   { request.typeName, "pulse" });
}

/// A check-in is put right while its month is open; a new one of an old day is the match's to judge.
WriteAnswer checkMonth(const WriteRequest &request, Day handedInOn)
{
    const auto *before = dynamic_cast<const v1::CheckIn *>(request.before);
    if (request.isNew || before == nullptr || !isLocked(*before, handedInOn)) {
        return allowed();
    }
    return refused(WriteCode::MonthClosed,
                   "The month of this check-in is closed. What you wrote is kept; say what was otherwise in a dated "
                   "addendum.");
}

/// What a school keeps of a pair is of a pair of its own: a slot goes on to the pair that it names.
WriteAnswer checkPairOfSchool(const WriteRequest &request, const Facts &facts)
{
    const bool isOfAPair = request.typeName == "SanctionedSlot" || request.typeName == "StatementSignature";
    if (!isOfAPair || request.after == nullptr || request.isDelete) {
        return allowed();
    }
    const auto id = Uuid::parse(textOf(*request.after, "match_id"));
    const auto *match = id ? facts.match(*id) : nullptr;
    return match != nullptr && match->school == request.scope.key
        ? allowed()
        : refused(WriteCode::WrongPlace, "This pair belongs to another school. Open that school and enter it there.");
}

/// What the written record itself says, once its writer may write it.
WriteAnswer checkContent(const Place &place, const WriteRequest &request, const Facts &facts, Day handedInOn)
{
    if (request.isDelete && opensAPlace(request.typeName)) {
        return refused(WriteCode::NeverChanged,
                       fmt::format("{} is ended with its last day, and not deleted.", labelOf(request)),
                       { request.typeName });
    }
    if (place.match != nullptr) {
        const auto named = request.after == nullptr ? std::string() : textOf(*request.after, "match_id");
        if (!named.empty() && Uuid::parse(named) != request.scope.key) {
            return refused(WriteCode::WrongPlace, "This belongs to another pair. Open that pair and enter it there.");
        }
        if (auto answer = checkAnswer(*place.match, request); !answer.allowed) {
            return answer;
        }
        if (auto answer = checkEntered(*place.match, request); !answer.allowed) {
            return answer;
        }
        if (auto answer = checkPulse(*place.match, request); !answer.allowed) {
            return answer;
        }
        if (auto answer = checkMonth(request, handedInOn); !answer.allowed) {
            return answer;
        }
        const auto days = checkMatchDays(*place.match, request, handedInOn);
        return days.allowed ? checkIdIsItsOwn(request, facts) : days;
    }
    const auto whyNot = request.after == nullptr || request.isDelete
        ? std::string()
        : whyNotHandedIn(request.person, *request.after, facts, handedInOn);
    if (!whyNot.empty()) {
        return refused(WriteCode::WrongPlace, whyNot);
    }
    const auto *match = dynamic_cast<const v1::MentorMatch *>(request.after);
    if (request.typeName == "MentorMatch" && !request.isDelete) {
        return match == nullptr ? refused(WriteCode::UnknownType, "This match does not read. Enter it again.")
                                : checkMatch(*match, request, facts, handedInOn);
    }
    if (request.typeName == "TeacherEnrollment" && request.after != nullptr && !request.isDelete
        && Uuid::parse(textOf(*request.after, "school")) != request.scope.key) {
        return refused(WriteCode::WrongPlace,
                       "A teacher is enrolled in the place of her own school. Open that school and try again.");
    }
    if (request.typeName == "TeacherEnrollment") {
        return checkIdIsItsOwn(request, facts);
    }
    return checkPairOfSchool(request, facts);
}

/// The name of an enumeration's value; empty for other fields.
std::string valueNameOf(const record::Message &message, const std::string &fieldName)
{
    const auto *field = message.GetDescriptor()->FindFieldByName(fieldName);
    const bool isChoice =
        field != nullptr && !field->is_repeated() && field->cpp_type() == record::FieldDescriptor::CPPTYPE_ENUM;
    return isChoice ? message.GetReflection()->GetEnum(message, field)->name() : std::string();
}

/// Whether the rule lets the new record begin with that field as it is.
bool beginsRight(const pb::WriteRule &rule, const WriteRequest &request, const std::string &field)
{
    return !request.isNew || rule.first_values().empty() || !names(rule.except_fields(), field)
        || (request.after != nullptr && names(rule.first_values(), valueNameOf(*request.after, field)));
}

WriteAnswer checkFields(const std::vector<const pb::WriteRule *> &rules, const WriteRequest &request)
{
    for (const auto &field : request.changedFields) {
        const auto isFixed = [&](const pb::WriteRule *rule) {
            return !request.isNew && names(rule->fixed_fields(), field);
        };
        const auto covers = [&](const pb::WriteRule *rule) {
            return coversField(*rule, field, request.isNew) && beginsRight(*rule, request, field);
        };
        if (std::any_of(rules.begin(), rules.end(), [&](const auto *rule) { return covers(rule) && !isFixed(rule); })) {
            continue;
        }
        if (std::any_of(rules.begin(), rules.end(), isFixed)) {
            return refused(
                WriteCode::NeverChanged,
                fmt::format("This part of {} stays as it was made. Make a new one instead.", labelOf(request)),
                { request.typeName, field });
        }
        return refused(WriteCode::NotYourField,
                       fmt::format("One part of {} is written by someone else.", labelOf(request)),
                       { request.typeName, field });
    }
    return allowed();
}

} // namespace

WriteAnswer Policy::mayWrite(const WriteRequest &request, const Facts &facts, Day day, Day handedInOn) const
{
    Standings standings(facts);
    return mayWrite(request, standings, day, handedInOn);
}

WriteAnswer Policy::mayWrite(const WriteRequest &request, Standings &standings, Day day, Day handedInOn) const
{
    const auto &facts = standings.facts();
    const auto *scopeRule = rule(request.scope.kind);
    const auto place = Place::find(request.scope, scopeRule, facts);
    if (!place) {
        return refused(WriteCode::UnknownPlace,
                       "The place that this belongs to is not known. Synchronize, then try again.");
    }
    if (!names(scopeRule->types(), request.typeName)) {
        return refused(WriteCode::UnknownType, fmt::format("{} does not belong in this place.", labelOf(request)),
                       { request.typeName });
    }
    if (const auto field = unknownField(request); !field.empty()) {
        return refused(WriteCode::UnknownField,
                       "This version does not know one of the fields. Update Cadre, then try again.", { field });
    }

    const auto &standing = standings.of(request.person, handedInOn);
    const auto &then = standings.of(request.person, day);
    bool member = false;
    bool own = false;
    bool age = false;
    std::vector<const pb::WriteRule *> open;
    for (const auto &writer : scopeRule->writers()) {
        const bool named = names(writer.types(), request.typeName) || names(writer.types(), "*");
        const auto isWriter = [&](const pb::Who &who) {
            return standing.matches(who, *place) && !(who.unless_evaluates() && then.evaluatesTeacherOf(*place));
        };
        if (!named || writer.server() || std::none_of(writer.who().begin(), writer.who().end(), isWriter)) {
            continue;
        }
        member = true;
        own = own || isOwn(writer, request);
        age = age || fitsAge(writer, request);
        const bool wholeRecord = !request.isDelete || (writer.fields().empty() && !writer.change_only());
        if (isOwn(writer, request) && fitsAge(writer, request) && wholeRecord) {
            open.push_back(&writer);
        }
    }
    if (!member || (request.isNew && !age)) {
        if (isServerWritten(request.scope, request.typeName)) {
            return refused(
                WriteCode::OnlyTheServer,
                fmt::format("{} is worked out by the server and cannot be changed by hand.", labelOf(request)),
                { request.typeName });
        }
        return refused(WriteCode::NotAMember,
                       fmt::format("{} is written by {}. What you wrote is kept on this device.", labelOf(request),
                                   scopeRule->holder()),
                       { request.typeName });
    }
    if (open.empty()) {
        if (!age || (own && request.isDelete)) {
            return refused(WriteCode::NeverChanged,
                           fmt::format("{} stays as it was written. Add a new one to correct it.", labelOf(request)),
                           { request.typeName });
        }
        return refused(WriteCode::NotYourRecord,
                       fmt::format("{} belongs to someone else. Ask them to change it.", labelOf(request)),
                       { request.typeName });
    }
    const auto fields = checkFields(open, request);
    return fields.allowed ? checkContent(*place, request, facts, handedInOn) : fields;
}

} // namespace domain
