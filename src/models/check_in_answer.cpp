// SPDX-License-Identifier: Apache-2.0
#include "check_in_answer.h"

#include "pairs.h"

#include <QCoreApplication>

namespace models {

namespace {

namespace v1 = cadre::v1;

struct Answers {
    Q_DECLARE_TR_FUNCTIONS(Answers)
};

std::shared_ptr<v1::Acknowledgement> answerTo(const engine::Device &device, const std::string &checkInId,
                                              const std::string &teacher, v1::Confirmation result)
{
    auto answer = std::make_shared<v1::Acknowledgement>();
    answer->set_check_in(checkInId);
    answer->set_teacher(teacher);
    answer->set_result(result);
    answer->set_at(device.now());
    return answer;
}

} // namespace

void answerCheckIn(engine::Device &device, const std::string &checkInId, v1::Confirmation result,
                   std::optional<int> minutes, const std::string &word)
{
    const auto checkIn = one<v1::CheckIn>(device, checkInId);
    if (!checkIn)
        return;
    const auto self = device.identity().person.text();
    auto answer = device.openNew("Acknowledgement", checkIn->key.scope);
    auto desired = answerTo(device, checkInId, self, result);
    if (minutes || result == v1::CONFIRMATION_CONFIRMED)
        desired->set_minutes(minutes.value_or(checkIn->message.minutes()));
    if (word.empty()) {
        device.save({ { &answer, desired } });
        return;
    }
    auto note = device.openNew("CheckInNote", placeOf(v1::SCOPE_KIND_PAIR, checkIn->message.match_id()));
    auto said = std::make_shared<v1::CheckInNote>();
    said->set_check_in(checkInId);
    said->set_author(self);
    said->set_part(v1::NOTE_PART_TIME);
    said->set_body(word);
    device.save({ { &answer, desired }, { &note, said } });
}

void confirmInPerson(engine::Device &device, const std::string &checkInId)
{
    const auto checkIn = one<v1::CheckIn>(device, checkInId);
    const auto match = checkIn ? one<v1::MentorMatch>(device, checkIn->message.match_id()) : std::nullopt;
    if (!match)
        return;
    auto form = device.openNew("Acknowledgement", checkIn->key.scope);
    auto desired = answerTo(device, checkInId, match->message.teacher(), v1::CONFIRMATION_CONFIRMED);
    desired->set_minutes(checkIn->message.minutes());
    desired->set_given_to(device.identity().person.text());
    device.save({ { &form, desired } });
}

QString answerText(const domain::Contact &contact, const Names &names)
{
    const auto said = domain::answered(contact);
    if (said == domain::Answered::No)
        return {};
    const auto &answer = *contact.answer;
    if (said == domain::Answered::OtherTime)
        return Answers::tr("%n min, says %1", nullptr, answer.minutes()).arg(names.of(answer.teacher()));
    if (said == domain::Answered::NotHeld)
        return Answers::tr("did not happen, says %1").arg(names.of(answer.teacher()));
    if (!answer.given_to().empty())
        return Answers::tr("confirmed in person, on the device of %1").arg(names.of(answer.given_to()));
    return Answers::tr("confirmed");
}

} // namespace models
