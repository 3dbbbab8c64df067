// SPDX-License-Identifier: Apache-2.0
#include "milestone_list_model.h"

#include "words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

int urgency(MilestoneListModel::Health health)
{
    switch (health) {
    case MilestoneListModel::Overdue:
        return 0;
    case MilestoneListModel::AtRisk:
    case MilestoneListModel::DueSoon:
        return 1;
    case MilestoneListModel::OnTrack:
        return 2;
    default:
        return 3;
    }
}

QList<MilestoneListModel::Item> readMilestones(engine::Device &device)
{
    const auto today = models::today(device);
    const models::Names names(device);
    std::map<std::string, int> revisions;
    for (const auto &revision : models::all<cadre::v1::MilestoneRevision>(device))
        ++revisions[revision.message.milestone()];
    QList<MilestoneListModel::Item> items;
    for (const auto &milestone : models::all<cadre::v1::Milestone>(device, { .orderBy = "current_due" })) {
        const auto &message = milestone.message;
        const auto standing = domain::standingOf(message, today);
        const auto health = MilestoneListModel::healthOf(standing);
        const auto id = milestone.idText();
        items.append({ health,
                       QString::fromStdString(message.school()),
                       { id,
                         { id, QString::fromStdString(message.title()), health,
                           MilestoneListModel::healthText(standing), QString::fromStdString(message.practice()),
                           MilestoneListModel::baselineText(message, revisions[milestone.id()], names, today),
                           QString::fromStdString(message.blocker()) } } });
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const auto &a, const auto &b) { return urgency(a.health) < urgency(b.health); });
    return items;
}

} // namespace

MilestoneListModel::MilestoneListModel(QObject *parent)
    : AcademyListModel({ "recordId", "title", "health", "healthText", "practice", "baselineText", "blocker" }, parent)
{
}

MilestoneListModel::Health MilestoneListModel::healthOf(const domain::MilestoneStanding &standing)
{
    switch (standing.health) {
    case domain::MilestoneHealth::Overdue:
        return Overdue;
    case domain::MilestoneHealth::DueSoon:
        return DueSoon;
    case domain::MilestoneHealth::AtRisk:
        return AtRisk;
    case domain::MilestoneHealth::OnTime:
    case domain::MilestoneHealth::OnTimeAfterRevision:
    case domain::MilestoneHealth::Late:
        return Done;
    case domain::MilestoneHealth::Dropped:
        return Dropped;
    default:
        return OnTrack;
    }
}

QString MilestoneListModel::healthText(const domain::MilestoneStanding &standing)
{
    switch (standing.health) {
    case domain::MilestoneHealth::Overdue:
        return tr("%n day(s) overdue", nullptr, standing.daysOverdue);
    case domain::MilestoneHealth::DueSoon:
        return standing.daysOverdue == 0 ? tr("Due today") : tr("Due in %n day(s)", nullptr, -standing.daysOverdue);
    case domain::MilestoneHealth::AtRisk:
        return tr("At risk");
    case domain::MilestoneHealth::OnTime:
        return tr("Done on time");
    case domain::MilestoneHealth::OnTimeAfterRevision:
        return tr("Done on time after it was moved");
    case domain::MilestoneHealth::Late:
        return tr("Done late");
    case domain::MilestoneHealth::Dropped:
        return tr("Dropped");
    default:
        return tr("On track");
    }
}

QString MilestoneListModel::baselineDay(const cadre::v1::Milestone &milestone, int revisions, domain::Day today)
{
    QStringList parts { models::shortDay(milestone.baseline_due(), today) };
    if (revisions == 1)
        parts.append(tr("moved once"));
    else if (revisions > 1)
        parts.append(tr("moved %n time(s)", nullptr, revisions));
    return parts.join(u" · "_s);
}

QString MilestoneListModel::baselineText(const cadre::v1::Milestone &milestone, int revisions,
                                         const models::Names &names, domain::Day today)
{
    QStringList parts { tr("Baseline %1").arg(baselineDay(milestone, revisions, today)) };
    if (const auto owner = names.brief(milestone.owner()); !owner.isEmpty())
        parts.append(owner);
    return parts.join(u" · "_s);
}

void MilestoneListModel::setFilter(Health filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    emit filterChanged();
    show();
}

void MilestoneListModel::setSearch(const QString &search)
{
    if (m_search == search)
        return;
    m_search = search;
    emit searchChanged();
    show();
}

void MilestoneListModel::setSchoolFilter(const QString &school)
{
    if (m_school == school)
        return;
    m_school = school;
    emit schoolFilterChanged();
    show();
}

int MilestoneListModel::counted(Health health) const
{
    return static_cast<int>(
        std::count_if(m_items.begin(), m_items.end(), [&](const Item &item) { return item.health == health; }));
}

void MilestoneListModel::reload()
{
    academy()->run(this, readMilestones, [this](QList<Item> items) {
        m_items = std::move(items);
        emit countsChanged();
        show();
    });
}

void MilestoneListModel::show()
{
    QList<Row> rows;
    for (const auto &item : m_items) {
        const bool asked = m_filter == All ? item.health != Dropped : item.health == m_filter;
        const bool found =
            m_search.isEmpty() || item.row.values.at(1).toString().contains(m_search, Qt::CaseInsensitive);
        if (asked && found && (m_school.isEmpty() || item.school == m_school))
            rows.append(item.row);
    }
    setRows(rows);
}
