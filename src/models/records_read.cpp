// SPDX-License-Identifier: Apache-2.0
#include "records_read.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace models {

domain::Day today(const engine::Device &device)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(device.now());
    return domain::dayOfMilliseconds(device.now() + static_cast<std::int64_t>(local.offsetFromUtc()) * 1000);
}

Names::Names(const engine::Device &device)
    : m_self(device.identity().person.text())
{
    for (const auto &person : all<cadre::v1::Person>(device)) {
        const auto given = QString::fromStdString(person.message.given());
        const auto family = QString::fromStdString(person.message.family());
        const auto preferred = QString::fromStdString(person.message.preferred());
        m_names[person.id()] = { preferred.isEmpty() ? given + u' ' + family : preferred,
                                 given.isEmpty() ? family : given.left(1) + u". "_s + family };
    }
}

QString Names::of(const std::string &personId) const
{
    const auto found = m_names.find(personId);
    return found == m_names.end() ? QCoreApplication::translate("Names", "somebody") : found->second.full;
}

QString Names::brief(const std::string &personId) const
{
    const auto found = m_names.find(personId);
    return found == m_names.end() ? QString() : found->second.brief;
}

QString Names::orYou(const std::string &personId) const
{
    return personId == m_self ? QCoreApplication::translate("Names", "You") : of(personId);
}

} // namespace models
