// SPDX-License-Identifier: Apache-2.0
#include "sharing.h"

#include "pairs.h"
#include "words.h"

#include <QCoreApplication>

namespace models {

namespace {

namespace v1 = cadre::v1;

struct Sharing {
    Q_DECLARE_TR_FUNCTIONS(Sharing)
};

bool isMentorOf(const engine::Device &device, const std::string &matchId)
{
    const auto match = one<v1::MentorMatch>(device, matchId);
    return match && match->message.mentor() == device.identity().person.text();
}

std::optional<Found<v1::NoteShare>> ownShare(const engine::Device &device, const std::string &shareId)
{
    for (const auto &share : ownShares(device)) {
        if (share.id() == shareId)
            return share;
    }
    return std::nullopt;
}

void change(engine::Device &device, const std::string &shareId, const std::function<void(v1::NoteShare &)> &edit)
{
    const auto share = ownShare(device, shareId);
    if (!share)
        return;
    auto form = device.open(share->key);
    auto desired = std::make_shared<v1::NoteShare>(share->message);
    edit(*desired);
    device.save({ { &form, desired } });
}

std::string focusOf(const engine::Device &device, const std::string &matchId, const std::string &checkIn)
{
    for (const auto &detail : all<v1::CheckInDetail>(
             device, { .where = { { "check_in", checkIn } }, .scope = placeOf(v1::SCOPE_KIND_PAIR, matchId) }))
        return detail.message.focus();
    return {};
}

/// Who wrote the source last: her device carries the change on.
std::optional<record::Uuid> changedBy(const engine::Device &device, const std::string &source)
{
    if (const auto note = one<v1::CheckInNote>(device, source))
        return note->changedBy;
    if (const auto step = one<v1::ActionItem>(device, source))
        return step->changedBy;
    const auto checkIn = one<v1::CheckIn>(device, source);
    return checkIn ? std::optional(checkIn->changedBy) : std::nullopt;
}

void writePart(engine::Device &device, const record::ScopeId &place, const v1::SharedPart &part,
               const std::optional<Found<v1::SharedPart>> &known)
{
    auto form = known ? device.open(known->key) : device.openNew("SharedPart", place);
    device.save({ { &form, std::make_shared<v1::SharedPart>(part) } });
}

void follow(engine::Device &device, const Found<v1::NoteShare> &share)
{
    const auto self = device.identity().person;
    const bool isMentor = isMentorOf(device, share.message.match_id());
    const bool mentorWasLast = share.message.mentor_agreed_at() > share.message.teacher_agreed_at();
    const record::ScopeId place { .kind = v1::SCOPE_KIND_SHARE, .key = share.key.id };
    std::map<std::string, Found<v1::SharedPart>> written;
    for (const auto &part : all<v1::SharedPart>(device, { .scope = place }))
        written.emplace(part.message.source(), part);
    for (const auto &source : share.message.parts()) {
        const auto part = partOf(device, share.message.match_id(), source);
        if (!part)
            continue;
        const auto known = written.find(source);
        if (known == written.end()) {
            if (isMentor == mentorWasLast)
                writePart(device, place, *part, std::nullopt);
        } else if (share.message.mode() == v1::SHARE_MODE_FOLLOWED && known->second.message.body() != part->body()
                   && changedBy(device, source) == self) {
            writePart(device, place, *part, known->second);
        }
    }
}

} // namespace

domain::Day endOfSchoolYear(domain::Day today)
{
    const std::chrono::year_month_day date(today);
    const auto end = date.year() / std::chrono::June / 30;
    return std::chrono::sys_days(end) > today
        ? std::chrono::sys_days(end)
        : std::chrono::sys_days((date.year() + std::chrono::years(1)) / std::chrono::June / 30);
}

std::vector<Found<v1::NoteShare>> ownShares(const engine::Device &device)
{
    std::vector<Found<v1::NoteShare>> shares;
    const auto self = device.identity().person.text();
    for (const auto &match : all<v1::MentorMatch>(device)) {
        if (match.message.mentor() != self && match.message.teacher() != self)
            continue;
        for (auto &share : all<v1::NoteShare>(device, { .scope = placeOf(v1::SCOPE_KIND_PAIR, match.id()) }))
            shares.push_back(std::move(share));
    }
    return shares;
}

ShareState stateOf(const v1::NoteShare &share, const engine::Device &device)
{
    const auto until = domain::parseDay(share.until());
    if (share.ended_at() != 0 || (until && *until < today(device)))
        return ShareState::Over;
    if (share.mentor_agreed_at() > 0 && share.teacher_agreed_at() > 0)
        return ShareState::Shared;
    const bool isMentor = isMentorOf(device, share.match_id());
    const bool agreed = isMentor ? share.mentor_agreed_at() > 0 : share.teacher_agreed_at() > 0;
    return agreed ? ShareState::WaitsForOther : ShareState::WaitsForYou;
}

std::optional<v1::SharedPart> partOf(const engine::Device &device, const std::string &matchId,
                                     const std::string &source)
{
    const auto pair = placeOf(v1::SCOPE_KIND_PAIR, matchId);
    v1::SharedPart part;
    part.set_source(source);
    std::string checkInId = source;
    if (const auto note = one<v1::CheckInNote>(device, source)) {
        if (note->key.scope != pair)
            return std::nullopt;
        checkInId = note->message.check_in();
        part.set_author(note->message.author());
        part.set_part(note->message.part());
        part.set_body(note->message.body());
    } else if (const auto step = one<v1::ActionItem>(device, source)) {
        if (step->key.scope != pair)
            return std::nullopt;
        checkInId = step->message.check_in();
        part.set_author(step->message.owner());
        part.set_body(step->message.text());
    }
    if (const auto checkIn = one<v1::CheckIn>(device, checkInId)) {
        part.set_on(checkIn->message.on());
        if (checkInId == source) {
            part.set_author(checkIn->message.mentor());
            part.set_body(focusOf(device, matchId, source));
        }
    }
    return part.body().empty() ? std::nullopt : std::optional(part);
}

QString partTitle(const v1::SharedPart &part)
{
    const auto what =
        part.has_part() ? choice(*v1::NotePart_descriptor(), part.part()) : Sharing::tr("From a check-in");
    return part.on().empty() ? what : Sharing::tr("%1, %2", "What works, Tue 12 Nov").arg(what, weekdayText(part.on()));
}

void proposeShare(engine::Device &device, v1::NoteShare share)
{
    share.set_proposed_by(device.identity().person.text());
    share.clear_mentor_agreed_at();
    share.clear_teacher_agreed_at();
    if (isMentorOf(device, share.match_id()))
        share.set_mentor_agreed_at(device.now());
    else
        share.set_teacher_agreed_at(device.now());
    auto form = device.openNew("NoteShare", placeOf(v1::SCOPE_KIND_PAIR, share.match_id()));
    device.save({ { &form, std::make_shared<v1::NoteShare>(share) } });
}

void agreeToShare(engine::Device &device, const std::string &shareId)
{
    change(device, shareId, [&device](v1::NoteShare &share) {
        if (isMentorOf(device, share.match_id()))
            share.set_mentor_agreed_at(device.now());
        else
            share.set_teacher_agreed_at(device.now());
    });
    followShares(device);
}

void endShare(engine::Device &device, const std::string &shareId)
{
    change(device, shareId, [&device](v1::NoteShare &share) { share.set_ended_at(device.now()); });
}

void followShares(engine::Device &device)
{
    for (const auto &share : ownShares(device)) {
        if (stateOf(share.message, device) == ShareState::Shared)
            follow(device, share);
    }
}

} // namespace models
