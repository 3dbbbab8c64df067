// SPDX-License-Identifier: Apache-2.0
#include "today_model.h"

#include "opened.h"
#include "permissions.h"
#include "words.h"

#include "src/domain/group_contact.h"
#include "src/domain/milestone.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace {

using View = TodayModel::View;

constexpr int weeksShown = 8;
constexpr std::size_t monthsShown = 8;

void readNext(const std::vector<models::PairView> &pairs, domain::Day today, View &view)
{
    const models::PairView *next = nullptr;
    for (const auto &pair : pairs) {
        const bool sooner = !pair.nextOn.empty() && (!next || next->nextOn.empty() || pair.nextOn < next->nextOn);
        const bool needier = next && next->nextOn.empty() && pair.nextOn.empty() && pair.pace > next->pace;
        if (!next || sooner || needier)
            next = &pair;
    }
    if (!next)
        return;
    view.hasNext = true;
    view.nextTitle = next->name;
    view.nextMatchId = QString::fromStdString(next->matchId);
    view.nextWhen = next->nextOn.empty()         ? TodayModel::tr("NO DAY AGREED YET")
        : next->nextOn == domain::dayText(today) ? TodayModel::tr("TODAY")
                                                 : models::weekdayText(next->nextOn).toUpper();
    QStringList sentences;
    if (next->openSteps > 0)
        sentences.append(TodayModel::tr("%n open step(s): %1.", nullptr, next->openSteps).arg(next->stepsText));
    if (!next->nextFocus.isEmpty())
        sentences.append(TodayModel::tr("You wanted to look at: %1.").arg(next->nextFocus));
    view.nextText = sentences.join(u' ');
}

void readWeeks(const std::vector<domain::Contact> &contacts, domain::Day today, View &view)
{
    const auto once = domain::onceASession(contacts);
    int total = 0;
    int outside = 0;
    for (int back = weeksShown - 1; back >= 0; --back) {
        const auto monday = domain::weekOf(today) - std::chrono::days(7 * back);
        WeekMinutesModel::Week week;
        const auto date = QDate::fromString(QString::fromStdString(domain::dayText(monday)), Qt::ISODate);
        week.label = TodayModel::tr("W%1", "calendar week").arg(date.weekNumber());
        const auto sum = domain::contactTotal(once, monday, monday + std::chrono::days(6));
        week.outside = sum.ownTimeMinutes;
        week.sanctioned = sum.minutes - sum.ownTimeMinutes;
        total += week.sanctioned + week.outside;
        outside += week.outside;
        view.weeks.append(week);
    }
    view.weeksText = outside > 0
        ? TodayModel::tr("%1 min in %2 weeks, %3 of them outside hours").arg(total).arg(weeksShown).arg(outside)
        : TodayModel::tr("%1 min in %2 weeks, all in school hours").arg(total).arg(weeksShown);
}

// Where nobody has a teacher of her own to meet: whom she meets as a teacher, without a check-in to start.
void readNextAsTeacher(const engine::Device &device, const std::vector<models::Found<cadre::v1::MentorMatch>> &matches,
                       const models::Names &names, domain::Day today, View &view)
{
    const models::Found<cadre::v1::MentorMatch> *next = nullptr;
    std::string nextOn;
    for (const auto &match : matches) {
        const auto on = models::pairView(device, match, names).nextOn;
        if (!on.empty() && (!next || on < nextOn)) {
            next = &match;
            nextOn = on;
        }
    }
    if (!next)
        return;
    view.hasNext = true;
    view.nextTitle = names.of(next->message.mentor());
    view.nextWhen = nextOn == domain::dayText(today) ? TodayModel::tr("TODAY") : models::weekdayText(nextOn).toUpper();
    view.nextText = TodayModel::tr("Your next conversation.");
}

