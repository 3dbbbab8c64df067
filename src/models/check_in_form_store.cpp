// SPDX-License-Identifier: Apache-2.0
#include "batch.h"
#include "check_in_draft.h"
#include "sharing.h"

#include <QTimeZone>

#include <algorithm>

namespace models {

namespace {

using cadre::v1::ActionItem;
using cadre::v1::CheckIn;
using cadre::v1::CheckInDetail;
using cadre::v1::CheckInNote;

/// A quick log has no words to share.
bool isOfThree(const CheckInDraft &draft)
{
    return !draft.third.empty() && draft.kind != cadre::v1::CHECK_IN_KIND_QUICK;
}

/// `session` is empty for a check-in of one pair alone.
void addCheckIn(Batch &batch, engine::Device &device, const std::string &matchId, const CheckInDraft &draft,
                const std::string &session)
{
    auto &checkIn =
        batch.add<CheckIn>(placeOf(cadre::v1::SCOPE_KIND_PAIR_LOG, matchId), record::Uuid::parse(draft.checkIn));
    checkIn.set_match_id(matchId);
    const auto self = device.identity().person.text();
    const auto match = one<cadre::v1::MentorMatch>(device, matchId);
    const bool isForTheMentor = match && match->message.mentor() != self && !draft.heldByLead;
    checkIn.set_mentor(isForTheMentor ? match->message.mentor() : self);
    if (isForTheMentor)
        checkIn.set_entered_by(self);
    checkIn.set_on(draft.day);
    checkIn.set_minutes(draft.minutes);
    checkIn.set_tz(QTimeZone::systemTimeZoneId().toStdString());
    if (draft.mode != 0)
        checkIn.set_mode(static_cast<cadre::v1::ContactMode>(draft.mode));
    if (draft.timeSource != 0)
        checkIn.set_time_source(static_cast<cadre::v1::TimeSource>(draft.timeSource));
    checkIn.set_kind(!session.empty()       ? cadre::v1::CHECK_IN_KIND_GROUP
                         : isOfThree(draft) ? cadre::v1::CHECK_IN_KIND_TRIAD
                                            : static_cast<cadre::v1::CheckInKind>(draft.kind));
    if (!session.empty())
        checkIn.set_session_id(session);
    checkIn.set_status(cadre::v1::CHECK_IN_STATUS_RECORDED);
    checkIn.set_entered_at(device.now());
    // The form was filled in once, for all of a group.
    if (draft.openedAt != 0) {
        constexpr std::int64_t day = 86'400;
        checkIn.set_form_seconds(
            static_cast<int>(std::clamp<std::int64_t>((device.now() - draft.openedAt) / 1000, 0, day)));
    }
    for (const int activity : draft.activities)
        checkIn.add_activities(static_cast<cadre::v1::Activity>(activity));
}

void addDetail(Batch &batch, const record::ScopeId &pair, const CheckInDraft &draft, const std::string &self)
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
    if (draft.pulse != 0) {
        detail.set_pulse(draft.pulse);
        detail.set_pulse_given_to(self);
    }
    if (!draft.nextOn.empty())
        detail.set_next_on(draft.nextOn);
    if (!draft.nextFocus.isEmpty())
        detail.set_next_focus(draft.nextFocus.toStdString());
}

/// Ids of what was written for the pair.
using Written = std::vector<std::string>;

void addNote(Batch &batch, engine::Device &device, Written &written, const record::ScopeId &scope,
             const CheckInDraft &draft, const std::string &author, cadre::v1::NotePart part, const QString &body)
{
    if (body.trimmed().isEmpty())
        return;
    const auto id = device.newId();
    written.push_back(id.text());
    auto &note = batch.add<CheckInNote>(scope, id);
    note.set_check_in(draft.checkIn);
    note.set_author(author);
    note.set_part(part);
    note.set_body(body.trimmed().toStdString());
}

void addStep(Batch &batch, engine::Device &device, Written &written, const record::ScopeId &pair,
             const CheckInDraft &draft, const std::string &owner, cadre::v1::ActionSide side, const QString &text,
             const std::string &due)
{
    if (text.trimmed().isEmpty())
        return;
    const auto id = device.newId();
    written.push_back(id.text());
    auto &step = batch.add<ActionItem>(pair, id);
    step.set_check_in(draft.checkIn);
    step.set_owner(owner);
    step.set_side(side);
    step.set_text(text.trimmed().toStdString());
    if (!due.empty())
        step.set_due(due);
    step.set_status(cadre::v1::ACTION_STATUS_OPEN);
}

/// A conversation of three is a share from the start. Its third reads it once the teacher has agreed.
void addShare(Batch &batch, engine::Device &device, const std::string &matchId, const std::string &third,
              const Written &written)
{
    auto &share = batch.add<cadre::v1::NoteShare>(placeOf(cadre::v1::SCOPE_KIND_PAIR, matchId));
    share.set_match_id(matchId);
    share.set_proposed_by(device.identity().person.text());
    share.add_readers(third);
    for (const auto &part : written)
        share.add_parts(part);
    share.set_mode(cadre::v1::SHARE_MODE_FOLLOWED);
    share.set_until(domain::dayText(endOfSchoolYear(today(device))));
    share.set_mentor_agreed_at(device.now());
}

void addPair(Batch &batch, engine::Device &device, const std::string &matchId, const CheckInDraft &draft,
             const std::string &session)
{
    addCheckIn(batch, device, matchId, draft, session);
    Written written { draft.checkIn };
    if (draft.kind == cadre::v1::CHECK_IN_KIND_QUICK)
        return;
    const auto match = one<cadre::v1::MentorMatch>(device, matchId);
    const auto self = device.identity().person.text();
    const auto pair = placeOf(cadre::v1::SCOPE_KIND_PAIR, matchId);
    addDetail(batch, pair, draft, self);
    addNote(batch, device, written, pair, draft, self, cadre::v1::NOTE_PART_WORKS, draft.works);
    addNote(batch, device, written, pair, draft, self, cadre::v1::NOTE_PART_CHALLENGE, draft.challenge);
    addNote(batch, device, written, pair, draft, self, cadre::v1::NOTE_PART_HELP_NEEDED, draft.helpNeeded);
    if (match)
        addStep(batch, device, written, pair, draft, match->message.teacher(), cadre::v1::ACTION_SIDE_TEACHER,
                draft.teacherStep, draft.teacherStepDue);
    addStep(batch, device, written, pair, draft, self, cadre::v1::ACTION_SIDE_MENTOR, draft.mentorStep,
            draft.mentorStepDue);
    if (isOfThree(draft))
        addShare(batch, device, matchId, draft.third, written);
}

} // namespace

void saveCheckIn(engine::Device &device, const std::string &matchId, const CheckInDraft &draft)
{
    if (one<CheckIn>(device, draft.checkIn)) {
        device.dropDraft(draftKey(matchId));
        return;
    }
    const auto session = draft.others.empty() ? std::string() : device.newId().text();
    const auto self = device.identity().person.text();
    Batch batch(device);
    addPair(batch, device, matchId, draft, session);
    Written own;
    addNote(batch, device, own, placeOf(cadre::v1::SCOPE_KIND_PERSON, self), draft, self, cadre::v1::NOTE_PART_PRIVATE,
            draft.privateNote);
    for (const auto &[other, part] : draft.others) {
        auto hers = draft;
        static_cast<CheckInPart &>(hers) = part;
        hers.openedAt = 0;
        addPair(batch, device, other, hers, session);
    }
    batch.save();
    device.dropDraft(draftKey(matchId));
}

} // namespace models
