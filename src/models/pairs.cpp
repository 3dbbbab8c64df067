// SPDX-License-Identifier: Apache-2.0
#include "pairs.h"

#include "words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Pairs {
    Q_DECLARE_TR_FUNCTIONS(Pairs)
};

QString paceWords(const domain::PaceStanding &standing, const domain::ContactGap &gap)
{
    switch (standing.pace) {
    case domain::Pace::OnPace:
        return Pairs::tr("on pace");
    case domain::Pace::Behind:
    case domain::Pace::FarBehind:
        return gap.current > 1 ? Pairs::tr("behind · %n school day(s) since the last talk", nullptr, gap.current)
                               : Pairs::tr("behind this month");
    case domain::Pace::TooEarly:
        return Pairs::tr("just begun");
    default:
        return Pairs::tr("no time agreed yet");
    }
}

int paceNumber(domain::Pace pace)
{
    switch (pace) {
    case domain::Pace::OnPace:
        return 1;
    case domain::Pace::Behind:
        return 2;
    case domain::Pace::FarBehind:
        return 3;
    default:
        return 0;
    }
}

void readNext(const engine::Device &device, const std::string &matchId, domain::Day today, PairView &view)
{
    const auto day = domain::dayText(today);
    for (const auto &detail :
         all<cadre::v1::CheckInDetail>(device, { .scope = placeOf(cadre::v1::SCOPE_KIND_PAIR, matchId) })) {
        const auto &next = detail.message.next_on();
        if (next >= day && (view.nextOn.empty() || next < view.nextOn)) {
            view.nextOn = next;
            view.nextFocus = QString::fromStdString(detail.message.next_focus());
        }
    }
}

std::vector<Found<cadre::v1::MentorMatch>> activeMatches(const engine::Device &device, const char *side)
{
    auto matches = all<cadre::v1::MentorMatch>(device, { .where = { { side, device.identity().person.text() } } });
    std::erase_if(matches, [](const auto &match) { return match.message.status() != cadre::v1::MATCH_STATUS_ACTIVE; });
    return matches;
}

} // namespace

record::ScopeId placeOf(cadre::v1::ScopeKind kind, const std::string &id)
{
    return { .kind = static_cast<std::uint32_t>(kind), .key = record::Uuid::parse(id).value_or(record::Uuid {}) };
}

std::string draftKey(const std::string &matchId)
{
    return "check-in/" + matchId;
}

std::vector<Found<cadre::v1::MentorMatch>> ownMatches(const engine::Device &device)
{
    return activeMatches(device, "mentor");
}

std::vector<Found<cadre::v1::MentorMatch>> matchesAsTeacher(const engine::Device &device)
{
    return activeMatches(device, "teacher");
}

std::vector<domain::Contact> contactsOf(const engine::Device &device, const std::string &matchId)
{
    const auto log = placeOf(cadre::v1::SCOPE_KIND_PAIR_LOG, matchId);
    std::vector<std::pair<std::string, cadre::v1::CheckIn>> checkIns;
    for (const auto &checkIn : all<cadre::v1::CheckIn>(device, { .scope = log, .orderBy = "on", .descending = true }))
        checkIns.emplace_back(checkIn.id(), checkIn.message);
    std::vector<cadre::v1::Acknowledgement> answers;
    for (const auto &answer : all<cadre::v1::Acknowledgement>(device, { .scope = log }))
        answers.push_back(answer.message);
    return domain::contactsOf(checkIns, answers);
}

std::vector<StepView> openSteps(const engine::Device &device, const std::string &matchId, const Names &names)
{
    const auto day = today(device);
    const auto self = device.identity().person.text();
    std::vector<StepView> steps;
    for (const auto &item : all<cadre::v1::ActionItem>(
             device, { .scope = placeOf(cadre::v1::SCOPE_KIND_PAIR, matchId), .orderBy = "due" })) {
        const auto &message = item.message;
        const bool done = message.status() == cadre::v1::ACTION_STATUS_DONE;
        const bool doneToday = done && message.done_on() == domain::dayText(day);
        if (message.status() == cadre::v1::ACTION_STATUS_DROPPED || (done && !doneToday))
            continue;
        steps.push_back({ item.id(), QString::fromStdString(message.text()), names.orYou(message.owner()),
                          message.due().empty() ? QString() : Pairs::tr("by %1").arg(weekdayText(message.due())), done,
                          message.carried_count() > 0, message.owner() == self });
    }
    return steps;
}

PairView pairView(const engine::Device &device, const Found<cadre::v1::MentorMatch> &match, const Names &names)
{
    const auto now = today(device);
    const auto contacts = contactsOf(device, match.id());
    const auto from = domain::parseDay(match.message.from()).value_or(now);
    const auto month = domain::Month::of(now);
    const auto total = domain::contactTotal(contacts, month.firstDay(), now);
    const auto standing = domain::paceOf(contacts, match.message.monthly_minutes(), from, now);

    PairView view { .matchId = match.id(), .name = names.of(match.message.teacher()) };
    view.initial = initialOf(view.name);
    view.pace = paceNumber(standing.pace);
    view.paceText = paceWords(standing, domain::contactGap(contacts, from, now));
    view.ownTimeMinutes = total.ownTimeMinutes;
    const int agreed = match.message.monthly_minutes();
    view.minutesText =
        agreed > 0 ? Pairs::tr("%1 of %2 min").arg(total.minutes).arg(agreed) : Pairs::tr("%1 min").arg(total.minutes);
    view.fraction = agreed > 0 ? std::min(1.0, static_cast<double>(total.minutes) / agreed) : 0;
    view.hasDraft = device.draft(draftKey(match.id())).has_value();
    readNext(device, match.id(), now, view);
    QStringList steps;
    for (const auto &step : openSteps(device, match.id(), names)) {
        if (!step.done) {
            ++view.openSteps;
            steps.append(Pairs::tr("%1 (%2)").arg(step.text, step.mine ? Pairs::tr("yours") : step.ownerText));
        }
    }
    view.stepsText = steps.mid(0, 2).join(u"; "_s);
    return view;
}

} // namespace models
