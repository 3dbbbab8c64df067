// SPDX-License-Identifier: Apache-2.0
#include "batch.h"
#include "check_in_draft.h"

#include <QTimeZone>

#include <algorithm>

namespace models {

namespace {

using cadre::v1::ActionItem;
using cadre::v1::CheckIn;
using cadre::v1::CheckInDetail;
using cadre::v1::CheckInNote;

void addCheckIn(Batch &batch, engine::Device &device, const std::string &matchId, const CheckInDraft &draft)
{
    auto &checkIn =
        batch.add<CheckIn>(placeOf(cadre::v1::SCOPE_KIND_PAIR_LOG, matchId), record::Uuid::parse(draft.checkIn));
    checkIn.set_match_id(matchId);
    checkIn.set_mentor(device.identity().person.text());
    checkIn.set_on(draft.day);
    checkIn.set_minutes(draft.minutes);
    checkIn.set_tz(QTimeZone::systemTimeZoneId().toStdString());
    if (draft.mode != 0)
        checkIn.set_mode(static_cast<cadre::v1::ContactMode>(draft.mode));
    if (draft.timeSource != 0)
        checkIn.set_time_source(static_cast<cadre::v1::TimeSource>(draft.timeSource));
    checkIn.set_kind(static_cast<cadre::v1::CheckInKind>(draft.kind));
    checkIn.set_status(cadre::v1::CHECK_IN_STATUS_RECORDED);
    checkIn.set_entered_at(device.now());
    constexpr std::int64_t day = 86'400;
    checkIn.set_form_seconds(
        static_cast<int>(std::clamp<std::int64_t>((device.now() - draft.openedAt) / 1000, 0, day)));
    for (const int activity : draft.activities)
        checkIn.add_activities(static_cast<cadre::v1::Activity>(activity));
}

void addDetail(Batch &batch, const record::ScopeId &pair, const CheckInDraft &draft)
{
    if (draft.focus.isEmpty() && draft.evidence.empty() && draft.pulse == 0 && draft.nextOn.empty()
        && draft.nextFocus.isEmpty())
        return;
    auto &detail = batch.add<CheckInDetail>(pair);
    detail.set_check_in(draft.checkIn);
    if (!draft.focus.isEmpty())
        detail.set_focus(draft.focus.toStdString());
    for (const int evidence : draft.evidence)
        detail.add_evidence(static_cast<cadre::v1::Evidence>(evidence));
    if (draft.pulse != 0)
        detail.set_pulse(draft.pulse);
    if (!draft.nextOn.empty())
        detail.set_next_on(draft.nextOn);
    if (!draft.nextFocus.isEmpty())
        detail.set_next_focus(draft.nextFocus.toStdString());
}

void addNote(Batch &batch, const record::ScopeId &scope, const CheckInDraft &draft, const std::string &author,
             cadre::v1::NotePart part, const QString &body)
{
    if (body.trimmed().isEmpty())
        return;
    auto &note = batch.add<CheckInNote>(scope);
    note.set_check_in(draft.checkIn);
    note.set_author(author);
    note.set_part(part);
    note.set_body(body.trimmed().toStdString());
}

void addStep(Batch &batch, const record::ScopeId &pair, const CheckInDraft &draft, const std::string &owner,
             cadre::v1::ActionSide side, const QString &text, const std::string &due)
{
    if (text.trimmed().isEmpty())
        return;
    auto &step = batch.add<ActionItem>(pair);
    step.set_check_in(draft.checkIn);
    step.set_owner(owner);
    step.set_side(side);
    step.set_text(text.trimmed().toStdString());
    if (!due.empty())
        step.set_due(due);
    step.set_status(cadre::v1::ACTION_STATUS_OPEN);
}

} // namespace

void saveCheckIn(engine::Device &device, const std::string &matchId, const CheckInDraft &draft)
{
    if (one<CheckIn>(device, draft.checkIn)) {
        device.dropDraft(draftKey(matchId));
        return;
    }
    const auto match = one<cadre::v1::MentorMatch>(device, matchId);
    const auto self = device.identity().person.text();
    const auto pair = placeOf(cadre::v1::SCOPE_KIND_PAIR, matchId);
    Batch batch(device);
    addCheckIn(batch, device, matchId, draft);
    addNote(batch, placeOf(cadre::v1::SCOPE_KIND_PERSON, self), draft, self, cadre::v1::NOTE_PART_PRIVATE,
            draft.privateNote);
    if (draft.kind != cadre::v1::CHECK_IN_KIND_QUICK) {
        addDetail(batch, pair, draft);
        addNote(batch, pair, draft, self, cadre::v1::NOTE_PART_WORKS, draft.works);
        addNote(batch, pair, draft, self, cadre::v1::NOTE_PART_CHALLENGE, draft.challenge);
        addNote(batch, pair, draft, self, cadre::v1::NOTE_PART_HELP_NEEDED, draft.helpNeeded);
        if (match)
            addStep(batch, pair, draft, match->message.teacher(), cadre::v1::ACTION_SIDE_TEACHER, draft.teacherStep,
                    draft.teacherStepDue);
        addStep(batch, pair, draft, self, cadre::v1::ACTION_SIDE_MENTOR, draft.mentorStep, draft.mentorStepDue);
    }
    batch.save();
    device.dropDraft(draftKey(matchId));
}

} // namespace models