void readSchool(const engine::Device &device, View &view)
{
    struct Sum {
        int minutes = 0, outside = 0, meetings = 0;
    };
    std::map<std::string, Sum> months;
    for (const auto &month : models::all<cadre::v1::SchoolMonth>(device)) {
        auto &sum = months[month.message.month()];
        sum.minutes += month.message.minutes();
        sum.outside += month.message.own_time_minutes();
        sum.meetings += month.message.sessions();
    }
    while (months.size() > monthsShown)
        months.erase(months.begin());
    for (const auto &[month, sum] : months) {
        const auto first = QDate::fromString(QString::fromStdString(month) + u"-01"_s, Qt::ISODate);
        view.schoolMonths.append({ QLocale().toString(first, u"MMM"_s), sum.minutes - sum.outside, sum.outside });
        view.schoolText = TodayModel::tr("%n meeting(s) in %1, %2 min", nullptr, sum.meetings)
                              .arg(QLocale().toString(first, u"MMMM"_s))
                              .arg(sum.minutes);
    }
}

void readMilestones(const engine::Device &device, domain::Day today, View &view)
{
    for (const auto &milestone : models::all<cadre::v1::Milestone>(device)) {
        switch (domain::standingOf(milestone.message, today).health) {
        case domain::MilestoneHealth::Overdue:
            ++view.overdue;
            break;
        case domain::MilestoneHealth::DueSoon:
            ++view.dueSoon;
            break;
        case domain::MilestoneHealth::AtRisk:
            ++view.atRisk;
            break;
        case domain::MilestoneHealth::OnTrack:
            ++view.onTrack;
            break;
        default:
            break;
        }
    }
}

/// They stand on the page, which the teacher is told.
void readSteps(engine::Device &device, const models::Found<cadre::v1::MentorMatch> &match, const models::Names &names,
               View &view)
{
    const auto pair = models::placeOf(cadre::v1::SCOPE_KIND_PAIR, match.id());
    const auto type = device.catalogue().byName("ActionItem")->number();
    for (auto &step : models::openSteps(device, match.id(), names)) {
        models::noteOpened(device, { type, record::Uuid::parse(step.id).value_or(record::Uuid {}), pair });
        view.steps.push_back(std::move(step));
    }
}

View readToday(engine::Device &device)
{
    const auto today = models::today(device);
    const models::Names names(device);
    View view { .dayText = models::longDay(today) };
    std::vector<models::PairView> pairs;
    std::vector<domain::Contact> contacts;
    for (const auto &match : models::ownMatches(device)) {
        pairs.push_back(models::pairView(device, match, names));
        const auto held = models::contactsOf(device, match.id());
        std::copy_if(held.begin(), held.end(), std::back_inserter(contacts), [&](const domain::Contact &contact) {
            return contact.checkIn.mentor() == device.identity().person.text();
        });
        readSteps(device, match, names, view);
        view.teachers.append(TeacherListModel::rowOf(pairs.back()));
    }
    const auto asTeacher = models::matchesAsTeacher(device);
    for (const auto &match : asTeacher) {
        readSteps(device, match, names, view);
    }
    const auto open = std::count_if(view.steps.begin(), view.steps.end(), [](const auto &step) { return !step.done; });
    view.promisesText = TodayModel::tr("%n open", nullptr, static_cast<int>(open));
    readNext(pairs, today, view);
    if (!view.hasNext)
        readNextAsTeacher(device, asTeacher, names, today, view);
    readSchool(device, view);
    if (!pairs.empty())
        readWeeks(contacts, today, view);
    readMilestones(device, today, view);
    const auto status = device.status();
    view.needsYou = static_cast<int>(models::conflictsFor(device).size() + status.setAside);
    return view;
}

} // namespace

TodayModel::TodayModel(QObject *parent)
    : ViewModel(parent)
    , m_teachers(new TeacherListModel(this))
    , m_steps(new StepListModel(this))
    , m_toConfirm(new CheckInListModel(this))
    , m_weeks(new WeekMinutesModel(this))
    , m_schoolMonths(new WeekMinutesModel(this))
{
    m_toConfirm->setOnlyToConfirm(true);
    connect(this, &ViewModel::academyChanged, this, [this] {
        m_steps->setAcademy(academy());
        m_toConfirm->setAcademy(academy());
    });
}

void TodayModel::reload()
{
    academy()->run(this, readToday, [this](View view) {
        m_view = std::move(view);
        m_teachers->setRows(m_view.teachers);
        m_steps->setSteps(m_view.steps);
        m_weeks->setWeeks(m_view.weeks);
        m_schoolMonths->setWeeks(m_view.schoolMonths);
        emit todayChanged();
        setLoaded();
    });
}
