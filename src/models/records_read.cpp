// SPDX-License-Identifier: Apache-2.0
#include "records_read.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace models {

std::vector<store::StoredRecord> eachOnce(const engine::Device &device, const store::Query &query)
{
    const auto *type = device.catalogue().byName(query.type);
    std::vector<store::StoredRecord> found;
    std::map<record::Uuid, std::size_t> places;
    for (auto &stored : device.list(query)) {
        const auto [place, isNew] = places.try_emplace(stored.key.id, found.size());
        if (isNew)
            found.push_back(std::move(stored));
        else if (auto &kept = found[place->second];
                 type->homeRank(stored.key.scope.kind) < type->homeRank(kept.key.scope.kind))
            kept = std::move(stored);
    }
    return found;
}

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
