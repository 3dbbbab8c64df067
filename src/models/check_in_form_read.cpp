// SPDX-License-Identifier: Apache-2.0
#include "check_in_form.h"

#include "permissions.h"
#include "sharing.h"
#include "words.h"

#include "src/domain/group_contact.h"

namespace {

using models::CheckInDraft;

domain::MatchFact factOf(const models::Found<cadre::v1::MentorMatch> &match)
{
    domain::Facts facts;
    (void)facts.add(match.key.id, match.message);
    const auto *fact = facts.match(match.key.id);
    return fact ? *fact : domain::MatchFact {};
}

void readThirds(const engine::Device &device, const models::Names &names, CheckInForm::Pair &pair)
{
    const auto facts = models::factsOf(device);
    const auto day = models::today(device);
    for (const auto &[person, fact] : facts.persons()) {
        const auto third = domain::thirdOf(person, pair.match, facts, day);
        if (third == domain::Third::Yes)
            pair.thirds.push_back({ person.text(), names.of(person) });
        else if (third == domain::Third::Evaluates)
            pair.evaluators.append(names.of(person));
    }
    pair.thirdUntil = models::weekdayText(domain::dayText(models::endOfSchoolYear(day)));
}

} // namespace

CheckInForm::Pair CheckInForm::read(engine::Device &device, const std::string &matchId)
{
    Pair pair;
    const auto match = models::one<cadre::v1::MentorMatch>(device, matchId);
    if (!match)
        return pair;
    const models::Names names(device);
    pair.view = models::pairView(device, *match, names);
    pair.steps = models::openSteps(device, matchId, names);
    pair.today = domain::dayText(models::today(device));
    pair.now = device.now();
    pair.match = factOf(*match);
    pair.asLead = match->message.mentor() != device.identity().person.text();
    pair.mentor = names.of(match->message.mentor());
    for (const auto &other : models::ownMatches(device)) {
        if (!pair.asLead && other.id() != matchId)
            pair.others.push_back(
                { other.id(), names.of(other.message.teacher()), factOf(other), device.newId().text() });
    }
    for (const auto &contact : models::contactsOf(device, matchId)) {
        pair.lastTimeText = tr("LAST TIME · %1").arg(models::weekdayText(contact.checkIn.on()).toUpper());
        break;
    }
    if (!pair.asLead)
        readThirds(device, names, pair);
    const auto kept = device.draft(models::draftKey(matchId));
    auto draft = kept ? CheckInDraft::fromBytes(QByteArray::fromStdString(*kept)) : std::nullopt;
    if (!draft || models::one<cadre::v1::CheckIn>(device, draft->checkIn)) {
        draft.emplace();
        draft->checkIn = device.newId().text();
        draft->openedAt = device.now();
        draft->day = pair.today;
    }
    pair.draft = std::move(*draft);
    return pair;
}
