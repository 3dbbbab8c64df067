// SPDX-License-Identifier: Apache-2.0
#include "check_in_form.h"

#include "src/domain/group_contact.h"

#include <QLocale>

const models::CheckInPart &CheckInForm::part() const
{
    const auto other = m_draft.others.find(m_part);
    return other == m_draft.others.end() ? static_cast<const models::CheckInPart &>(m_draft) : other->second;
}

models::CheckInPart &CheckInForm::part()
{
    const auto other = m_draft.others.find(m_part);
    return other == m_draft.others.end() ? static_cast<models::CheckInPart &>(m_draft) : other->second;
}

std::vector<const CheckInForm::Other *> CheckInForm::joined() const
{
    std::vector<const Other *> joined;
    for (const auto &other : m_others) {
        if (m_draft.others.contains(other.matchId))
            joined.push_back(&other);
    }
    return joined;
}

QString CheckInForm::teacherName() const
{
    for (const auto *other : joined()) {
        if (other->matchId == m_part)
            return other->name;
    }
    return m_pair.view.name;
}

QString CheckInForm::withText() const
{
    QStringList names { m_pair.view.name };
    for (const auto *other : joined())
        names.append(other->name);
    if (!m_draft.third.empty())
        names.append(thirdName());
    return QLocale().createSeparatedList(names);
}

void CheckInForm::showOthers()
{
    const auto day = domain::parseDay(m_draft.day);
    m_others.clear();
    for (const auto &other : m_pair.others) {
        if (m_draft.others.contains(other.matchId) || (day && domain::mayJoin(m_pair.match, other.match, *day)))
            m_others.push_back(other);
    }
    QStringList names;
    std::set<int> there;
    for (const auto &other : m_others) {
        names.append(other.name);
        if (m_draft.others.contains(other.matchId))
            there.insert(static_cast<int>(names.size()));
    }
    m_alsoThere->setLabels(names);
    m_alsoThere->select(there);
    QStringList written { m_pair.view.name };
    int now = 1;
    for (const auto *other : joined()) {
        written.append(other->name);
        if (other->matchId == m_part)
            now = static_cast<int>(written.size());
    }
    m_writtenFor->setLabels(written);
    m_writtenFor->select({ now });
}

void CheckInForm::takeOthers()
{
    if (!m_draft.third.empty())
        m_alsoThere->select({});
    const auto &there = m_alsoThere->selected();
    for (std::size_t i = 0; i < m_others.size(); ++i) {
        const auto &other = m_others[i];
        if (!there.contains(static_cast<int>(i) + 1))
            m_draft.others.erase(other.matchId);
        else if (!m_draft.others.contains(other.matchId))
            m_draft.others[other.matchId].checkIn = other.checkIn;
    }
    if (!m_draft.others.contains(m_part))
        m_part.clear();
    showOthers();
    keep();
}

void CheckInForm::takeWrittenFor()
{
    const auto there = joined();
    const auto value = static_cast<std::size_t>(m_writtenFor->value());
    if (value == 1)
        m_part.clear();
    else if (value > 1 && value - 2 < there.size())
        m_part = there[value - 2]->matchId;
    showOthers();
    emit valuesChanged();
}

bool CheckInForm::mayChooseThird() const
{
    return !m_draft.third.empty() || (!isGroup() && !m_draft.hasWords());
}

QString CheckInForm::thirdName() const
{
    for (const auto &third : m_pair.thirds) {
        if (third.person == m_draft.third)
            return third.name;
    }
    return {};
}

QString CheckInForm::thirdHint() const
{
    if (!mayChooseThird())
        return isGroup() ? tr("A conversation of three is with one teacher.")
                         : tr("What stands here was written for you two. Save it, and begin a new one for three.");
    return m_pair.evaluators.isEmpty() ? QString()
                                       : tr("Not offered, as they evaluate %1: %2", "a teacher’s name, other names")
                                             .arg(m_pair.view.name, m_pair.evaluators.join(QStringLiteral(", ")));
}

void CheckInForm::showThirds()
{
    QStringList names;
    std::set<int> chosen;
    for (const auto &third : m_pair.thirds) {
        names.append(third.name);
        if (third.person == m_draft.third)
            chosen.insert(static_cast<int>(names.size()));
    }
    m_thirds->setLabels(names);
    m_thirds->select(chosen);
}

void CheckInForm::takeThird()
{
    const auto value = static_cast<std::size_t>(m_thirds->value());
    if (mayChooseThird() && value <= m_pair.thirds.size())
        m_draft.third = value == 0 ? std::string() : m_pair.thirds[value - 1].person;
    showThirds();
    keep();
}

void CheckInForm::showHeldBy()
{
    m_heldBy->setLabels({ m_pair.mentor, tr("You") });
    m_heldBy->select({ m_draft.heldByLead ? 2 : 1 });
}

void CheckInForm::takeHeldBy()
{
    if (m_heldBy->value() != 0)
        m_draft.heldByLead = m_heldBy->value() == 2;
    showHeldBy();
    keep();
}
